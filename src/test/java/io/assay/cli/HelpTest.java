package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

  static String[] commands() {
    return Commands.ALL.stream().map(Command::name).toArray(String[]::new);
  }

  @Test
  void theCommandsOfTheDocumentationAreThere() {
    assertThat(commands())
        .contains(
            "demo",
            "ingest",
            "conform",
            "engagement",
            "growth",
            "signals",
            "evidence",
            "clusters",
            "assessment",
            "explain",
            "changes",
            "export",
            "coaction",
            "calibrate",
            "run",
            "report",
            "generate",
            "evaluate",
            "plan",
            "tables");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItselfWithExamples(String command) {
    CliRun help = CliRun.of(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("usage: assay " + command)
        .containsPattern("(?m)^examples:\\R  # .+\\R  jobs/assay " + command)
        .contains("--summary FILE", "--verbose");
  }

  /** The library would stretch a wrapped line with spaces, so an option's help fits one line. */
  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfAnOptionFitsItsLine(String command) {
    assertThat(CliRun.of(command, "--help").out().lines())
        .noneMatch(line -> line.length() > 100 && !line.startsWith("  jobs/assay"))
        .noneMatch(line -> line.matches(" {25}\\S.*"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyExampleIsACommandThatIsUnderstood(String command) {
    Command found =
        Commands.ALL.stream().filter(c -> c.name().equals(command)).findFirst().orElseThrow();
    for (Command.Example example : found.examples()) {
      String line = example.line().replaceAll(" > .*", "");
      assertThat(line).startsWith("jobs/assay " + command);
      String[] words = line.substring("jobs/assay ".length()).split(" ");
      assertThat(parses(words)).as(line).isTrue();
    }
  }

  private static boolean parses(String... words) {
    try {
      new Parser(Commands.ALL).parse(words);
      return true;
    } catch (net.sourceforge.argparse4j.inf.ArgumentParserException e) {
      return false;
    }
  }

  @Test
  void helpOfAllCommandsListsThem() {
    CliRun help = CliRun.of("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains(commands()).contains("jobs/assay demo");
  }

  @Test
  void withoutACommandHelpIsShownAndTheCallFails() {
    CliRun nothing = CliRun.of();
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("usage: assay");
    assertThat(nothing.lastLine()).startsWith("assay: error: no command given.");
  }

  @Test
  void theVersionIsPrinted() {
    CliRun version = CliRun.of("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).startsWith("assay ");
  }
}

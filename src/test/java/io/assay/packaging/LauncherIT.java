package io.assay.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jobs/assay} as people and schedulers call it. */
class LauncherIT {
  private static final Path HOME = Path.of("").toAbsolutePath();

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {
    String lastLine() {
      List<String> lines = err.lines().toList();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
  }

  private Ended run(Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    // The jar under test stays: a build of its own would replace it in the middle of the tests.
    builder.environment().put("ASSAY_BUILD", "never");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Ended assay(String... args) throws IOException, InterruptedException {
    return run(HOME.resolve("jobs/assay"), Map.of(), args);
  }

  @Test
  void resultsGoToStdoutAndOneLineToStderr() throws Exception {
    Ended tables = assay("tables");
    assertThat(tables.code()).as(tables.err()).isZero();
    assertThat(tables.out()).startsWith("# Tables").contains("### bronze.account_observation");
    assertThat(tables.err().lines()).hasSize(1);
    assertThat(tables.lastLine()).startsWith("assay: done: ");
  }

  @Test
  void wrongArgumentsEndWithTwoAndAnExplanation() throws Exception {
    Ended wrong = assay("run", "--as-of", "2026-13-01", "--lake", folder.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.lastLine())
        .startsWith("assay: error: --as-of 2026-13-01 is not a date; write YYYY-MM-DD.");
    Ended unknown = assay("fly");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.lastLine()).startsWith("assay: error: ").contains("fly");
  }

  @Test
  void theVersionIsTheJars() throws Exception {
    Ended version = assay("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).matches("assay \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void itRunsThroughALinkInAFolderWithSpaces() throws Exception {
    Path spaced = Files.createDirectories(folder.resolve("a folder, with spaces"));
    Path link = Files.createSymbolicLink(spaced.resolve("my assay"), HOME.resolve("jobs/assay"));
    Ended version = run(link, Map.of(), "--version");
    assertThat(version.code()).as(version.err()).isZero();
  }

  @Test
  void itRunsFromAHomeWithSpaces() throws Exception {
    Path home = Files.createDirectories(folder.resolve("my home/jobs")).getParent();
    Files.copy(HOME.resolve("jobs/assay"), home.resolve("jobs/assay"));
    Files.createSymbolicLink(home.resolve("target"), HOME.resolve("target"));
    Files.createSymbolicLink(home.resolve("conf"), HOME.resolve("conf"));
    assertThat(home.resolve("jobs/assay").toFile().setExecutable(true)).isTrue();
    Ended tables = run(home.resolve("jobs/assay"), Map.of(), "tables", "--format", "json");
    assertThat(tables.code()).as(tables.err()).isZero();
    assertThat(tables.err().lines()).hasSize(1);
  }

  @Test
  void aMissingOrWrongJavaIsNamed() throws Exception {
    Ended missing =
        run(HOME.resolve("jobs/assay"), Map.of("JAVA_HOME", "/no/such/java"), "--version");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.lastLine()).contains("/no/such/java").contains("Install Java 17");
    Path bin = Files.createDirectories(folder.resolve("old/bin"));
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Ended old =
        run(
            HOME.resolve("jobs/assay"),
            Map.of("JAVA_HOME", folder.resolve("old").toString()),
            "--version");
    assertThat(old.code()).isEqualTo(2);
    assertThat(old.lastLine()).contains("11.0.2").contains("Java 17 is needed");
  }

  @Test
  void optionsThatJavaRefusesAreNamed() throws Exception {
    Ended refused =
        run(HOME.resolve("jobs/assay"), Map.of("ASSAY_JAVA_OPTS", "-Xmx1q"), "--version");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.lastLine()).contains("-Xmx1q").contains("ASSAY_JAVA_OPTS");
  }
}

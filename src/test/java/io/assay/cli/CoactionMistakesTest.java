package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be asked of {@code assay coaction}, told before Spark starts. */
class CoactionMistakesTest {
  @TempDir Path folder;

  @BeforeEach
  void aLake() throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve("lake")).resolve("assay-lake.json"), "{}");
  }

  /** A call that could be, but for one argument; null leaves it out. */
  private String mistaken(String option, String value) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("--lake", "" + folder.resolve("lake"));
    arguments.put("--as-of", "2026-10-31");
    arguments.put("--object", "url:%");
    arguments.put("--window", "30");
    arguments.put("--min-participation", "2");
    arguments.put("--out", "" + folder.resolve("edges.csv"));
    arguments.put(option, value);
    List<String> call =
        arguments.entrySet().stream()
            .filter(argument -> argument.getValue() != null)
            .map(argument -> argument.getKey() + "=" + argument.getValue())
            .toList();
    CliRun run =
        BeforeSpark.run(
            () ->
                CliRun.of(
                    Stream.concat(Stream.of("coaction"), call.stream()).toArray(String[]::new)));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("edges.csv")).doesNotExist();
    return run.lastLine();
  }

  @Test
  void aWindowThatIsNone() {
    for (String window : List.of("0", "-30", "0.5", "soon", "2678401", "99999999999999999999")) {
      assertThat(mistaken("--window", window))
          .isEqualTo(
              "assay: error: --window "
                  + window
                  + " is not a whole number of seconds from 1 to 2678400. For example --window 30.");
    }
  }

  @Test
  void sharesThatNobodyCanHave() {
    for (String least : List.of("0", "-1", "two", "1000000001")) {
      assertThat(mistaken("--min-participation", least))
          .isEqualTo(
              "assay: error: --min-participation "
                  + least
                  + " is not a whole number of shares from 1 to 1000000000. For example"
                  + " --min-participation 2.");
    }
  }

  @Test
  void aPatternThatIsNone() {
    assertThat(mistaken("--object", "a\\b"))
        .isEqualTo(
            "assay: error: --object a\\b has a \\ that stands before none of % _ \\. Write \\\\ for a"
                + " backslash that is part of an id.");
    assertThat(mistaken("--object", "a\\")).contains("--object a\\ has a \\");
    assertThat(mistaken("--object", " ")).contains("--object is empty");
    assertThat(mistaken("--object", null)).contains("--object is required");
    assertThat(mistaken("--platform", "")).contains("--platform is empty");
  }

  @Test
  void aFileThatCannotBeWritten() throws IOException {
    assertThat(mistaken("--out", folder + "/no/edges.csv"))
        .contains("there is no folder " + folder + "/no.");
    assertThat(mistaken("--out", "" + folder)).contains("--out " + folder + " is no file");
    assertThat(mistaken("--out", "/dev/null")).contains("--out /dev/null is no file");
    Path file = Files.writeString(folder.resolve("a"), "");
    assertThat(mistaken("--out", file + "/edges.csv")).contains("there is no folder " + file);
    assertThat(mistaken("--out", " ")).contains("--out is empty");
    assertThat(mistaken("--out", "s3a://bucket/edges.csv")).contains("there is no folder");
  }

  @Test
  void aLakeOrADayThatIsNone() {
    assertThat(mistaken("--lake", folder + "/no")).contains(folder + "/no does not exist");
    assertThat(mistaken("--lake", "" + folder)).contains("is no lake");
    assertThat(mistaken("--as-of", "soon")).contains("--as-of soon is not a date");
    assertThat(mistaken("--set", "coordination.window_days=0"))
        .contains("settings have 1 problem(s)");
  }
}

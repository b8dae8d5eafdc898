package io.assay.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.Main;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
    builder.environment().keySet().removeAll(List.of("SPARK_HOME", "ASSAY_SPARK_OPTS"));
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
  void aRefusedRecordIsToldInSentences() throws Exception {
    Path crawl = folder.resolve("crawl");
    Files.createDirectories(crawl.resolve("accounts"));
    Files.writeString(crawl.resolve("accounts/a.jsonl"), "{\"platform\":\"x\"}\n");
    String lake = folder.resolve("lake").toString();
    Ended refused =
        assay(
            "ingest",
            crawl.toString(),
            "--crawl-id",
            "c",
            "--crawl-date",
            "2026-10-31",
            "--lake",
            lake);
    assertThat(refused.code()).as(refused.err()).isEqualTo(3);
    assertThat(refused.err().lines())
        .allMatch(
            line -> line.isBlank() || line.startsWith("[ingest]") || line.startsWith("assay:"));
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
    assertThat(missing.lastLine()).contains("/no/such/java").contains("Install Java 17 or 21");
    for (String version : List.of("1.8.0_412", "11.0.2", "170", "18.0.1", "22.0.1", "25")) {
      Ended other = run(HOME.resolve("jobs/assay"), java(version, null), "--version");
      assertThat(other.code()).as(version).isEqualTo(2);
      assertThat(other.lastLine())
          .contains("is " + version + ". Install Java 17 or 21")
          .contains("Java 17 or 21 is needed");
      Ended bench = run(HOME.resolve("jobs/bench"), java(version, null), "--help");
      assertThat(bench.code()).as(version).isEqualTo(2);
      assertThat(bench.lastLine()).contains("is no Java 17 or 21. Install one");
    }
  }

  @Test
  void bothJavasAreTaken() throws Exception {
    for (String version : List.of("17", "17.0.15", "21", "21.0.8")) {
      Ended taken = run(HOME.resolve("jobs/assay"), java(version, null), "tables");
      assertThat(taken.code()).as(taken.err()).isEqualTo(7);
      assertThat(taken.out().lines())
          .contains("--add-modules=jdk.incubator.vector", Main.class.getName())
          .endsWith("tables");
    }
  }

  @Test
  void aJavaWithoutVectorsIsNotAskedForThem() throws Exception {
    Ended whole =
        run(HOME.resolve("jobs/assay"), java("21", "java.base jdk.incubator.vector"), "plan");
    assertThat(whole.out().lines()).contains("--add-modules=jdk.incubator.vector");
    Ended cut = run(HOME.resolve("jobs/assay"), java("21", "java.base java.desktop"), "plan");
    assertThat(cut.code()).as(cut.err()).isEqualTo(7);
    assertThat(cut.out().lines())
        .doesNotContain("--add-modules=jdk.incubator.vector")
        .contains("--add-opens=java.base/java.lang=ALL-UNNAMED")
        .endsWith("plan");
  }

  /** Whether the launcher tells Java to do without its optimizing compiler. */
  private boolean brief(String javaOptions, String... command) throws Exception {
    Map<String, String> environment = new HashMap<>(java("17", null));
    environment.put("ASSAY_JAVA_OPTS", javaOptions);
    Ended ended = run(HOME.resolve("jobs/assay"), environment, command);
    assertThat(ended.code()).as(ended.err()).isEqualTo(7);
    long collectors = ended.out().lines().filter(o -> o.matches("-XX:\\+Use\\w+GC")).count();
    assertThat(collectors).isLessThanOrEqualTo(1);
    return ended.out().lines().anyMatch("-XX:TieredStopAtLevel=1"::equals);
  }

  /** A file that takes no room on the disk. */
  private void file(String path, long megabytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
      written.setLength((megabytes << 20) + 1);
    }
  }

  @Test
  void aSmallCrawlOrLakeIsDoneWithoutTheOptimizingCompiler() throws Exception {
    file("-a small lake/silver/post/as_of=2026-10-31/p.parquet", 0);
    file("large/silver/post/as_of=2026-10-31/p.parquet", 64);
    String lake = folder.resolve("-a small lake").toString();
    assertThat(brief("", "run", "--as-of", "2026-10-31", "--lake", lake)).isTrue();
    assertThat(brief("", "run", "--as-of", "2026-10-31", "--lake=-a small lake")).isTrue();
    assertThat(brief("-XX:+UseG1GC", "ingest", lake, "--lake", "new")).isTrue();
    assertThat(brief("", "ingest", lake, "--lake", "large")).isFalse();
    assertThat(brief("", "ingest", "--dry-run", "large", "--lake", lake)).isFalse();
    assertThat(brief("", "engagement", "--lake=large")).isFalse();
    assertThat(brief("-XX:+UseG1GC", "run", "--lake", "large")).isFalse();
    assertThat(brief("", "calibrate", "--lake", lake)).isFalse();
    assertThat(brief("", "demo")).isTrue();
  }

  @Test
  void whatIsMissingIsNotSmallWhereNamesMayBeAClusters() throws Exception {
    file("crawl/accounts/a.jsonl", 0);
    file("mine.yaml", 0);
    assertThat(brief("", "run", "--lake", "s3a://bucket/lake")).isFalse();
    assertThat(brief("", "ingest", "crawl", "--lake", "s3a://bucket/lake")).isFalse();
    assertThat(brief("", "run", "--lake", "no/such/lake")).as("fails at once").isTrue();
    Path options = Files.writeString(folder.resolve("options"), "");
    for (String elsewhere :
        List.of("-Dspark.hadoop.fs.defaultFS=hdfs://name:8020", "@" + options)) {
      assertThat(brief(elsewhere, "run", "--lake", "/data/lake")).isFalse();
      assertThat(brief(elsewhere, "run", "--conf", "mine.yaml", "--lake", "/data/lake")).isFalse();
      assertThat(brief(elsewhere, "run", "--lake")).isFalse();
      assertThat(brief(elsewhere, "run", "--lake", "crawl")).isTrue();
      assertThat(brief(elsewhere, "ingest", "/data/crawl", "--lake", "crawl")).isFalse();
      assertThat(brief(elsewhere, "ingest", "--mapping", "mine.yaml", "--lake", "new")).isFalse();
      assertThat(brief(elsewhere, "ingest", "crawl", "--lake", "new")).isTrue();
      assertThat(brief(elsewhere, "ingest", "--check-mapping", "mine.yaml", "--sample", "crawl"))
          .isTrue();
    }
  }

  @Test
  void aLakeDoesNotGrowOutOfItWithAge() throws Exception {
    file("lake/silver/post/_delta_log/00000000000000000000.json", 65);
    file("lake/ops/run/part-00000.parquet", 65);
    file("lake/silver/post/as_of=2026-10-29/old.parquet", 65);
    file("lake/silver/post/as_of=2026-10-30/p.parquet", 20);
    file("lake/bronze/post_observation/crawl_id=c/crawl_date=2026-10-29/old.parquet", 65);
    file("lake/bronze/post_observation/crawl_id=c/crawl_date=2026-10-30/p.parquet", 20);
    assertThat(brief("", "run", "--lake", "lake")).isTrue();

    file("lake/silver/interaction/first_seen_on=2026-10-01/i.parquet", 10);
    file("lake/silver/interaction/first_seen_on=2026-10-30/i.parquet", 10);
    assertThat(brief("", "run", "--lake", "lake")).as("60 MB").isTrue();
    file("lake/silver/interaction/first_seen_on=2026-10-02/i.parquet", 10);
    assertThat(brief("", "run", "--lake", "lake")).as("all events of a window count").isFalse();
  }

  @Test
  void deliveriesOfWhichNoDayWasMadeYetCount() throws Exception {
    file("lake/bronze/post_observation/crawl_id=c/crawl_date=2026-10-29/p.parquet", 40);
    file("lake/bronze/post_observation/crawl_id=d/crawl_date=2026-10-30/p.parquet", 40);
    assertThat(brief("", "run", "--lake", "lake")).isFalse();
    file("lake/silver/post/as_of=2026-10-29/p.parquet", 0);
    assertThat(brief("", "run", "--lake", "lake")).isTrue();
  }

  /**
   * The environment of a Java that says its version and otherwise what it was given, and ends with
   * 7.
   *
   * @param modules as its release file lists them; null for none
   */
  private Map<String, String> java(String version, String modules) throws IOException {
    Path home = Files.createTempDirectory(folder, "java");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\nfor last; do :; done\nif [ \"$last\" = -version ]; then\n"
            + "  echo 'openjdk version \""
            + version
            + "\" 2025-07-15' >&2\n  exit 0\nfi\nprintf '%s\\n' \"$@\"\nexit 7\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    if (modules != null) {
      Files.writeString(home.resolve("release"), "MODULES=\"" + modules + "\"\n");
    }
    return Map.of("JAVA_HOME", home.toString());
  }

  @Test
  void optionsThatJavaRefusesAreNamed() throws Exception {
    Ended refused =
        run(HOME.resolve("jobs/assay"), Map.of("ASSAY_JAVA_OPTS", "-Xmx1q"), "--version");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.lastLine()).contains("-Xmx1q").contains("ASSAY_JAVA_OPTS");
  }

  /** A Spark home whose spark-submit tells what it was given, and ends with 3. */
  private Path sparkHome() throws IOException {
    Path home = Files.createDirectories(folder.resolve("a spark/jars")).getParent();
    Files.writeString(home.resolve("jars/spark-core_2.13-4.1.0.jar"), "");
    Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        submit, "#!/bin/sh\nprintf '%s\\n' \"$@\"\necho \"$SPARK_SUBMIT_OPTS\" >&2\nexit 3\n");
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    return home;
  }

  @Test
  void optionsBeforeTheCommandAreSparksAndThoseAfterItAreOurs() throws Exception {
    Ended submitted =
        run(
            HOME.resolve("jobs/assay"),
            Map.of("SPARK_HOME", sparkHome().toString(), "ASSAY_SPARK_OPTS", "--driver-memory 2g"),
            "--master",
            "spark://127.0.0.1:7077",
            "--conf=spark.executor.memory=1g",
            "--conf",
            "spark.app.name=a name",
            "run",
            "--conf",
            "my settings.yaml");
    assertThat(submitted.code()).isEqualTo(3);
    assertThat(submitted.out().lines())
        .containsExactly(
            "--driver-memory",
            "2g",
            "--master",
            "spark://127.0.0.1:7077",
            "--conf=spark.executor.memory=1g",
            "--conf",
            "spark.app.name=a name",
            "--class",
            Main.class.getName(),
            HOME.resolve("target/assay.jar").toString(),
            "run",
            "--conf",
            "my settings.yaml");
    assertThat(submitted.err())
        .contains("\"-Dassay.home=" + HOME + "\"")
        .contains("\"-Dlog4j2.configurationFile=" + HOME + "/conf/log4j2.properties\"");
  }

  @Test
  void aSparkHomeAloneMeansSparkSubmit() throws Exception {
    Map<String, String> environment = Map.of("SPARK_HOME", sparkHome().toString());
    Ended submitted = run(HOME.resolve("jobs/assay"), environment, "tables");
    assertThat(submitted.code()).isEqualTo(3);
    assertThat(submitted.out().lines()).endsWith("tables").startsWith("--class");
  }

  @Test
  void aMissingOrOtherSparkIsNamed() throws Exception {
    Path launcher = HOME.resolve("jobs/assay");
    Ended missing = run(launcher, Map.of("SPARK_HOME", "/no/such/spark"), "tables");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.lastLine()).contains("/no/such/spark").contains("Correct SPARK_HOME");
    Path other = sparkHome();
    Files.delete(other.resolve("jars/spark-core_2.13-4.1.0.jar"));
    Files.writeString(other.resolve("jars/spark-core_2.12-3.5.1.jar"), "");
    Ended old = run(launcher, Map.of("SPARK_HOME", other.toString()), "tables");
    assertThat(old.code()).isEqualTo(2);
    assertThat(old.lastLine()).contains("no Spark 4.1 for Scala 2.13");
    Ended bare = run(launcher, Map.of(), "--master");
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.lastLine()).contains("--master needs a value");
  }
}

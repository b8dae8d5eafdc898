package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.ingest.Crawl;
import io.assay.ingest.Mapping;
import io.assay.lake.Lake;
import io.assay.pipeline.Jobs;
import io.assay.pipeline.Pipeline;
import io.assay.workbench.worlds.WorldFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * The lake whose accounts are evaluated: one that is there, or one made of a crawl or world for one
 * evaluation.
 *
 * @param lake null where a table in files is evaluated without any
 * @param asOf day to evaluate; null for all that a table holds
 * @param name what the lake was made of
 * @param scratch folder to remove afterwards; null for none
 */
record ScoredLake(Lake lake, LocalDate asOf, String name, Path scratch) implements AutoCloseable {

  /** Opens or makes the lake of a seed. */
  static ScoredLake of(EvaluationCall call, SparkSession spark, CrawlOfWorld worlds, Long seed) {
    String world = EvaluationCall.world(call.call());
    List<String> crawls = call.crawls(seed);
    if (world == null && crawls.isEmpty()) {
      String location = call.path("lake", seed);
      String named = location == null ? call.path("table", seed) : location;
      Lake lake =
          location == null ? null : Lake.open(spark, Invocation.notBlank("--lake", location));
      return new ScoredLake(lake, call.asOf(), named, null);
    }
    String work = call.call().text("work");
    Path folder = folder(work, seed);
    Path scratch = work == null ? folder : null;
    try {
      Lake lake = Lake.openOrCreate(spark, folder.resolve("lake").toString());
      LocalDate day = call.asOf();
      if (world != null) {
        String made = folder.resolve("crawl").toString();
        day = worlds.write(spark, WorldFile.of(world), seed, made);
        load(call, spark, lake, List.of(made), day);
      } else {
        load(call, spark, lake, crawls, day);
      }
      return new ScoredLake(lake, day, world == null ? String.join(" ", crawls) : world, scratch);
    } catch (Exception e) {
      remove(scratch);
      throw e;
    }
  }

  /** Baselines need the state of a day; a table needs what its job writes. */
  private static void load(
      EvaluationCall call, SparkSession spark, Lake lake, List<String> crawls, LocalDate day) {
    Invocation given = call.call();
    Instant crawledAt = EvaluationInputs.crawledAt(call);
    Pipeline pipeline =
        new Pipeline(spark, lake, given.settings(), Cli.version(), given.progress());
    int number = 1;
    for (String path : crawls) {
      Mapping of = EvaluationInputs.mapping(call);
      pipeline.ingest(new Crawl(path, "crawl-" + number++, day, of, crawledAt));
    }
    if (call.baselines().isEmpty()) {
      pipeline.runAll(day);
    } else {
      pipeline.run(Jobs.daily("conform"), day);
    }
  }

  private static Path folder(String work, Long seed) {
    try {
      String name = "evaluate-" + (seed == null ? "" : "seed-" + seed + "-");
      if (work == null) {
        return Files.createTempDirectory("assay-" + name);
      }
      return Files.createTempDirectory(Files.createDirectories(Path.of(work)), name);
    } catch (IOException e) {
      throw new UserError(
          "no folder can be made for the lake: " + e.getMessage(), "Name one with --work DIR.", e);
    }
  }

  @Override
  public void close() {
    remove(scratch);
  }

  private static void remove(Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " could not be removed", e);
    }
  }
}

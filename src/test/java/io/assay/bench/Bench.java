package io.assay.bench;

import io.assay.coordination.detection.LockstepBench;
import io.assay.lake.SparkSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * {@code jobs/bench}: measures workloads beside baselines in one session, by turns, and prints a
 * table. Exit code 1 if a ratio is over its bar.
 */
public final class Bench {

  private static final double LOAD_BAR = 3;

  /** Measured once and forgotten, so that the first size does not pay for the JVM's start. */
  private static final long WARM_UP_ROWS = 200_000;

  private final SparkSession spark;
  private final BenchOptions options;
  private final Map<String, Comparison> smallest = new HashMap<>();
  private int lakes;

  private Bench(SparkSession spark, BenchOptions options) {
    this.spark = spark;
    this.options = options;
  }

  public static void main(String[] args) throws IOException {
    BenchOptions options = BenchOptions.parse(args);
    Files.createDirectories(options.work());
    if (options.only().contains("small")) {
      // Opens no session of its own: processes are measured.
      System.out.println(Machine.describe(org.apache.spark.package$.MODULE$.SPARK_VERSION()));
      boolean small = new SmallBench(options.work(), Bench::delete).run(options.repeat());
      System.exit(small ? 0 : 1);
    }
    if (options.only().contains("shares")) {
      System.out.println(Machine.describe(org.apache.spark.package$.MODULE$.SPARK_VERSION()));
      System.exit(LockstepBench.run(options.rows(), options.repeat()) ? 0 : 1);
    }
    SparkSession spark = SparkSessions.open("assay bench");
    boolean acceptable;
    try {
      acceptable = new Bench(spark, options).run();
    } finally {
      spark.stop();
    }
    System.exit(acceptable ? 0 : 1);
  }

  private boolean run() {
    System.out.println(Machine.describe(spark.version()));
    if (options.only().contains("world")) {
      return new WorldBench(spark, options.work(), Bench::delete).run(options.repeat());
    }
    if (options.only().contains("recrawls")) {
      options.rows().forEach(days()::recrawls);
      return true;
    }
    if (options.only().contains("signals")) {
      KeptLakes lakes = new KeptLakes(options.work(), options.keep(), Bench::delete);
      SignalsBench signals = new SignalsBench(spark, options.work(), lakes, "signals");
      return compared("account", signals::measure);
    }
    if (options.only().contains("coordination")) {
      KeptLakes lakes = new KeptLakes(options.work(), options.keep(), Bench::delete);
      return new CoordinationBench(spark, options.work(), lakes)
          .run(options.rows(), options.repeat());
    }
    if (options.only().contains("forms")) {
      KeptLakes lakes = new KeptLakes(options.work(), options.keep(), Bench::delete);
      return new FormsBench(spark, lakes).run(options.rows(), options.repeat());
    }
    if (options.only().contains("days")) {
      System.out.println(Comparison.header("post"));
      return options.rows().stream()
          .map(rows -> days().interactions(rows, options.history()))
          .reduce(true, Boolean::logicalAnd);
    }
    measure(WARM_UP_ROWS, 1);
    return compared("post", this::measure);
  }

  /** What is measured at one size. */
  private interface Measurement {
    List<Comparison> of(long rows, int repeat);
  }

  private boolean compared(String row, Measurement measurement) {
    System.out.println(Comparison.header(row));
    boolean acceptable = true;
    for (long rows : options.rows()) {
      for (Comparison comparison : measurement.of(rows, options.repeat())) {
        smallest.putIfAbsent(comparison.workload(), comparison);
        Comparison first = smallest.get(comparison.workload());
        System.out.println(comparison.line(first, Machine.peakMegabytes()));
        acceptable &= comparison.acceptable();
      }
    }
    System.out.printf(
        "median of %d; growth = time per %s relative to the smallest size; peak = resident memory"
            + " of the process so far%n",
        options.repeat(), row);
    return acceptable;
  }

  private DaysBench days() {
    return new DaysBench(spark, options.work(), Bench::delete);
  }

  private List<Comparison> measure(long rows, int repeat) {
    List<Comparison> measured = new ArrayList<>();
    if (options.only().contains("load")) {
      measured.add(load(rows, repeat));
    }
    if (options.only().contains("engagement")) {
      KeptLakes lakes = new KeptLakes(options.work(), options.keep(), Bench::delete);
      measured.addAll(new EngagementBench(spark, options.work(), lakes).measure(rows, repeat));
    }
    return measured;
  }

  private Comparison load(long rows, int repeat) {
    Path crawl = EngagementBench.crawlOf(spark, rows).written(options.work());
    Baseline baseline = new Baseline(spark);
    Path parquet = options.work().resolve("baseline");
    Comparison load = new Comparison("load", rows, LOAD_BAR);
    for (int i = 0; i < repeat; i++) {
      Path lake = newLake();
      Workload workload = new PipelineWorkload(spark, lake, PlainCrawl.DAY);
      load.round(i, () -> baseline.load(crawl, parquet), () -> load(workload, crawl));
      delete(lake);
    }
    delete(parquet);
    return load;
  }

  private static void load(Workload workload, Path crawl) {
    workload.ingest(crawl);
    workload.conform();
  }

  /** Never the same folder twice: Delta keeps the state of tables it has seen. */
  private Path newLake() {
    lakes++;
    return options.work().resolve("lake-" + ProcessHandle.current().pid() + "-" + lakes);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

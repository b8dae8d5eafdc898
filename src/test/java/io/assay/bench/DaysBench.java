package io.assay.bench;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * What a day costs on top of many: interactions beside reading and writing the day's rows alone,
 * and recrawls of the same posts beside a crawl that delivers all of them at once.
 */
final class DaysBench {
  private static final LocalDate START = LocalDate.of(2026, 9, 1);
  private static final int RECRAWLS = 30;
  private static final double BAR = 4;

  /** Below so many events a day, what no row adds to counts more. */
  private static final long MANY = 10_000_000;

  private static final double BAR_OF_FEW = 6;

  private final SparkSession spark;
  private final Path work;
  private final Consumer<Path> delete;
  private final DayCrawls crawls;
  private final Baseline baseline;

  DaysBench(SparkSession spark, Path work, Consumer<Path> delete) {
    this.spark = spark;
    this.work = work;
    this.delete = delete;
    this.crawls = new DayCrawls(spark);
    this.baseline = new Baseline(spark);
  }

  /**
   * One more day of events after days of them.
   *
   * @param events of one day
   * @param history after how many days the next one is measured, rising
   */
  boolean interactions(long events, List<Integer> history) {
    Path lake = work.resolve("lake-days-" + ProcessHandle.current().pid());
    Path crawl = work.resolve("crawl-of-a-day");
    Comparison first = null;
    boolean acceptable = true;
    int last = history.get(history.size() - 1);
    // A day more, whose delivery holds some records twice.
    for (int day = 0; day <= last + 1; day++) {
      LocalDate date = START.plusDays(day);
      boolean repeated = day > last;
      crawls.interactions(date, events, repeated, crawl);
      PipelineWorkload workload = new PipelineWorkload(spark, lake, date);
      if (!history.contains(day) && !repeated) {
        workload.ingest(crawl);
        workload.conform();
        continue;
      }
      Comparison comparison =
          new Comparison(
              repeated ? "with repeats" : "day " + (day + 1),
              events,
              repeated ? Double.NaN : events < MANY ? BAR_OF_FEW : BAR);
      long[] read = new long[1];
      double[] ingest = new double[1];
      double[] conform = new double[1];
      comparison.round(
          0,
          () -> load(Feeds.INTERACTIONS, crawl),
          () -> {
            ingest[0] = seconds(() -> workload.ingest(crawl));
            try (BytesRead bytes = new BytesRead(spark)) {
              conform[0] = seconds(workload::conform);
              read[0] = bytes.megabytes();
            }
          });
      first = first == null ? comparison : first;
      System.out.println(comparison.line(first, Machine.peakMegabytes()));
      System.out.printf(
          Locale.ROOT,
          "  ingest took %.1f s of it, conform %.1f s, which read %d MB: %s%n",
          ingest[0],
          conform[0],
          read[0],
          workload.bytesHeld());
      acceptable &= comparison.acceptable();
    }
    delete.accept(lake);
    delete.accept(crawl);
    return acceptable;
  }

  /** The last of 30 daily recrawls beside a first day, which has the same rows and no past. */
  void recrawls(long posts) {
    Path lake = work.resolve("lake-recrawls-" + ProcessHandle.current().pid());
    Path crawl = work.resolve("recrawl");
    double sum = 0;
    for (int day = 1; day <= RECRAWLS; day++) {
      LocalDate date = START.plusDays(day);
      crawls.recrawl(date, posts, crawl);
      PipelineWorkload workload = new PipelineWorkload(spark, lake, date);
      workload.ingest(crawl);
      double seconds = seconds(workload::conform);
      sum += seconds;
      if (day == 1 || day == 2 || day == RECRAWLS) {
        System.out.printf(
            Locale.ROOT, "recrawl %2d of %,d posts: conform %.1f s%n", day, posts, seconds);
      }
    }
    Path all = work.resolve("lake-at-once-" + ProcessHandle.current().pid());
    LocalDate last = START.plusDays(RECRAWLS);
    for (int day = 1; day <= RECRAWLS; day++) {
      crawls.recrawl(START.plusDays(day), posts, crawl);
      new PipelineWorkload(spark, all, START.plusDays(day)).ingest(crawl);
    }
    double atOnce = seconds(new PipelineWorkload(spark, all, last)::conform);
    System.out.printf(
        Locale.ROOT,
        "all %d recrawls from scratch: conform %.1f s; day by day: %.1f s a day%n",
        RECRAWLS,
        atOnce,
        sum / RECRAWLS);
    delete.accept(lake);
    delete.accept(all);
    delete.accept(crawl);
  }

  private void load(Feed feed, Path crawl) {
    baseline.load(feed, crawl, work.resolve("baseline"));
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}

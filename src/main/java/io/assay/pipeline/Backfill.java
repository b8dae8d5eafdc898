package io.assay.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.assay.contracts.Feeds;
import io.assay.contracts.OpsTables;
import io.assay.job.Job;
import io.assay.job.RunRecord;
import io.assay.lake.Lake;
import io.assay.lake.LakeSource;
import io.assay.lake.OpsTable;
import io.assay.lake.PublishedSlices;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tells which days of a span have to be made, so that a backfill that was stopped goes on. A day is
 * made when each of its jobs has succeeded, in one run or, under a scheduler, in runs of their own,
 * and none before a job that writes what it reads.
 */
public final class Backfill {
  private final Map<LocalDate, Timestamp> madeAt;
  private final Map<LocalDate, Timestamp> otherwiseAt;
  private final Map<LocalDate, Timestamp> markedAt;
  private final boolean marksLost;
  private final LakeSource source;
  private final int windowDays;

  /** Days of which anything was delivered, once somebody asks. */
  private TreeSet<LocalDate> deliveries;

  /**
   * @param settingsHash of the settings to run with; what other settings made is made again
   * @param codeVersion likewise
   * @param moreMarks days that are stale beside those that the ledger names, and since when
   */
  Backfill(
      SparkSession spark,
      Lake lake,
      int windowDays,
      String settingsHash,
      String codeVersion,
      Map<LocalDate, Instant> moreMarks) {
    Dataset<Row> runs =
        OpsTable.read(spark, lake, OpsTables.RUN)
            .where(
                col("job")
                    .isInCollection(Jobs.DAILY.stream().map(Job::name).toList())
                    .and(col("outcome").equalTo("succeeded"))
                    .and(col("as_of").isNotNull()));
    Column these =
        col("settings_hash").equalTo(settingsHash).and(col("code_version").equalTo(codeVersion));
    Map<String, Map<LocalDate, Timestamp>> last = lastRuns(runs);
    Map<String, Map<LocalDate, Timestamp>> lastOfThese = lastRuns(runs.where(these));
    // What other settings made since is theirs, whatever these had made before.
    lastOfThese.forEach((job, days) -> days.entrySet().retainAll(last.get(job).entrySet()));
    this.madeAt = made(lastOfThese);
    this.otherwiseAt = made(last);
    this.markedAt = latest(OpsTable.read(spark, lake, OpsTables.STALE_DAY), "marked_at");
    moreMarks.forEach(
        (day, at) -> markedAt.merge(day, Timestamp.from(at), (a, b) -> a.after(b) ? a : b));
    this.marksLost = lake.holds(OpsTables.RUN) && !lake.holds(OpsTables.STALE_DAY);
    this.source =
        new LakeSource(
            spark,
            lake,
            Feeds.ALL.stream().map(f -> f.target()).toList(),
            new RunRecord("", Pipeline.RUN),
            PublishedSlices.none());
    this.windowDays = windowDays;
  }

  /** Why the day has to be made, for a person to read; null if it is up to date. */
  public String reason(LocalDate day) {
    Timestamp made = madeAt.get(day);
    if (made == null) {
      return otherwiseAt.containsKey(day)
          ? "other settings or code made it"
          : "it was not made yet";
    }
    if (marksLost) {
      return "which deliveries came late is not known: " + OpsTables.STALE_DAY.id() + " is missing";
    }
    Timestamp marked = markedAt.get(day);
    return marked != null && !marked.before(made) ? "a delivery came after it" : null;
  }

  /** Whether anything was delivered that the day could be made of. */
  public boolean hasDeliveries(LocalDate day) {
    if (deliveries == null) {
      deliveries = new TreeSet<>();
      Feeds.ALL.forEach(
          feed ->
              source
                  .files(feed.target(), null, null, null)
                  .forEach(file -> deliveries.add(file.day())));
    }
    LocalDate last = deliveries.floor(day);
    return last != null && !last.isBefore(day.minusDays(windowDays - 1L));
  }

  /** When the last run of each job and day began. */
  private static Map<String, Map<LocalDate, Timestamp>> lastRuns(Dataset<Row> runs) {
    Map<String, Map<LocalDate, Timestamp>> byJob = new HashMap<>();
    for (Job job : Jobs.DAILY) {
      byJob.put(
          job.name(),
          new HashMap<>(latest(runs.where(col("job").equalTo(job.name())), "started_at")));
    }
    return byJob;
  }

  /** When the day's first job began, of days whose jobs have all succeeded in their order. */
  private static Map<LocalDate, Timestamp> made(Map<String, Map<LocalDate, Timestamp>> byJob) {
    Map<LocalDate, Timestamp> made = new HashMap<>();
    Job first = Jobs.DAILY.get(0);
    byJob
        .get(first.name())
        .forEach(
            (day, began) -> {
              if (Jobs.DAILY.stream().allMatch(job -> isAfterItsWriters(job, day, byJob))) {
                made.put(day, began);
              }
            });
    return made;
  }

  private static boolean isAfterItsWriters(
      Job job, LocalDate day, Map<String, Map<LocalDate, Timestamp>> byJob) {
    Timestamp began = byJob.get(job.name()).get(day);
    return began != null
        && Jobs.DAILY.stream()
            .filter(writer -> writer.writes().stream().anyMatch(job.reads()::contains))
            .map(writer -> byJob.get(writer.name()).get(day))
            .allMatch(earlier -> earlier != null && !earlier.after(began));
  }

  private static Map<LocalDate, Timestamp> latest(Dataset<Row> rows, String time) {
    Map<LocalDate, Timestamp> latest = new HashMap<>();
    // A row for each day that was ever run.
    for (Row row : rows.groupBy(col("as_of").cast("string")).agg(max(time)).collectAsList()) {
      latest.put(LocalDate.parse(row.getString(0)), row.getTimestamp(1));
    }
    return latest;
  }
}

package io.assay.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.Feeds;
import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.lake.Lake;
import io.assay.lake.LakeSource;
import io.assay.lake.OpsTable;
import io.assay.lake.PublishedSlices;
import io.assay.settings.Settings;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tells which days of a span have to be made, so that a backfill that was stopped goes on. A day is
 * made when each of its jobs has succeeded, in one run or, under a scheduler, in runs of their own,
 * by this code, under these values of the settings that the job reads, and not before a job that
 * writes what it reads, nor before the earlier day whose results it follows. If one job is due the
 * whole day is to be made: readers take a day's tables from one run.
 */
public final class Backfill {

  /** A job's last success for a day. */
  private record Success(Timestamp startedAt, String settingsHash, String codeVersion) {}

  private final Settings settings;
  private final String codeVersion;
  private final Map<String, Map<LocalDate, Success>> successes;
  private final Map<LocalDate, Timestamp> markedAt;
  private final LakeSource source;

  /** Days of which anything was delivered, once somebody asks. */
  private TreeSet<LocalDate> deliveries;

  /**
   * @param settings to run with; what other values of a job's settings made is made again
   * @param codeVersion likewise
   * @param moreMarks days that are stale beside those that the ledger names, and since when
   */
  Backfill(
      SparkSession spark,
      Lake lake,
      Settings settings,
      String codeVersion,
      Map<LocalDate, Instant> moreMarks) {
    this.settings = settings;
    this.codeVersion = codeVersion;
    this.successes = successes(OpsTable.read(spark, lake, OpsTables.RUN));
    this.markedAt = marks(OpsTable.read(spark, lake, OpsTables.STALE_DAY));
    moreMarks.forEach(
        (day, at) -> markedAt.merge(day, Timestamp.from(at), (a, b) -> a.after(b) ? a : b));
    this.source =
        LakeSource.unrecorded(
            spark, lake, Feeds.ALL.stream().map(f -> f.target()).toList(), PublishedSlices.none());
  }

  /** Why the day has to be made, for a person to read; null if it is up to date. */
  public String reason(LocalDate day) {
    List<Job> due = due(day);
    if (due.isEmpty()) {
      return null;
    }
    if (due.stream().anyMatch(job -> success(job, day) == null)) {
      return "it was not made yet";
    }
    String otherwise = names(due, job -> !isOfThese(job, day));
    if (!otherwise.isEmpty()) {
      return "other settings or code made " + otherwise;
    }
    if (due.stream().anyMatch(job -> isStale(job, day))) {
      return "a delivery came after it";
    }
    return due.stream().anyMatch(job -> isBehindEarlier(job, day))
        ? "an earlier day, whose names it keeps, was made again after it"
        : "what they read was made again after " + names(due, job -> true);
  }

  /**
   * The jobs whose tables of the day are not what they would be made now, in their order: those
   * that never succeeded, were run by other code or under other values of their settings, or before
   * a delivery or a job that they read from; and those that read from these.
   */
  List<Job> due(LocalDate day) {
    List<Job> due = new ArrayList<>();
    for (Job job : Jobs.DAILY) {
      if (!isOfThese(job, day)
          || isStale(job, day)
          || isBehindEarlier(job, day)
          || writersOf(job).stream()
              .anyMatch(w -> due.contains(w) || isAfter(success(w, day), success(job, day)))) {
        due.add(job);
      }
    }
    return due;
  }

  private boolean isOfThese(Job job, LocalDate day) {
    Success last = success(job, day);
    return last != null
        && last.settingsHash().equals(settings.hash(job.stage().settings()))
        && last.codeVersion().equals(codeVersion);
  }

  /** Whether a delivery came after the job, which reads deliveries. */
  private boolean isStale(Job job, LocalDate day) {
    Timestamp marked = markedAt.get(day);
    return marked != null
        && job.stage().inputs().stream().anyMatch(t -> t.layer() == Table.Layer.BRONZE)
        && !marked.before(success(job, day).startedAt());
  }

  /** Whether the newest earlier day that the job follows was made again after this one. */
  private boolean isBehindEarlier(Job job, LocalDate day) {
    if (!job.stage().followsEarlier()) {
      return false;
    }
    Success earlier =
        successes.getOrDefault(job.name(), Map.of()).entrySet().stream()
            .filter(made -> made.getKey().isBefore(day))
            .max(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .orElse(null);
    return earlier != null && isAfter(earlier, success(job, day));
  }

  private static boolean isAfter(Success one, Success other) {
    return one.startedAt().after(other.startedAt());
  }

  private static List<Job> writersOf(Job reader) {
    return Jobs.DAILY.stream()
        .filter(job -> job != reader)
        .filter(job -> job.writes().stream().anyMatch(reader.stage().inputs()::contains))
        .toList();
  }

  private Success success(Job job, LocalDate day) {
    return successes.getOrDefault(job.name(), Map.of()).get(day);
  }

  private static String names(List<Job> jobs, Predicate<Job> which) {
    return jobs.stream().filter(which).map(Job::name).collect(Collectors.joining(", "));
  }

  /** Tells that every job of a day has run since: days that follow it are then behind. */
  public void made(LocalDate day) {
    Timestamp now = Timestamp.from(Instant.now());
    for (Job job : Jobs.DAILY) {
      successes
          .computeIfAbsent(job.name(), name -> new HashMap<>())
          .put(day, new Success(now, settings.hash(job.stage().settings()), codeVersion));
    }
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
    return last != null && !last.isBefore(day.minusDays(settings.conform().windowDays() - 1L));
  }

  /** By job and day; a row for each that ever succeeded. The maps can be added to. */
  private static Map<String, Map<LocalDate, Success>> successes(Dataset<Row> runs) {
    Map<String, Map<LocalDate, Success>> byJob = new HashMap<>();
    runs.where(col("outcome").equalTo("succeeded").and(col("as_of").isNotNull()))
        .groupBy(col("job"), col("as_of").cast("string"))
        .agg(max_by(struct("started_at", "settings_hash", "code_version"), col("started_at")))
        .collectAsList()
        .forEach(
            row -> {
              Row last = row.getStruct(2);
              byJob
                  .computeIfAbsent(row.getString(0), job -> new HashMap<>())
                  .put(
                      LocalDate.parse(row.getString(1)),
                      new Success(last.getTimestamp(0), last.getString(1), last.getString(2)));
            });
    return byJob;
  }

  private static Map<LocalDate, Timestamp> marks(Dataset<Row> rows) {
    Map<LocalDate, Timestamp> latest = new HashMap<>();
    for (Row row :
        rows.groupBy(col("as_of").cast("string")).agg(max("marked_at")).collectAsList()) {
      latest.put(LocalDate.parse(row.getString(0)), row.getTimestamp(1));
    }
    return latest;
  }
}

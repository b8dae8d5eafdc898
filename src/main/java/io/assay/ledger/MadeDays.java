package io.assay.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Replaced;
import io.assay.job.Slice;
import io.assay.job.Stage;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import io.assay.ledger.MadeDay.SucceededJob;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Finds in the ledger what made a day. A day's last complete run is the last success of its last
 * job, with the last success of each other job before that began: so it is found also where a
 * scheduler runs the jobs one by one, where one job alone was run again, and while the day is being
 * made anew.
 *
 * <p>Cost: three queries of the ledger a day; what is collected grows with the runs of the day and
 * with the deliveries up to it.
 */
public final class MadeDays {
  private static final String SUCCEEDED = "succeeded";
  private static final String DELIVERY = "crawl_id=";

  /** So many days are named to who asks for one that is not there. */
  private static final int NAMED = 5;

  private static final Comparator<SucceededJob> LAST =
      Comparator.comparing(SucceededJob::startedAt).thenComparing(SucceededJob::runId);

  private final SparkSession spark;
  private final Lake lake;
  private final List<Stage> stages;

  /**
   * @param stages the jobs of a day, in the order in which they run
   */
  public MadeDays(SparkSession spark, Lake lake, List<Stage> stages) {
    this.spark = spark;
    this.lake = lake;
    this.stages = List.copyOf(stages);
  }

  /**
   * @throws UserError if the day was never made, or not completely
   */
  public MadeDay of(LocalDate day) {
    Map<String, List<SucceededJob>> successes = successes(day);
    String last = stages.get(stages.size() - 1).name();
    SucceededJob end = successes.getOrDefault(last, List.of()).stream().max(LAST).orElse(null);
    if (end == null) {
      throw successes.isEmpty() ? neverRun(day) : incomplete(day, List.of(last));
    }
    Map<String, SucceededJob> jobs = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Stage stage : stages) {
      successes.getOrDefault(stage.name(), List.of()).stream()
          .filter(job -> stage.name().equals(last) || job.startedAt().isBefore(end.startedAt()))
          .max(LAST)
          .ifPresentOrElse(job -> jobs.put(stage.name(), job), () -> missing.add(stage.name()));
    }
    if (!missing.isEmpty()) {
      throw incomplete(day, missing);
    }
    return new MadeDay(day, jobs, published(day, jobs), deliveries(day, begin(jobs)));
  }

  private Map<String, List<SucceededJob>> successes(LocalDate day) {
    Map<String, List<SucceededJob>> successes = new HashMap<>();
    runs()
        .where(col("as_of").equalTo(lit(Date.valueOf(day))))
        .select("job", "run_id", "started_at", "settings_hash", "code_version")
        .collectAsList()
        .forEach(
            row ->
                successes
                    .computeIfAbsent(row.getString(0), job -> new ArrayList<>())
                    .add(
                        new SucceededJob(
                            row.getString(1),
                            Publication.instant(row.get(2)),
                            row.getString(3),
                            row.getString(4))));
    return successes;
  }

  /** Jobs of days that succeeded. */
  private Dataset<Row> runs() {
    if (lake.holds(OpsTables.RUN)) {
      OpsTable.requireDeclared(spark, lake, OpsTables.RUN);
    }
    return OpsTable.read(spark, lake, OpsTables.RUN)
        .where(col("outcome").equalTo(SUCCEEDED).and(col("as_of").isNotNull()));
  }

  /** When the first of the jobs began. */
  private static Instant begin(Map<String, SucceededJob> jobs) {
    return jobs.values().stream()
        .map(SucceededJob::startedAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Map<String, Replaced> published(LocalDate day, Map<String, SucceededJob> jobs) {
    Map<String, Replaced> published = new TreeMap<>();
    OpsTable.read(spark, lake, OpsTables.PUBLICATION)
        .where(col("slice").equalTo(Slice.of(day).toString()))
        .select("table_name", "job", "run_id", "rows", "content_hash", "version")
        .collectAsList()
        .forEach(
            row -> {
              SucceededJob job = jobs.get(row.getString(1));
              if (job != null && job.runId().equals(row.getString(2))) {
                published.merge(
                    row.getString(0),
                    new Replaced(
                        row.getString(2), row.getLong(3), row.getString(4), row.getLong(5)),
                    (a, b) -> b.version() > a.version() ? b : a);
              }
            });
    return published;
  }

  private Map<String, Map<String, Replaced>> deliveries(LocalDate day, Instant before) {
    Map<String, Map<String, Replaced>> deliveries = new TreeMap<>();
    OpsTable.read(spark, lake, OpsTables.PUBLICATION)
        .where(
            col("table_name")
                .startsWith(Table.Layer.BRONZE.folder() + ".")
                .and(col("slice").startsWith(DELIVERY))
                .and(col("published_at").lt(lit(Timestamp.from(before)))))
        .groupBy("slice", "table_name")
        .agg(max_by(struct("run_id", "rows", "content_hash", "version"), col("version")))
        .collectAsList()
        .forEach(
            row -> {
              String slice = row.getString(0);
              if (!Slice.ofDelivery(slice).crawlDate().isAfter(day)) {
                Row last = row.getStruct(2);
                deliveries
                    .computeIfAbsent(slice, s -> new TreeMap<>())
                    .put(
                        row.getString(1),
                        new Replaced(
                            last.getString(0),
                            last.getLong(1),
                            last.getString(2),
                            last.getLong(3)));
              }
            });
    return deliveries;
  }

  private UserError neverRun(LocalDate day) {
    List<String> made =
        runs()
            .where(col("job").equalTo(stages.get(stages.size() - 1).name()))
            .select(col("as_of").cast("string").as("day"))
            .distinct()
            .orderBy(col("day").desc())
            .limit(NAMED)
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    return new UserError(
        "lake "
            + lake.root()
            + " was never run for "
            + day
            + (made.isEmpty()
                ? ", nor for any other day"
                : "; the last days that it was run for are " + String.join(", ", made)),
        "Choose one of its days, or make this one: assay run --as-of " + day + ".");
  }

  private UserError incomplete(LocalDate day, List<String> missing) {
    return new UserError(
        "lake "
            + lake.root()
            + " has no complete run for "
            + day
            + ": "
            + String.join(", ", missing)
            + " did not succeed before it could be read",
        "Make the day: assay run --as-of " + day + ".");
  }
}

package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.OpsTables;
import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Finds the last complete run. A day is complete when a run of the whole day has succeeded, or each
 * of the day's jobs has by itself, as a scheduler runs them.
 *
 * @param jobs names of the jobs of a day
 */
@RunsSpark
record FinishedDays(SparkSession spark, Lake lake, List<String> jobs) {
  private static final String WHOLE_DAY = "run";

  /** A day of the ledger: which jobs have succeeded, and the last run of the whole day. */
  private record LedgerDay(LocalDate day, Set<String> succeeded, Row wholeDay, Row last) {}

  /** A row of ops.publication. */
  private record PublishedTable(String runId, String table, long version) {}

  /**
   * @param asked the day; null for the last that is complete
   * @throws UserError if there is none, or that day is not complete
   */
  FinishedDay find(LocalDate asked) {
    List<LedgerDay> days = days();
    if (asked == null) {
      return days.stream()
          .filter(this::isComplete)
          .max(Comparator.comparing(LedgerDay::day))
          .map(this::finished)
          .orElseThrow(
              () ->
                  new UserError(
                      "lake " + lake.root() + " holds no complete run",
                      "Run a day first: jobs/assay run --as-of DATE --lake DIR."));
    }
    LedgerDay day = days.stream().filter(d -> d.day().equals(asked)).findFirst().orElse(null);
    if (day == null) {
      String last =
          days.stream()
              .filter(this::isComplete)
              .map(LedgerDay::day)
              .max(Comparator.naturalOrder())
              .map(d -> " The last complete run is of " + d + ".")
              .orElse("");
      throw new UserError(
          "lake " + lake.root() + " has no run of " + asked,
          "Run it first: jobs/assay run --as-of " + asked + " --lake DIR." + last);
    }
    if (!isComplete(day)) {
      List<String> missing = new ArrayList<>(jobs);
      missing.removeAll(day.succeeded());
      throw new UserError(
          "the run of "
              + asked
              + " is not complete: "
              + String.join(", ", missing)
              + " did not run",
          "Run the whole day: jobs/assay run --as-of " + asked + " --lake DIR.");
    }
    return finished(day);
  }

  private boolean isComplete(LedgerDay day) {
    return day.wholeDay() != null || day.succeeded().containsAll(jobs);
  }

  private List<LedgerDay> days() {
    List<String> told = new ArrayList<>(jobs);
    told.add(WHOLE_DAY);
    var run = struct(col("run_id"), col("code_version"), col("started_at"));
    return OpsTable.read(spark, lake, OpsTables.RUN)
        .where(col("outcome").equalTo("succeeded").and(col("as_of").isNotNull()))
        .where(col("job").isInCollection(told))
        .groupBy("as_of")
        .agg(
            collect_set("job"),
            max_by(
                when(col("job").equalTo(WHOLE_DAY), run),
                when(col("job").equalTo(WHOLE_DAY), col("started_at"))),
            max_by(run, col("started_at")))
        .collectAsList()
        .stream()
        .map(
            row ->
                new LedgerDay(
                    LocalDate.parse(row.get(0).toString()),
                    new HashSet<>(row.getList(1)),
                    row.getStruct(2),
                    row.getStruct(3)))
        .toList();
  }

  private FinishedDay finished(LedgerDay day) {
    Row run = day.wholeDay() == null ? day.last() : day.wholeDay();
    String runId = run.getString(0);
    List<PublishedTable> all = published(day.day());
    Map<String, PublishedTable> newest = newest(all);
    Map<String, PublishedTable> chosen = new HashMap<>(newest);
    if (day.wholeDay() != null) {
      chosen.clear();
      chosen.putAll(newest(all.stream().filter(p -> p.runId().equals(runId)).toList()));
    }
    Map<String, Optional<Long>> versions = new HashMap<>();
    Set<String> runIds = new HashSet<>(Set.of(runId));
    chosen.forEach(
        (table, published) -> {
          runIds.add(published.runId());
          // What nothing has replaced since is read as it is now: older versions may be gone.
          boolean still = newest.get(table).version() == published.version();
          versions.put(table, still ? Optional.empty() : Optional.of(published.version()));
        });
    return new FinishedDay(spark, lake, day.day(), runId, runIds, run.getString(1), versions);
  }

  /** Of each table the last publication. */
  private static Map<String, PublishedTable> newest(List<PublishedTable> published) {
    Map<String, PublishedTable> newest = new HashMap<>();
    for (PublishedTable p : published) {
      newest.merge(p.table(), p, (a, b) -> a.version() >= b.version() ? a : b);
    }
    return newest;
  }

  private List<PublishedTable> published(LocalDate day) {
    return OpsTable.read(spark, lake, OpsTables.PUBLICATION)
        .where(col("as_of").equalTo(lit(day)))
        .select("run_id", "table_name", "version")
        .collectAsList()
        .stream()
        .map(row -> new PublishedTable(row.getString(0), row.getString(1), row.getLong(2)))
        .toList();
  }
}

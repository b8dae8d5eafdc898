package io.assay.reporting.html.collect;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Unchecked;
import io.assay.lake.Lake;
import io.assay.reporting.html.model.ClusterFacts;
import io.assay.reporting.html.model.DoubtFacts;
import io.assay.reporting.html.model.GroupFacts;
import io.assay.reporting.html.model.RateFacts;
import io.assay.reporting.html.model.ReportModel;
import io.assay.reporting.html.model.RunFacts;
import io.assay.reporting.html.model.SilenceFacts;
import io.assay.reporting.html.model.SizeCurve;
import io.assay.reporting.html.model.VerdictFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Collects a day's report. Input: the tables of the last complete run of the day. Output: bounded
 * values, see {@link io.assay.reporting.html.model.ReportLimits}. Cost: some twenty queries, of
 * which the two over account_assessment and the two over account_engagement scan a row an account,
 * in few columns; they are planned beside each other.
 *
 * @param location the lake as the caller names it
 * @param jobs names of the jobs of a day
 * @param defaultScheme scheme of the bands of the account tables
 */
public record ReportCollector(
    SparkSession spark, Lake lake, String location, List<String> jobs, String defaultScheme) {
  /** Planning is one thread's work, and most of the time of a short query. */
  private static final int THREADS = 3;

  /**
   * @param asked the day; null for the last that is complete
   * @throws UserError if there is no such run, or its assessment is gone
   */
  public ReportModel collect(LocalDate asked) {
    FinishedDay day = new FinishedDays(spark, lake, jobs).find(asked);
    Dataset<Row> assessed = require(day, AssessmentTables.ACCOUNT_ASSESSMENT);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Future<RunFacts> run = threads.submit(read(() -> RunReader.read(day)));
      Future<VerdictFacts> verdicts = threads.submit(read(() -> VerdictReader.read(assessed)));
      Future<DoubtFacts> doubts =
          threads.submit(
              read(
                  () ->
                      DoubtReader.read(
                          assessed, day.rows(EngagementTables.ACCOUNT_ENGAGEMENT).orElse(null))));
      Future<SizeCurve> curve = threads.submit(read(() -> CurveReader.read(day, assessed)));
      Future<SilenceFacts> silences = threads.submit(read(() -> SilenceReader.read(assessed)));
      Future<GroupFacts> groups = threads.submit(read(() -> GroupReader.read(day)));
      Future<RateFacts> rates = threads.submit(read(() -> RateReader.read(day, defaultScheme)));
      Future<ClusterFacts> clusters = threads.submit(read(() -> ClusterReader.read(day)));
      return new ReportModel(
          day.day().toString(),
          location,
          result(run),
          result(verdicts),
          result(rates),
          result(curve),
          result(clusters),
          result(groups),
          result(doubts),
          result(silences));
    } finally {
      threads.shutdownNow();
    }
  }

  /** Queries of other threads are of the caller's session. */
  private <T> Callable<T> read(Callable<T> reader) {
    return () -> {
      SparkSession.setActiveSession(spark);
      return reader.call();
    };
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw Unchecked.rethrow(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unchecked.rethrow(e);
    }
  }

  private Dataset<Row> require(FinishedDay day, Table table) {
    return day.rows(table)
        .orElseThrow(
            () ->
                new UserError(
                    "lake " + lake.root() + " has no table " + table.id() + " of " + day.day(),
                    "Make it again: jobs/assay run --as-of " + day.day() + " --lake DIR."));
  }

  /** What a section says whose table is not there. */
  static String absent(Table table, FinishedDay day) {
    return "The table "
        + table.id()
        + " is not there for this day; the rest of the report does without. To make it: jobs/assay"
        + " run --as-of "
        + day.day()
        + " --lake DIR.";
  }
}

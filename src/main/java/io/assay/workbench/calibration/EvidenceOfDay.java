package io.assay.workbench.calibration;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.GroupTie;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.lake.Lake;
import io.assay.lake.LakeSource;
import io.assay.lake.PinnedTable;
import io.assay.peers.MeasuredAccounts;
import io.assay.peers.PeerTails;
import io.assay.statistics.LikelihoodModel;
import io.assay.statistics.SignedBins;
import io.assay.workbench.evaluation.Labels;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What models are fitted to, beside labels.
 *
 * @param accounts platform, account_id, {@link #EVIDENCE} and {@link #TIES} of the day
 * @param bands platform, account_id, band (string, never null) of the accounts of the day
 * @param runId run that published it
 */
@RunsSpark
public record EvidenceOfDay(Dataset<Row> accounts, Dataset<Row> bands, String runId) {

  /**
   * Column: tails of signals against the day's reference, in the order of the list (array of
   * double, null where one is not known).
   */
  static final String EVIDENCE = "evidence";

  /**
   * Column: of ties to accepted groups by their titles 1, of those that are measured what their
   * tail says (map of string to double).
   */
  static final String TIES = "ties";

  static final String BAND = "band";

  /**
   * Labelled accounts.
   *
   * @param labelled all of them
   * @param found those of whom there is evidence
   */
  public record Coverage(long labelled, long found) {}

  /**
   * @param minPeers known values that a comparison needs
   * @param bins in which the lake counts
   * @throws UserError if the lake has no assessment of the day
   */
  public static EvidenceOfDay read(
      SparkSession spark, Lake lake, LocalDate day, int minPeers, SignedBins bins) {
    Function<Table, Dataset<Row>> today = table -> ofDay(spark, lake, table, day);
    Dataset<Row> reference = today.apply(AssessmentEvidenceTables.REFERENCE_HISTOGRAM);
    requireAny(reference, lake, AssessmentEvidenceTables.REFERENCE_HISTOGRAM, day);
    List<Row> counts =
        reference.select("platform", "peer_group", "signal", "bin", "n").collectAsList();
    Broadcast<PeerTails> tails =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(PeerTails.of(counts, minPeers, bins));
    String[] key = {"platform", "account_id"};
    Column tail = col("reference_tail");
    Column said =
        when(tail.isNull(), lit(1.0))
            .otherwise(
                least(lit(LikelihoodModel.MOST), log10(tail).multiply(-1))
                    .minus(LikelihoodModel.AVERAGE));
    Dataset<Row> ties =
        today
            .apply(AssessmentEvidenceTables.ASSESSMENT_EVIDENCE)
            .where(
                col("signal")
                    .isInCollection(Arrays.stream(GroupTie.values()).map(GroupTie::title).toList()))
            .groupBy("platform", "account_id")
            .agg(map_from_entries(collect_list(struct(col("signal"), said))).as(TIES));
    Dataset<Row> accounts =
        MeasuredAccounts.of(today)
            .map(new TailsOfSignals(tails), Encoders.row(TailsOfSignals.SCHEMA))
            .join(ties, key, "left");
    return new EvidenceOfDay(
        accounts,
        today
            .apply(EngagementTables.ACCOUNT_ENGAGEMENT)
            .select(
                col("platform"),
                col("account_id"),
                coalesce(col(BAND), lit("followers unknown")).as(BAND)),
        reference.select("run_id").head().getString(0));
  }

  /** How many labelled accounts there are, and of how many there is evidence. */
  public Coverage coverage(Labels labels) {
    String[] key = {"platform", "account_id"};
    Dataset<Row> labelled = labels.rows().select("platform", "account_id").distinct();
    return new Coverage(labelled.count(), labelled.join(accounts, key, "left_semi").count());
  }

  private static Dataset<Row> ofDay(SparkSession spark, Lake lake, Table table, LocalDate day) {
    LakeSource.requireHeld(lake, table);
    return PinnedTable.open(spark, lake.path(table)).rows().where(col("as_of").equalTo(lit(day)));
  }

  /** Other tables may be empty: of accounts that did nothing there is no coordination. */
  private static void requireAny(Dataset<Row> rows, Lake lake, Table table, LocalDate day) {
    if (rows.isEmpty()) {
      throw new UserError(
          "lake " + lake.root() + " has no " + table.id() + " of " + day,
          "Run the jobs of that day first: jobs/assay run --as-of " + day + ".");
    }
  }
}

package io.assay.assessment;

import static org.apache.spark.sql.functions.sum;

import io.assay.job.RunsSpark;
import io.assay.peers.CountBins;
import io.assay.peers.PeerHistogram;
import io.assay.peers.PeerTails;
import io.assay.peers.ReferenceCounts;
import io.assay.settings.EvidenceSettings;
import io.assay.statistics.SignedBins;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Those whom accounts are finally measured against: a class of accounts that is among its own peers
 * hides itself. First all but members of groups are; then, a few times, whoever is likelier of some
 * kind than not leaves. Only counts are collected, whose number does not grow with the accounts.
 *
 * <p>Cost: a pass over the accounts for the groups, one a round, and one to count likelihoods.
 */
@RunsSpark
record Reference(List<Row> counts, Broadcast<PeerTails> tails, KindModels models, SignedBins bins)
    implements AutoCloseable {

  /** Rounds in which doubted accounts leave. */
  private static final int ROUNDS = 2;

  /**
   * To be closed when done with.
   *
   * @param accounts rows as {@link AccountFindings} reads them, kept
   * @param all counts of all accounts, as {@link CountBins#SCHEMA}
   */
  static Reference of(
      Dataset<Row> accounts,
      List<Row> all,
      KindModels models,
      SignedBins bins,
      EvidenceSettings settings) {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(accounts.sparkSession().sparkContext());
    List<Row> left = ReferenceCounts.without(all, doubted(accounts, null, models, bins));
    Broadcast<PeerTails> tails = spark.broadcast(PeerTails.of(left, settings.minPeers(), bins));
    for (int round = 0; round < ROUNDS; round++) {
      left = ReferenceCounts.without(all, doubted(accounts, tails, models, bins));
      tails.destroy();
      tails = spark.broadcast(PeerTails.of(left, settings.minPeers(), bins));
    }
    return new Reference(left, tails, models, bins);
  }

  /**
   * How common each kind is, measured against it.
   *
   * @param accounts rows as {@link AccountFindings} reads them
   */
  Levels levels(Dataset<Row> accounts) {
    List<Row> logits =
        accounts
            .mapPartitions(new CountLogits(tails, models), Encoders.row(CountLogits.SCHEMA))
            .groupBy("platform", "kind", "bin")
            .agg(sum("n").as("n"))
            .collectAsList();
    List<String> platforms =
        logits.stream().map(row -> row.getString(0)).distinct().sorted().toList();
    return Levels.of(
        platforms,
        logits.stream().filter(row -> !row.isNullAt(1)).collect(Collectors.toList()),
        models);
  }

  /** Columns of {@code gold.reference_histogram} but the day and the run. */
  List<Row> rows() {
    return PeerHistogram.rows(counts, bins);
  }

  private static List<Row> doubted(
      Dataset<Row> accounts, Broadcast<PeerTails> tails, KindModels models, SignedBins bins) {
    return accounts
        .mapPartitions(new CountDoubted(tails, models, bins), Encoders.row(CountBins.SCHEMA))
        .groupBy("platform", "peer_group", "signal", "bin")
        .agg(sum("n").as("n"))
        .collectAsList();
  }

  @Override
  public void close() {
    tails.destroy();
  }
}

package io.assay.engagement;

import static io.assay.statistics.PeerGroups.OCTAVE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.statistics.LogBins;
import io.assay.statistics.MidRanks;
import io.assay.statistics.PeerGroups;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Places each assessed account among its peers, see {@link PeerGroups}. */
final class Peers {
  private static final String[] PLACE = {"platform", OCTAVE, "rate_bin"};

  private Peers() {}

  /**
   * In: platform, followers, rate_public and more. Out: the same with peer_group (string), peer_n
   * (long), peer_percentile (double, 0-100), null where the rate is.
   *
   * @param bins bins in which rates are ranked
   * @param atLeast accounts a group must hold, unless the platform has fewer
   */
  static Dataset<Row> withPeers(Dataset<Row> accounts, LogBins bins, int atLeast) {
    Dataset<Row> placed =
        accounts
            .withColumn(
                OCTAVE, when(col("rate_public").isNotNull(), PeerGroups.octave(col("followers"))))
            .withColumn("rate_bin", bins.bin(col("rate_public")));
    return placed.join(broadcast(places(placed, atLeast)), PLACE, "left").drop(OCTAVE, "rate_bin");
  }

  /** PLACE, peer_group, peer_n, peer_percentile. */
  private static Dataset<Row> places(Dataset<Row> placed, int atLeast) {
    Dataset<Row> counts =
        placed
            .where(col(OCTAVE).isNotNull())
            .groupBy("platform", OCTAVE, "rate_bin")
            .agg(count(lit(1)).as("n"));
    Dataset<Row> groups =
        PeerGroups.of(counts.groupBy("platform", OCTAVE).agg(sum("n").as("n")), atLeast);
    Dataset<Row> histogram =
        counts
            .join(broadcast(groups), new String[] {"platform", OCTAVE})
            .groupBy(col("platform"), col("peer_group"), col("rate_bin").as("bin"))
            .agg(sum("n").as("n"));
    Dataset<Row> ranks =
        MidRanks.withPercentiles(histogram, List.of("platform", "peer_group"))
            .select(
                col("platform"),
                col("peer_group"),
                col("bin").as("rate_bin"),
                col("group_n").as("peer_n"),
                col("percentile").as("peer_percentile"));
    return ranks
        .join(broadcast(groups), new String[] {"platform", "peer_group"})
        .select("platform", OCTAVE, "rate_bin", "peer_group", "peer_n", "peer_percentile");
  }
}

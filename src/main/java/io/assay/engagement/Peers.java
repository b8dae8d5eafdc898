package io.assay.engagement;

import static org.apache.spark.sql.functions.bin;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.statistics.LogBins;
import io.assay.statistics.MidRanks;
import io.assay.statistics.NeighbourMerge;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Places each assessed account among its peers: accounts of its platform with followers within a
 * factor of two (an octave), neighbouring octaves merged until they hold enough.
 */
final class Peers {
  private static final String[] OCTAVE = {"platform", "octave"};
  private static final String[] PLACE = {"platform", "octave", "rate_bin"};

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
            .withColumn("octave", when(col("rate_public").isNotNull(), octave(col("followers"))))
            .withColumn("rate_bin", bins.bin(col("rate_public")));
    return placed
        .join(broadcast(places(placed, atLeast)), PLACE, "left")
        .drop("octave", "rate_bin");
  }

  /** PLACE, peer_group, peer_n, peer_percentile. */
  private static Dataset<Row> places(Dataset<Row> placed, int atLeast) {
    Dataset<Row> counts =
        placed
            .where(col("octave").isNotNull())
            .groupBy("platform", "octave", "rate_bin")
            .agg(count(lit(1)).as("n"));
    Dataset<Row> octaves = counts.groupBy("platform", "octave").agg(sum("n").as("n"));
    Dataset<Row> groups =
        NeighbourMerge.merge(octaves, List.of("platform"), "octave", atLeast)
            .withColumn("peer_group", label());
    Dataset<Row> histogram =
        counts
            .join(broadcast(groups), OCTAVE)
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
        .join(broadcast(groups.drop("merged")), new String[] {"platform", "peer_group"})
        .select("platform", "octave", "rate_bin", "peer_group", "peer_n", "peer_percentile");
  }

  /** Whole part of the binary logarithm, exact; 0 for 0. */
  private static Column octave(Column followers) {
    return length(bin(greatest(followers, lit(1L)))).minus(1);
  }

  /** Names a group by the followers that its octaves span. */
  private static Column label() {
    var group = Window.partitionBy("platform", "merged");
    Column low = min("octave").over(group);
    Column high = max("octave").over(group);
    return concat(
        col("platform"),
        lit(" "),
        when(low.equalTo(0), lit(0L)).otherwise(power(low)),
        lit("-"),
        power(high.plus(1)).minus(1),
        lit(" followers"));
  }

  private static Column power(Column exponent) {
    return call_function("shiftleft", lit(1L), exponent);
  }
}

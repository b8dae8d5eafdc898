package io.assay.statistics;

import static org.apache.spark.sql.functions.bin;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Accounts of similar size: those of a platform with followers within a factor of two (an octave),
 * neighbouring octaves merged until they hold enough.
 */
public final class PeerGroups {
  /** Octave of followers (int). */
  public static final String OCTAVE = "octave";

  private PeerGroups() {}

  /** Whole part of the binary logarithm of followers (long), exact; 0 for 0, null for null. */
  public static Column octave(Column followers) {
    return when(followers.isNotNull(), length(bin(greatest(followers, lit(1L)))).minus(1));
  }

  /** The same of one number. */
  public static int octave(long followers) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(followers, 1));
  }

  /** Name of the group of a platform's accounts from one octave to another, both included. */
  public static String name(String platform, int lowest, int highest) {
    long from = lowest == 0 ? 0 : 1L << lowest;
    return platform + " " + from + "-" + ((1L << highest + 1) - 1) + " followers";
  }

  /**
   * @param octaves platform, {@link #OCTAVE}, n (long), one row an octave
   * @param atLeast accounts a group must hold, unless the platform has fewer
   * @return platform, octave, peer_group (string, named by the followers that its octaves span); a
   *     few dozen rows a platform
   */
  public static Dataset<Row> of(Dataset<Row> octaves, int atLeast) {
    return NeighbourMerge.merge(octaves, List.of("platform"), OCTAVE, atLeast)
        .withColumn("peer_group", label())
        .drop("merged");
  }

  /** Name of the group of a platform's accounts that do not show their followers. */
  public static String unknownFollowers(String platform) {
    return platform + " followers unknown";
  }

  /** Name of the group of all accounts of a platform. */
  public static String everybody(String platform) {
    return platform + " all accounts";
  }

  private static Column label() {
    var group = Window.partitionBy("platform", "merged");
    Column low = min(OCTAVE).over(group);
    Column high = max(OCTAVE).over(group);
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

package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.assay.job.RunsSpark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The labelled accounts of one evaluated column as arrays, the most suspicious first and those
 * without a value last: some 50 bytes an account.
 *
 * @param scores higher is more suspicious; NaN where not assessed
 * @param positive whether the account is positive; genuine otherwise
 * @param kinds bits, see {@link LabelledAccounts#KINDS}
 * @param classes bits in the order of the classes given
 * @param strengths bin of strength, 0 for none
 * @param clusters what the bootstrap keeps together
 * @param flagged given flags: 1 flagged, 0 not; null where the score decides
 * @param segments position of the account's value in each segment's list of values
 */
@RunsSpark
record Sample(
    double[] scores,
    boolean[] positive,
    byte[] kinds,
    long[] classes,
    byte[] strengths,
    long[] clusters,
    byte[] flagged,
    byte[][] segments) {

  /** Of every labelled account, so that a driver of 4 GB has room for it. */
  static final long MAX_ACCOUNTS = 10_000_000;

  static final String FLAG = "_flag";

  /**
   * @param joined labelled accounts that are evaluated, with {@code value} (double, null where not
   *     assessed), {@link #FLAG} (boolean, if asked for) and {@link #segmentColumn}s (string)
   * @param flagged whether a column says which accounts are flagged
   * @param segments values of each segment's column, in order
   */
  static Sample collect(Dataset<Row> joined, boolean flagged, Collection<List<String>> segments) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("value"));
    columns.add(when(col("outcome").equalTo(LabelledAccounts.POSITIVE_OUTCOME), 1L).otherwise(0L));
    columns.add(col("kinds"));
    columns.add(col("classes"));
    columns.add(col("strength"));
    columns.add(col("cluster"));
    columns.add(flagged ? when(col(FLAG), 1L).otherwise(0L) : lit(0L));
    int number = 0;
    for (List<String> values : segments) {
      Column[] all = values.stream().map(functions::lit).toArray(Column[]::new);
      columns.add(array_position(array(all), segment(number++)).minus(1));
    }
    long[][] found =
        LongColumns.collect(
            joined.orderBy(col("value").desc_nulls_last()).select(columns.toArray(Column[]::new)));
    byte[][] of = new byte[segments.size()][];
    for (int i = 0; i < of.length; i++) {
      of[i] = bytes(found[7 + i]);
    }
    return new Sample(
        LongColumns.doubles(found[0]),
        booleans(found[1]),
        bytes(found[2]),
        found[3],
        bytes(found[4]),
        found[5],
        flagged ? bytes(found[6]) : null,
        of);
  }

  int size() {
    return scores.length;
  }

  boolean isAssessed(int account) {
    return !Double.isNaN(scores[account]);
  }

  static String segmentColumn(int number) {
    return "_segment_" + number;
  }

  /** Value of a segment's column, {@link Part#NO_SEGMENT} for null. */
  static Column segment(int number) {
    return coalesce(col(segmentColumn(number)), lit(Part.NO_SEGMENT));
  }

  private static byte[] bytes(long[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static boolean[] booleans(long[] values) {
    boolean[] booleans = new boolean[values.length];
    for (int i = 0; i < booleans.length; i++) {
      booleans[i] = values[i] != 0;
    }
    return booleans;
  }
}

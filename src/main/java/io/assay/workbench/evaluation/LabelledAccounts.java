package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.Feeds;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What the labels of an account together say of it. */
public final class LabelledAccounts {
  static final String GENUINE = "genuine";

  /** Every label but genuine; an account's kinds are bits in this order. */
  public static final List<String> KINDS =
      Feeds.LABELS.fields().stream()
          .filter(f -> f.name().equals("label"))
          .flatMap(f -> f.values().stream())
          .filter(label -> !label.equals(GENUINE))
          .toList();

  /** Strengths are binned into quarters; bin 0 is of accounts that state none. */
  static final List<String> STRENGTHS = List.of("0-0.25", "0.25-0.5", "0.5-0.75", "0.75-1");

  static final String POSITIVE_OUTCOME = "positive";
  static final String GENUINE_OUTCOME = "genuine";

  /** Genuine and something else: nobody knows which, so the account is left out. */
  static final String CONTRADICTORY = "contradictory";

  /** Only labels that do not count as positive here, and not genuine: left out. */
  static final String OTHER = "other";

  private LabelledAccounts() {}

  /**
   * @param labels columns of the feed {@code labels}
   * @param positives which labels count as positive
   * @param classes every class that occurs, at most 62
   * @return one row an account: platform, account_id; outcome (string, one of the constants); kinds
   *     (long, bits in the order of {@link #KINDS}); classes (long, bits in the order given);
   *     strength (long, bin of the strongest positive label, 0 where none states it); cluster
   *     (long, hash of its group or, without one, of itself; of several groups the one that sorts
   *     first)
   */
  static Dataset<Row> of(Dataset<Row> labels, Positives positives, List<String> classes) {
    Column genuine = col("label").equalTo(GENUINE);
    Column counts = positives.counts();
    Column chosen = col("chosen").gt(0);
    Column isGenuine = col("genuine").gt(0);
    return labels
        .groupBy("platform", "account_id")
        .agg(
            bit_or(kindBit()).as("kinds"),
            max(when(genuine, 1L).otherwise(0L)).as("genuine"),
            max(when(counts, 1L).otherwise(0L)).as("chosen"),
            bit_or(classBit(classes)).as("classes"),
            max(when(counts, col("strength"))).as("strongest"),
            min(when(functions.length(col("group_id")).gt(0), col("group_id"))).as("group_id"))
        .select(
            col("platform"),
            col("account_id"),
            when(isGenuine.and(col("kinds").gt(0)), CONTRADICTORY)
                .when(isGenuine, GENUINE_OUTCOME)
                .when(chosen, POSITIVE_OUTCOME)
                .otherwise(OTHER)
                .as("outcome"),
            col("kinds"),
            col("classes"),
            strengthBin(col("strongest")).as("strength"),
            cluster().as("cluster"));
  }

  /** The outcomes that are evaluated. */
  static Column isEvaluated() {
    return not(col("outcome").isin(CONTRADICTORY, OTHER));
  }

  /** Bits of these labels. */
  static long bits(List<String> labels) {
    long bits = 0;
    for (String label : labels) {
      bits |= 1L << KINDS.indexOf(label);
    }
    return bits;
  }

  static Column kindBit() {
    Column bit = lit(0L);
    for (String kind : KINDS) {
      bit = when(col("label").equalTo(kind), bits(List.of(kind))).otherwise(bit);
    }
    return bit;
  }

  /** Bin of a strength (double, 0-1): 1 to 4, 0 for null. */
  static Column strengthBin(Column strength) {
    int bins = STRENGTHS.size();
    Column bin = least(floor(strength.multiply(bins)), lit((long) bins - 1)).plus(1);
    return coalesce(bin, lit(0L));
  }

  /** The bit of a label's class, 0 without one. */
  static Column classBit(List<String> classes) {
    if (classes.isEmpty()) {
      return lit(0L);
    }
    Column[] all = classes.stream().map(functions::lit).toArray(Column[]::new);
    Column position = coalesce(array_position(array(all), col("class")), lit(0L));
    Column bit = call_function("shiftleft", lit(1L), position.minus(1).cast("int"));
    return when(position.gt(0), bit).otherwise(0L);
  }

  /** The leading text tells a group from an account of the same name. */
  private static Column cluster() {
    return when(
            col("group_id").isNotNull(), xxhash64(lit("group"), col("platform"), col("group_id")))
        .otherwise(xxhash64(lit("account"), col("platform"), col("account_id")));
  }
}

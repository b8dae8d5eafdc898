package io.assay.reporting.changes;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.statistics.LikelihoodModel;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which contributions moved the logarithm of an account's odds, and why each did. The parts of an
 * account and kind add up to the change.
 *
 * <p>A contribution is weight x evidence. Its change is split in that order: first the evidence at
 * the old weight, then the weight at the new evidence. Evidence that moved though the value did not
 * moved because of the peers; where the value moved too, the two cannot be told apart without
 * measuring the account anew, and all of it is put down to the value.
 */
final class ContributionChanges {

  /** The part that is no signal's: how common the kind is. */
  static final String LEVEL = "level";

  /** The part that is no signal's: what the model starts from. */
  static final String INTERCEPT = "intercept";

  /** The part that nothing in the tables says. */
  static final String REMAINDER = "remainder";

  private static final String[] ACCOUNT = {"platform", "account_id", "kind"};
  private static final String[] SIGNAL = {"platform", "account_id", "kind", "signal"};

  private ContributionChanges() {}

  /**
   * Cost: the evidence of the accounts asked for is exchanged by account, kind and signal.
   *
   * @param kinds platform, account_id, kind: whose changes are wanted
   * @param from {@code gold.assessment_evidence} of one day
   * @param to of the other
   * @param weighed kind, signal, weighed_from, weighed_to (boolean): whether the model of either
   *     day weighs the signal
   * @return platform, account_id, kind; signal, cause ({@link Cause#title}), part (nats, never 0);
   *     value, tail, weight, peer_group of either day as value_from, value_to and so on, null where
   *     it was not known
   */
  static Dataset<Row> of(
      Dataset<Row> kinds, Dataset<Row> from, Dataset<Row> to, Dataset<Row> weighed) {
    Dataset<Row> both =
        side(from, kinds, "from")
            .join(side(to, kinds, "to"), SIGNAL, "full_outer")
            .join(broadcast(weighed), new String[] {"kind", "signal"}, "left");
    return both.withColumn("moved", explode(array(byEvidence(), byWeight())))
        .where(col("moved.part").notEqual(0))
        .select(
            col("platform"),
            col("account_id"),
            col("kind"),
            col("signal"),
            col("moved.cause").as("cause"),
            col("moved.part").as("part"),
            col("from.value").as("value_from"),
            col("to.value").as("value_to"),
            col("from.tail").as("tail_from"),
            col("to.tail").as("tail_to"),
            col("from.weight").as("weight_from"),
            col("to.weight").as("weight_to"),
            col("from.peer_group").as("peer_group_from"),
            col("to.peer_group").as("peer_group_to"));
  }

  /**
   * The parts that are no signal's.
   *
   * @param from {@link LogOdds} of one day
   * @param to of the other
   * @return as {@link #of}
   */
  static Dataset<Row> beside(Dataset<Row> from, Dataset<Row> to) {
    Column parts =
        array(
            beside(LEVEL, Cause.LEVEL, "shift"),
            beside(INTERCEPT, Cause.MODEL, "intercept"),
            beside(REMAINDER, Cause.UNEXPLAINED, "remainder"));
    Column nothing = lit(null).cast("double");
    Column noGroup = lit(null).cast("string");
    return from.as("from")
        .join(to.as("to"), ACCOUNT)
        .withColumn("moved", explode(parts))
        .where(col("moved.part").notEqual(0))
        .select(
            col("platform"),
            col("account_id"),
            col("kind"),
            col("moved.signal").as("signal"),
            col("moved.cause").as("cause"),
            col("moved.part").as("part"),
            col("moved.value_from").as("value_from"),
            col("moved.value_to").as("value_to"),
            nothing.as("tail_from"),
            nothing.as("tail_to"),
            nothing.as("weight_from"),
            nothing.as("weight_to"),
            noGroup.as("peer_group_from"),
            noGroup.as("peer_group_to"));
  }

  private static Column beside(String name, Cause cause, String column) {
    Column before = col("from." + column);
    Column after = col("to." + column);
    return struct(
        lit(name).as("signal"),
        lit(cause.title()).as("cause"),
        after.minus(before).as("part"),
        before.as("value_from"),
        after.as("value_to"));
  }

  private static Dataset<Row> side(Dataset<Row> evidence, Dataset<Row> kinds, String name) {
    Column held =
        struct(
            col("value"),
            col("reference_tail").as("tail"),
            col("weight"),
            col("contribution"),
            col("peer_group"));
    return evidence
        .join(kinds.select("platform", "account_id", "kind"), ACCOUNT, "left_semi")
        .select(
            Stream.concat(Stream.of(SIGNAL).map(key -> col(key)), Stream.of(held.as(name)))
                .toArray(Column[]::new));
  }

  private static Column onOne() {
    return col("from").isNull().or(col("to").isNull());
  }

  /** What the evidence moved: all, where the weight stayed or there is one day's alone. */
  private static Column byEvidence() {
    Column before = coalesce(col("from.contribution"), lit(0.0));
    Column after = coalesce(col("to.contribution"), lit(0.0));
    Column sameTail = col("from.tail").eqNullSafe(col("to.tail"));
    Column atOldWeight = col("from.weight").multiply(evidence(col("to.tail")));
    Column part =
        when(onOne().or(col("from.weight").equalTo(col("to.weight"))), after.minus(before))
            .when(sameTail, lit(0.0))
            .otherwise(atOldWeight.minus(before));
    Column cause =
        when(col("from").isNull(), appeared())
            .when(col("to").isNull(), gone())
            .when(col("from.value").equalTo(col("to.value")), lit(Cause.PEERS.title()))
            .otherwise(lit(Cause.VALUE.title()));
    return struct(cause.as("cause"), part.as("part"));
  }

  /** What the weight moved, of a signal that is known on both days. */
  private static Column byWeight() {
    Column sameTail = col("from.tail").eqNullSafe(col("to.tail"));
    Column atOldWeight =
        when(sameTail, col("from.contribution"))
            .otherwise(col("from.weight").multiply(evidence(col("to.tail"))));
    Column part =
        when(onOne().or(col("from.weight").equalTo(col("to.weight"))), lit(0.0))
            .otherwise(col("to.contribution").minus(atOldWeight));
    return struct(lit(Cause.WEIGHT.title()).as("cause"), part.as("part"));
  }

  private static Column appeared() {
    return when(col("to.tail").isNull(), lit(Cause.JOINED.title()))
        .when(coalesce(col("weighed_from"), lit(false)), lit(Cause.KNOWN.title()))
        .otherwise(lit(Cause.WEIGHT.title()));
  }

  private static Column gone() {
    return when(col("from.tail").isNull(), lit(Cause.LEFT.title()))
        .when(coalesce(col("weighed_to"), lit(false)), lit(Cause.UNKNOWN.title()))
        .otherwise(lit(Cause.WEIGHT.title()));
  }

  /** As {@link LikelihoodModel#evidence}; of a tie, which has no tail, its weight counts whole. */
  private static Column evidence(Column tail) {
    return when(tail.isNull(), lit(1.0))
        .otherwise(
            least(lit(LikelihoodModel.MOST), log10(tail).multiply(-1))
                .minus(LikelihoodModel.AVERAGE));
  }
}

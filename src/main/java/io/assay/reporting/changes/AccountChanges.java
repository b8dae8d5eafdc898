package io.assay.reporting.changes;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What became of accounts from one day to another: their likelihoods, and their flags. */
final class AccountChanges {
  static final String BOTH = "both";
  static final String APPEARED = "appeared";
  static final String GONE = "gone";

  static final List<String> KEY = List.of("platform", "account_id");

  private static final String FROM = "from";
  private static final String TO = "to";

  private AccountChanges() {}

  /**
   * Cost: both days' accounts are exchanged by account.
   *
   * @param from {@code gold.account_assessment} of one day
   * @param to of the other
   * @param kinds that are asked for
   * @param minChange of a likelihood that moved, 0-1
   * @return one row an account of either day: platform, account_id, handle; seen ({@link #BOTH},
   *     {@link #APPEARED}, {@link #GONE}); flagged_from, flagged_to (boolean, null where it was not
   *     seen); decision_from, decision_to, decided_by, decided_why (what a person decided, null
   *     where nobody did; the last two of the other day); kinds (array of kind, from, to, change:
   *     likelihoods 0-1, null where not known; shown: whether the kind moved by minChange, or over
   *     the threshold of flags); largest (of the changes, 0 without any); moved (whether it is to
   *     be told of: on both days, a kind is shown or, where all kinds are asked for, flag or
   *     decision changed)
   */
  static Dataset<Row> of(
      Dataset<Row> from, Dataset<Row> to, Collection<Kind> kinds, double minChange) {
    Column[] each = kinds.stream().map(kind -> kind(kind, minChange)).toArray(Column[]::new);
    Column flags = not(col("flagged_from").eqNullSafe(col("flagged_to")));
    Column decisions = not(col("decision_from").eqNullSafe(col("decision_to")));
    boolean all = kinds.size() == Kind.values().length;
    return side(from, FROM)
        .join(side(to, TO), KEY.toArray(String[]::new), "full_outer")
        .select(
            col("platform"),
            col("account_id"),
            coalesce(col("to.handle"), col("from.handle")).as("handle"),
            when(col(FROM).isNull(), lit(APPEARED))
                .when(col(TO).isNull(), lit(GONE))
                .otherwise(lit(BOTH))
                .as("seen"),
            col("from.flagged").as("flagged_from"),
            col("to.flagged").as("flagged_to"),
            col("from.override_decision").as("decision_from"),
            col("to.override_decision").as("decision_to"),
            col("to.override_by").as("decided_by"),
            col("to.override_reason").as("decided_why"),
            array(each).as("kinds"))
        .withColumn("largest", largest(kinds.size()))
        .withColumn(
            "moved",
            col("seen")
                .equalTo(BOTH)
                .and(
                    exists(col("kinds"), kind -> kind.getField("shown"))
                        .or(all ? flags.or(decisions) : lit(false))));
  }

  /**
   * The kinds of accounts.
   *
   * @param accounts of {@link #of}
   * @return one row an account and kind that was known on both days: platform, account_id, kind,
   *     from, to, change, shown
   */
  static Dataset<Row> kinds(Dataset<Row> accounts) {
    return accounts
        .select(col("platform"), col("account_id"), explode(col("kinds")).as("of"))
        .select("platform", "account_id", "of.*")
        .where(col("change").isNotNull());
  }

  private static Dataset<Row> side(Dataset<Row> assessed, String name) {
    Column[] held =
        Stream.concat(
                Stream.of(
                    "handle",
                    "flagged",
                    "flag_at_least",
                    "override_decision",
                    "override_by",
                    "override_reason"),
                Stream.of(Kind.values()).map(kind -> KindColumns.of(kind).likelihood()))
            .map(functions::col)
            .toArray(Column[]::new);
    return assessed.select(col("platform"), col("account_id"), struct(held).as(name));
  }

  private static Column kind(Kind kind, double minChange) {
    String likelihood = KindColumns.of(kind).likelihood();
    Column before = col(FROM).getField(likelihood);
    Column after = col(TO).getField(likelihood);
    Column change = after.minus(before);
    Column crossed =
        before.geq(col("from.flag_at_least")).notEqual(after.geq(col("to.flag_at_least")));
    return struct(
        lit(kind.title()).as("kind"),
        before.as(FROM),
        after.as(TO),
        change.as("change"),
        coalesce(abs(change).geq(minChange).and(change.notEqual(0)).or(crossed), lit(false))
            .as("shown"));
  }

  private static Column largest(int kinds) {
    Column largest = lit(0.0);
    for (int i = 0; i < kinds; i++) {
      Column change = coalesce(abs(col("kinds").getItem(i).getField("change")), lit(0.0));
      largest = when(change.gt(largest), change).otherwise(largest);
    }
    return largest;
  }
}

package io.assay.contracts;

import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * One thing about an account that can be suspicious, declared once: column, comment, histogram,
 * evidence, explanation and documentation follow from here. Made by {@link SignalBuilder}, which
 * refuses one that lacks something.
 *
 * @param name column of its table, {@code gold.account_signal} unless its input says otherwise
 * @param family what it belongs to
 * @param input what it is measured from
 * @param isFlag whether it is true or false (true is suspicious) instead of a number
 * @param called what it is in the name of a group of accounts, {@code {value}} filled in with "at
 *     least" or "at most" and a number; of a flag what true means
 * @param none what it is there where it is 0 or less; null where "no" or, of a share, "none" in
 *     place of the number says it
 * @param unit unit of a number, or ""
 * @param comment what the value is
 * @param sql expression over the inputs, which stand under their names: {@code profile}, {@code
 *     engagement}, {@code growth} (tables' columns), {@code followers}, {@code activity} (see
 *     io.assay.signals). Division by zero has to be null
 * @param byMagnitude whether among the tenth of its peers that are highest the distance counts that
 *     a value lies beyond them, and not how many lie beyond it
 * @param isShareOfPosts whether it is a share of the account's posts: {@code sql} is then a
 *     condition on the columns of {@code silver.post}; posts of which it is null are left out
 * @param needs why it can be null though its input is there
 * @param high what a high value means in words, {@code {value}} filled in; null where only low ones
 *     are suspicious
 * @param low the same of a low value
 * @param benign innocent explanations
 * @param why why it is suspicious, and who says so
 */
public record Signal(
    String name,
    Family family,
    SignalInput input,
    boolean isFlag,
    String called,
    String none,
    String unit,
    String comment,
    String sql,
    boolean byMagnitude,
    boolean isShareOfPosts,
    String needs,
    String high,
    String low,
    String benign,
    String why) {

  /** Begins the declaration of a signal. */
  static SignalBuilder named(String name, Family family, SignalInput input) {
    return new SignalBuilder(name, family, input);
  }

  /** Which values are suspicious: those that have words. */
  public Direction direction() {
    return high == null ? Direction.LOW : low == null ? Direction.HIGH : Direction.BOTH;
  }

  /** Type of its column. */
  public DataType type() {
    return isFlag ? DataTypes.BooleanType : DataTypes.DoubleType;
  }

  /** Which values are suspicious, in words. */
  public String suspicious() {
    if (isFlag) {
      return "true";
    }
    return direction() == Direction.BOTH
        ? "high or low"
        : direction().name().toLowerCase(Locale.ROOT);
  }

  /** Its column. */
  public Field field() {
    return Field.optional(
            name,
            type(),
            comment
                + "; suspicious where "
                + suspicious()
                + ". Null: see "
                + input.reasonColumn()
                + "; else "
                + needs)
        .in(unit);
  }

  /** Name of the table that it is measured in, of those in {@link SignalTables#HOLDING}. */
  public String table() {
    return input.table();
  }
}

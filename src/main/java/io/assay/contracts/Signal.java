package io.assay.contracts;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * One thing about an account that can be suspicious, declared once: column, comment, histogram,
 * evidence and explanation follow from here.
 *
 * @param name column of its table, {@code gold.account_signal} unless its input says otherwise
 * @param family what it belongs to
 * @param input what it is measured from
 * @param direction which values are suspicious
 * @param isFlag whether it is true or false (true is suspicious) instead of a number
 * @param unit unit of a number, or ""
 * @param comment what the value is
 * @param sql expression over the inputs, which stand under their names: {@code profile}, {@code
 *     engagement}, {@code growth} (tables' columns), {@code followers}, {@code activity} (see
 *     io.assay.signals). Division by zero has to be null
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
    Direction direction,
    boolean isFlag,
    String unit,
    String comment,
    String sql,
    String needs,
    String high,
    String low,
    String benign,
    String why) {

  static Signal of(String name, Family family, SignalInput input) {
    return new Signal(
        name, family, input, Direction.HIGH, false, "", "", "", "", null, null, "", "");
  }

  /** High values are suspicious, and mean this. */
  Signal high(String sentence) {
    return new Signal(
        name,
        family,
        input,
        low == null ? Direction.HIGH : Direction.BOTH,
        isFlag,
        unit,
        comment,
        sql,
        needs,
        sentence,
        low,
        benign,
        why);
  }

  /** Low values are suspicious, and mean this. */
  Signal low(String sentence) {
    return new Signal(
        name,
        family,
        input,
        high == null ? Direction.LOW : Direction.BOTH,
        isFlag,
        unit,
        comment,
        sql,
        needs,
        high,
        sentence,
        benign,
        why);
  }

  /** It is true or false, and true means this. */
  Signal flag(String sentence) {
    return new Signal(
        name,
        family,
        input,
        Direction.HIGH,
        true,
        unit,
        comment,
        sql,
        needs,
        sentence,
        null,
        benign,
        why);
  }

  Signal is(String meaning, String valueUnit, String expression) {
    return new Signal(
        name,
        family,
        input,
        direction,
        isFlag,
        valueUnit,
        meaning,
        expression,
        needs,
        high,
        low,
        benign,
        why);
  }

  Signal needs(String reason) {
    return new Signal(
        name, family, input, direction, isFlag, unit, comment, sql, reason, high, low, benign, why);
  }

  Signal benign(String explanations) {
    return new Signal(
        name,
        family,
        input,
        direction,
        isFlag,
        unit,
        comment,
        sql,
        needs,
        high,
        low,
        explanations,
        why);
  }

  Signal because(String reason) {
    return new Signal(
        name, family, input, direction, isFlag, unit, comment, sql, needs, high, low, benign,
        reason);
  }

  /** Type of its column. */
  public DataType type() {
    return isFlag ? DataTypes.BooleanType : DataTypes.DoubleType;
  }

  /** Its column. */
  public Field field() {
    return Field.optional(
            name,
            type(),
            comment
                + "; suspicious where "
                + (isFlag ? "true" : direction == Direction.BOTH ? "high or low" : lower())
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

  private String lower() {
    return direction.name().toLowerCase(java.util.Locale.ROOT);
  }
}

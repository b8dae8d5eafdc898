package io.assay.ingest;

import io.assay.statistics.RowFunction;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads the fields of a row that a file or a mapping delivers: a struct of a field's value each, as
 * text or in the field's type, and behind them of a boolean each, whether it was delivered where
 * the value does not show it.
 */
final class DeliveredRow implements RowFunction {
  private static final long serialVersionUID = 1L;

  private final RecordRules rules;
  private final DataType[] types;
  private final boolean[] isText;
  private final boolean[] isNumber;

  /**
   * @param types of the struct's values
   * @param isText which of them are texts to be read into their field's type
   * @param isNumber which of these texts are numbers that the file holds as such
   */
  DeliveredRow(RecordRules rules, List<DataType> types, boolean[] isText, boolean[] isNumber) {
    this.rules = rules;
    this.types = types.toArray(DataType[]::new);
    this.isText = isText.clone();
    this.isNumber = isNumber.clone();
  }

  /** A row of {@link RecordRules#schema}. */
  @Override
  public InternalRow call(Object delivered) {
    InternalRow row = (InternalRow) delivered;
    int size = rules.size();
    Object[] values = new Object[size + 2];
    boolean[] given = new boolean[size];
    for (int i = 0; i < size; i++) {
      Object value = row.isNullAt(i) ? null : row.get(i, types[i]);
      if (isText[i]) {
        UTF8String text = (UTF8String) value;
        given[i] = rules.isGiven(i, text);
        values[i] = isNumber[i] ? rules.number(i, text) : rules.value(i, text);
      } else {
        given[i] = value != null || !row.isNullAt(size + i) && row.getBoolean(size + i);
        values[i] = value instanceof Double number ? finite(number) : value;
      }
    }
    rules.judge(values, given);
    return new GenericInternalRow(values);
  }

  /** Pandas has NaN for a number that is missing; infinity is none. */
  private static Object finite(Double number) {
    return number.isNaN() ? FieldText.Doubt.MISSING_WORD : FieldText.finite(number);
  }
}

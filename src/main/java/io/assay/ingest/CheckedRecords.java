package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.statistics.RowFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/** Records whose values have their fields' types, with the numbers of the rules they break. */
final class CheckedRecords {
  private static final String READ = "_assay_read";

  private CheckedRecords() {}

  /**
   * @param records {@link Records}' columns
   * @param validation the feed's rules
   * @return the feed's columns in their types, null where a value does not fit; {@link
   *     RecordRules#PROBLEM}, {@link RecordRules#LOST}, and {@link Records}' own columns
   */
  static Dataset<Row> of(Dataset<Row> records, Feed feed, Validation validation) {
    List<Column> values = new ArrayList<>();
    List<Column> given = new ArrayList<>();
    List<DataType> types = new ArrayList<>();
    boolean[] isText = new boolean[feed.fields().size()];
    boolean[] isNumber = new boolean[feed.fields().size()];
    for (Field field : feed.fields()) {
      DataType delivered = records.schema().apply(field.name()).dataType();
      boolean typed = delivered.sameType(field.type());
      boolean list = delivered instanceof ArrayType && field.type() instanceof ArrayType;
      Column value =
          typed
              ? field.col()
              : list ? field.col().try_cast(field.type()) : field.col().cast("string");
      int at = values.size();
      isText[at] = !typed && !list;
      isNumber[at] = delivered instanceof NumericType && field.type() instanceof NumericType;
      types.add(isText[at] ? DataTypes.StringType : field.type());
      values.add(value.as("value_" + at));
      given.add((isText[at] ? lit(null).cast("boolean") : field.col().isNotNull()).as("has_" + at));
    }
    values.addAll(given);
    Column read =
        RowFunction.column(
            new DeliveredRow(validation.ofFields(), types, isText, isNumber),
            struct(values.toArray(Column[]::new)),
            RecordRules.schema(feed));
    return judged(
        records.select(
            read.as(READ),
            col(Records.FILE),
            col(Records.RECORD),
            col(Records.FAULT),
            col(Records.BYTES),
            col(Records.UNKNOWN)),
        col(READ),
        feed,
        validation);
  }

  /**
   * @param records {@link Records}' own columns
   * @param read struct of {@link RecordRules#schema}
   */
  static Dataset<Row> judged(Dataset<Row> records, Column read, Feed feed, Validation validation) {
    List<Column> columns = new ArrayList<>();
    feed.fields().forEach(f -> columns.add(read.getField(f.name()).as(f.name())));
    columns.add(read.getField(RecordRules.PROBLEM).as(RecordRules.PROBLEM));
    columns.add(read.getField(RecordRules.LOST).as(RecordRules.LOST));
    for (String own :
        List.of(Records.FILE, Records.RECORD, Records.FAULT, Records.BYTES, Records.UNKNOWN)) {
      columns.add(col(own));
    }
    Dataset<Row> typed = records.select(columns.toArray(Column[]::new));
    return typed.withColumn(RecordRules.PROBLEM, validation.firstBroken());
  }
}

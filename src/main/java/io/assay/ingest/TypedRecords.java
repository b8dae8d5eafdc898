package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Records whose values have their fields' types, and beside each whether one was delivered. */
final class TypedRecords {
  private TypedRecords() {}

  /** Whether the field was delivered, be it in a form that does not fit (boolean). */
  static Column isGiven(Field field) {
    return col(given(field));
  }

  /**
   * @param records {@link Records}' columns and, where values may be of another kind than their
   *     field, {@link Records#TEXTS}
   * @return the feed's columns in their types, null where a value does not fit; {@link #isGiven} of
   *     each, and {@link Records}' own columns
   */
  static Dataset<Row> of(Dataset<Row> records, Feed feed) {
    boolean mixed = Arrays.asList(records.columns()).contains(Records.TEXTS);
    List<Column> columns = new ArrayList<>();
    for (Field field : feed.fields()) {
      DataType delivered = records.schema().apply(field.name()).dataType();
      Column value = Parsing.parse(field, field.col(), delivered);
      Column given = Parsing.isPresent(field, field.col(), delivered);
      if (mixed) {
        Column text =
            when(col(Records.TEXTS).isNotNull(), col(Records.TEXTS).getItem(field.name()));
        if (!field.type().equals(DataTypes.StringType)) {
          value = coalesce(value, Parsing.parse(field, text, DataTypes.StringType));
        }
        given = given.or(Parsing.isPresent(field, text, DataTypes.StringType));
      }
      columns.add(value.as(field.name()));
      columns.add(given.as(given(field)));
    }
    for (String own : List.of(Records.FILE, Records.RECORD, Records.FAULT, Records.UNKNOWN)) {
      columns.add(col(own));
    }
    return records.select(columns.toArray(Column[]::new));
  }

  private static String given(Field field) {
    return "_has_" + field.name();
  }
}

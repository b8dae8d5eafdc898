package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Field;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Turns texts into values of a field's type; what does not fit becomes null. */
final class Parsing {
  private Parsing() {}

  /**
   * @param raw the delivered column
   * @param delivered its type; of the field's own type it is taken as it is
   */
  static Column parse(Field field, Column raw, DataType delivered) {
    DataType type = field.type();
    if (delivered.sameType(type)) {
      return type.equals(DataTypes.DoubleType) ? finite(raw) : raw;
    }
    if (type instanceof ArrayType) {
      return delivered instanceof ArrayType
          ? raw.try_cast(type)
          : from_json(raw.cast("string"), type, Map.of());
    }
    Column text = raw.cast("string");
    if (type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType)) {
      return whole(text, type);
    }
    if (type.equals(DataTypes.DoubleType)) {
      return finite(text.try_cast(type));
    }
    if (type.equals(DataTypes.TimestampType)) {
      return time(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return when(isDated(text), text.try_cast(type));
    }
    return text.try_cast(type);
  }

  /** What the field expects, as the end of "not …". */
  static String expected(DataType type) {
    if (type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType)) {
      return "a whole number";
    }
    if (type.equals(DataTypes.DoubleType)) {
      return "a finite number";
    }
    if (type.equals(DataTypes.TimestampType)) {
      return "an ISO-8601 time";
    }
    if (type.equals(DataTypes.DateType)) {
      return "an ISO-8601 day";
    }
    if (type.equals(DataTypes.StringType)) {
      return "a text";
    }
    return type.equals(DataTypes.BooleanType) ? "true or false" : "a list of texts";
  }

  /** Whether something was delivered: an empty cell is an absent value, except in texts. */
  static Column isPresent(Field field, Column raw, DataType delivered) {
    boolean blankIsAbsent =
        delivered.equals(DataTypes.StringType) && !field.type().equals(DataTypes.StringType);
    return blankIsAbsent ? raw.isNotNull().and(trim(raw).notEqual("")) : raw.isNotNull();
  }

  /** Crawlers that hold counts in floating point write 12.0 or 1.2E1 for 12; it is one number. */
  private static Column whole(Column text, DataType type) {
    Column exact = text.try_cast("decimal(28,9)");
    return coalesce(text.try_cast(type), when(exact.equalTo(floor(exact)), exact.try_cast(type)));
  }

  private static Column finite(Column number) {
    Column isFinite =
        not(isnan(number))
            .and(number.notEqual(lit(Double.POSITIVE_INFINITY)))
            .and(number.notEqual(lit(Double.NEGATIVE_INFINITY)));
    return when(isFinite, number);
  }

  private static Column time(Column text) {
    return when(isDated(text), text.try_cast(DataTypes.TimestampType));
  }

  /** Spark would read a lone year or time of day as a time too, and the latter as of today. */
  private static Column isDated(Column text) {
    return substring(text, 5, 1)
        .equalTo("-")
        .and(octet_length(text).geq(lit("2004-01-01".length())));
  }
}

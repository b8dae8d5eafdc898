package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads another crawler's JSON into the columns of its records, nested as they are. */
final class MappedJson {
  private static final String CORRUPT = "_corrupt_record";
  private static final String PARSED = "_assay_parsed";
  private static final DataType OBJECT =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);

  private MappedJson() {}

  /**
   * @param schema the record's columns; null to have Spark infer them, by one more scan
   * @param maxRecordBytes longest record that is parsed; a document may be longer
   * @param positions whether to number the records of each file
   * @throws BrokenFile if a document is empty
   * @return the source's columns, source_file, {@link Records#FAULT}, {@link Records#RECORD} and,
   *     if asked for, {@link Positions#POSITION}
   */
  static Dataset<Row> read(
      SparkSession spark,
      List<InputFile> files,
      Mapping mapping,
      StructType schema,
      int maxRecordBytes,
      boolean positions) {
    Map<String, String> options = SourceOptions.none();
    options.putAll(mapping.options());
    options.put("columnNameOfCorruptRecord", CORRUPT);
    options.put("mode", "PERMISSIVE");
    Dataset<Row> records =
        new JsonRecords(mapping, options, maxRecordBytes, positions).read(spark, files);
    StructType columns = schema == null ? inferred(spark, records, options) : schema;
    return parsed(
        records, columns, options, NumberTokens.of(mapping.notation(), columns, maxRecordBytes));
  }

  private static StructType inferred(
      SparkSession spark, Dataset<Row> records, Map<String, String> options) {
    StructType found =
        spark
            .read()
            .options(options)
            .json(
                records
                    .where(col(Records.FAULT).isNull())
                    .select(Records.RECORD)
                    .as(Encoders.STRING()))
            .schema();
    return new StructType(
        Arrays.stream(found.fields())
            .filter(f -> !f.name().equals(CORRUPT))
            .toArray(org.apache.spark.sql.types.StructField[]::new));
  }

  private static Dataset<Row> parsed(
      Dataset<Row> records, StructType columns, Map<String, String> options, NumberTokens numbers) {
    StructType withCorrupt = columns.add(CORRUPT, DataTypes.StringType);
    Column readable = when(col(Records.FAULT).isNull(), col(Records.RECORD));
    Column told =
        numbers == null
            ? readable
            : udf(numbers, DataTypes.BinaryType).apply(readable.cast("binary")).cast("string");
    Dataset<Row> parsed = records.withColumn(PARSED, from_json(told, withCorrupt, options));
    Column corrupt = col(PARSED).getField(CORRUPT).isNotNull();
    Column isObject = from_json(readable, OBJECT, options).isNotNull();
    Column fault =
        when(col(Records.FAULT).isNotNull(), col(Records.FAULT))
            .when(corrupt.and(isObject), "a value does not fit the mapping's schema")
            .when(corrupt, "not a JSON object");
    List<Column> all = new ArrayList<>();
    for (String name : columns.fieldNames()) {
      all.add(col(PARSED).getField(name).as(name));
    }
    all.add(col(Records.FILE));
    all.add(fault.as(Records.FAULT));
    all.add(col(Records.RECORD));
    all.add(col(Records.BYTES));
    if (Arrays.asList(records.columns()).contains(Positions.POSITION)) {
      all.add(col(Positions.POSITION));
    }
    return parsed.select(all.toArray(Column[]::new));
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.lake.LiteralPaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads another crawler's JSON, nested as it is: one object a line or, as documents, one array of
 * objects or one object a file. Files are read as text first, so that a record which does not parse
 * is a fault of that record, and a document which does not parse is one refused record of its file.
 */
final class MappedJson {
  private static final String TEXT = "value";
  private static final String FAULTY_TEXT = "_assay_faulty_text";
  private static final String CORRUPT = "_corrupt_record";
  private static final String PARSED = "_assay_parsed";
  private static final String WHITE_SPACE = " \t\r\n";
  private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType);
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
      String root,
      List<InputFile> files,
      Mapping mapping,
      StructType schema,
      int maxRecordBytes,
      boolean positions) {
    if (mapping.isDocuments()) {
      requireNoneEmpty(files);
    }
    Map<String, String> options = SourceOptions.none();
    options.putAll(mapping.options());
    options.put("columnNameOfCorruptRecord", CORRUPT);
    options.put("mode", "PERMISSIVE");
    Dataset<Row> texts = texts(spark, root, files, mapping, positions);
    Dataset<Row> records =
        checked(
            mapping.isDocuments() ? elements(texts, options, positions) : lines(texts, options),
            maxRecordBytes);
    StructType columns = schema == null ? inferred(spark, records, options) : schema;
    return parsed(records, columns, options);
  }

  /** Spark leaves out files without a byte, but an empty one is a document that was lost. */
  private static void requireNoneEmpty(List<InputFile> documents) {
    for (InputFile file : documents) {
      if (file.bytes() == 0) {
        throw new BrokenFile(file, new IOException("it is empty"));
      }
    }
  }

  /** One row a line or, of documents, a file: its text and what is wrong with it. */
  private static Dataset<Row> texts(
      SparkSession spark, String root, List<InputFile> files, Mapping mapping, boolean positions) {
    List<Column> columns = new ArrayList<>();
    String encoding = mapping.options().getOrDefault("encoding", "UTF-8");
    Column text = col(TEXT);
    if (!encoding.equalsIgnoreCase("UTF-8")) {
      text = org.apache.spark.sql.functions.decode(text.cast("binary"), encoding);
    }
    columns.add(text.as(TEXT));
    columns.add(Records.sourceFile(root));
    boolean number = positions && !mapping.isDocuments();
    if (number) {
      columns.addAll(Positions.marks());
    }
    DataFrameReader reader = spark.read().option("wholetext", mapping.isDocuments());
    if (mapping.options().containsKey("lineSep")) {
      reader = reader.option("lineSep", mapping.options().get("lineSep"));
    }
    Dataset<Row> rows =
        reader.text(LiteralPaths.of(InputFile.paths(files))).select(columns.toArray(Column[]::new));
    if (!mapping.isDocuments()) {
      rows = rows.where(trim(col(TEXT), lit(WHITE_SPACE)).notEqual(""));
    }
    Dataset<Row> numbered = number ? Positions.number(rows) : rows;
    return numbered
        .withColumn(FAULTY_TEXT, when(not(is_valid_utf8(col(TEXT))), "not UTF-8"))
        .withColumn(TEXT, make_valid_utf8(withoutByteOrderMark(col(TEXT))));
  }

  /**
   * A line is read as a list, so that more than one object in it is seen, and not only the first.
   */
  private static Dataset<Row> lines(Dataset<Row> texts, Map<String, String> options) {
    Column items = from_json(concat(lit("["), col(TEXT), lit("]")), TEXTS, options);
    Column fault =
        coalesce(
            col(FAULTY_TEXT),
            when(coalesce(size(items), lit(0)).notEqual(1), "not one JSON object"));
    return texts.withColumn(Records.FAULT, fault).drop(FAULTY_TEXT);
  }

  /** One row an element of a document; a document that cannot be read stays one row. */
  private static Dataset<Row> elements(
      Dataset<Row> texts, Map<String, String> options, boolean positions) {
    String document = "_assay_document";
    String items = "_assay_items";
    String at = "_assay_at";
    Column whole = from_json(concat(lit("["), col(TEXT), lit("]")), TEXTS, options);
    Dataset<Row> documents =
        texts
            .withColumn(items, whole)
            .withColumn(document, when(size(col(items)).equalTo(1), col(items).getItem(0)))
            .withColumn(
                items,
                when(col(document).startsWith("["), from_json(col(document), TEXTS, options))
                    .when(col(document).isNotNull(), array(col(document))))
            .withColumn(
                Records.FAULT,
                coalesce(col(FAULTY_TEXT), when(col(items).isNull(), "not a JSON document")));
    Column[] kept = {
      col(Records.FILE),
      col(Records.FAULT),
      posexplode(when(col(Records.FAULT).isNotNull(), array(col(TEXT))).otherwise(col(items)))
          .as(new String[] {at, TEXT})
    };
    Dataset<Row> elements = documents.select(kept);
    return positions
        ? elements.withColumn(Positions.POSITION, col(at).plus(1).cast("long")).drop(at)
        : elements.drop(at);
  }

  private static Dataset<Row> checked(Dataset<Row> records, int maxRecordBytes) {
    Column fault =
        when(col(Records.FAULT).isNotNull(), col(Records.FAULT))
            .when(
                octet_length(col(TEXT)).gt(maxRecordBytes),
                "longer than ingest.max_record_bytes, " + maxRecordBytes)
            .when(
                col(TEXT).isNull().or(not(trim(col(TEXT), lit(WHITE_SPACE)).startsWith("{"))),
                "not a JSON object");
    return records.withColumn(Records.FAULT, fault).withColumnRenamed(TEXT, Records.RECORD);
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
      Dataset<Row> records, StructType columns, Map<String, String> options) {
    StructType withCorrupt = columns.add(CORRUPT, DataTypes.StringType);
    Column readable = when(col(Records.FAULT).isNull(), col(Records.RECORD));
    Dataset<Row> parsed = records.withColumn(PARSED, from_json(readable, withCorrupt, options));
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
    if (Arrays.asList(records.columns()).contains(Positions.POSITION)) {
      all.add(col(Positions.POSITION));
    }
    return parsed.select(all.toArray(Column[]::new));
  }

  private static Column withoutByteOrderMark(Column text) {
    return when(text.startsWith("\uFEFF"), substring(text, 2, Integer.MAX_VALUE)).otherwise(text);
  }
}

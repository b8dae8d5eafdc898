package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.decode;
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

import io.assay.job.LiteralPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Finds the records in JSON: one object a line or, in documents, one array of objects or one object
 * a file; a delivery may hold both. Files are read as text, so that a record which does not parse
 * is a fault of that record, and a document which does not parse is one refused record of its file.
 */
final class JsonRecords {
  private static final String TEXT = "value";
  private static final String FAULTY_TEXT = "_assay_faulty_text";
  private static final String WHITE_SPACE = " \t\r\n";
  private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType);

  private final Mapping mapping;
  private final Map<String, String> options;
  private final int maxRecordBytes;
  private final boolean positions;

  /**
   * @param options how JSON is parsed
   * @param maxRecordBytes longest record that is used; a document may be longer
   * @param positions whether to number the records of each file
   */
  JsonRecords(Mapping mapping, Map<String, String> options, int maxRecordBytes, boolean positions) {
    this.mapping = mapping;
    this.options = options;
    this.maxRecordBytes = maxRecordBytes;
    this.positions = positions;
  }

  /**
   * @return {@link Records#RECORD}, a text that begins like an object where {@link Records#FAULT}
   *     is null; source_file and, if asked for, {@link Positions#POSITION}
   * @throws BrokenFile if a document is empty
   */
  Dataset<Row> read(SparkSession spark, List<InputFile> files) {
    List<InputFile> documents = JsonShape.documents(spark, files, mapping);
    List<InputFile> lined =
        files.stream().filter(Predicate.not(new HashSet<>(documents)::contains)).toList();
    requireNoneEmpty(documents);
    List<Dataset<Row>> parts = new ArrayList<>();
    if (!documents.isEmpty()) {
      parts.add(checked(elements(texts(spark, documents, true))));
    }
    if (!lined.isEmpty()) {
      parts.add(checked(lines(texts(spark, lined, false))));
    }
    return Records.union(parts);
  }

  /** Spark leaves out files without a byte, but an empty one is a document that was lost. */
  private static void requireNoneEmpty(List<InputFile> documents) {
    List<InputFile> empty = documents.stream().filter(file -> file.bytes() == 0).toList();
    if (!empty.isEmpty()) {
      throw new BrokenFile(empty, "broken container: it is empty", null);
    }
  }

  /** One row a line or, of documents, a file: its text and what is wrong with it. */
  private Dataset<Row> texts(SparkSession spark, List<InputFile> files, boolean documents) {
    List<Column> columns = new ArrayList<>();
    String encoding = mapping.options().getOrDefault("encoding", "UTF-8");
    Column text = col(TEXT);
    if (!encoding.equalsIgnoreCase("UTF-8")) {
      text = decode(text.cast("binary"), encoding);
    }
    columns.add(text.as(TEXT));
    columns.add(Records.sourceFile(files));
    boolean number = positions && !documents;
    if (number) {
      columns.addAll(Positions.marks());
    }
    DataFrameReader reader =
        Compression.unpacking(spark.read(), files).option("wholetext", documents);
    if (mapping.options().containsKey("lineSep")) {
      reader = reader.option("lineSep", mapping.options().get("lineSep"));
    }
    Dataset<Row> rows =
        reader.text(LiteralPaths.of(InputFile.paths(files))).select(columns.toArray(Column[]::new));
    if (!documents) {
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
  private Dataset<Row> lines(Dataset<Row> texts) {
    Column items = from_json(concat(lit("["), col(TEXT), lit("]")), TEXTS, options);
    Column fault =
        coalesce(
            col(FAULTY_TEXT),
            when(coalesce(size(items), lit(0)).notEqual(1), "not one JSON object"));
    return texts
        .withColumn(Records.FAULT, fault)
        .withColumn(Records.BYTES, sizeOfMany(col(Records.FAULT), col(TEXT)))
        .drop(FAULTY_TEXT);
  }

  /** Size of a line that is refused and holds an array, or objects side by side; else null. */
  static Column sizeOfMany(Column fault, Column line) {
    Column many = trim(line, lit(WHITE_SPACE)).startsWith("[").or(line.rlike("\\}[ \\t]*\\{"));
    return when(fault.isNotNull().and(many), Records.size(line));
  }

  /** One row an element of a document; a document that cannot be read stays one row. */
  private Dataset<Row> elements(Dataset<Row> texts) {
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
                coalesce(col(FAULTY_TEXT), when(col(items).isNull(), "not a JSON document")))
            .withColumn(
                Records.BYTES, when(col(Records.FAULT).isNotNull(), Records.size(col(TEXT))));
    Column[] kept = {
      col(Records.FILE),
      col(Records.FAULT),
      col(Records.BYTES),
      posexplode(when(col(Records.FAULT).isNotNull(), array(col(TEXT))).otherwise(col(items)))
          .as(new String[] {at, TEXT})
    };
    Dataset<Row> elements = documents.select(kept);
    return positions
        ? elements.withColumn(Positions.POSITION, col(at).plus(1).cast("long")).drop(at)
        : elements.drop(at);
  }

  private Dataset<Row> checked(Dataset<Row> records) {
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

  private static Column withoutByteOrderMark(Column text) {
    return when(text.startsWith("\uFEFF"), substring(text, 2, Integer.MAX_VALUE)).otherwise(text);
  }
}

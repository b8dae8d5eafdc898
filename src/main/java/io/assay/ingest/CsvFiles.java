package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.job.LiteralPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads CSV with a header, every column as text. Bytes are read as Latin-1, which loses none, and
 * decoded as UTF-8 cell by cell, so that undecodable text is a fault of its row. Files are grouped
 * by their head, because columns are found by name.
 */
final class CsvFiles {
  private static final String CORRUPT = "_corrupt_record";

  private CsvFiles() {}

  /**
   * @param options Spark's CSV options over the defaults (RFC 4180: quotes doubled, cells may hold
   *     line breaks)
   * @param positions whether to number the records of each file
   * @param notes takes what a person should know of the files
   * @return per head: its columns as texts, source_file, {@link Records#FAULT} and, if asked for,
   *     {@link Positions#POSITION}
   */
  static List<Dataset<Row>> read(
      SparkSession spark,
      String root,
      List<InputFile> files,
      Map<String, String> options,
      boolean positions,
      Consumer<String> notes) {
    Map<String, String> all = SourceOptions.none();
    all.put("header", "true");
    all.put("multiLine", "true");
    all.put("quote", "\"");
    all.put("escape", "\"");
    all.put("maxCharsPerColumn", "-1");
    all.putAll(options);
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    Map<CsvHead, List<InputFile>> byHead = new LinkedHashMap<>();
    for (InputFile file : files) {
      byHead.computeIfAbsent(CsvHead.of(conf, file, all), h -> new ArrayList<>()).add(file);
    }
    List<Dataset<Row>> parts = new ArrayList<>();
    byHead.forEach(
        (head, alike) -> {
          if (head.renamed() != null) {
            notes.accept(
                "names that the header of "
                    + alike.get(0).name()
                    + " repeats or lacks: "
                    + head.renamed());
          }
          if (!head.names().isEmpty()) {
            parts.add(read(spark, root, head, alike, positions));
          }
        });
    return parts;
  }

  private static Dataset<Row> read(
      SparkSession spark, String root, CsvHead head, List<InputFile> files, boolean positions) {
    boolean utf8 = CsvEncoding.isUtf8(head.options());
    StructType schema = new StructType();
    for (String name : head.names()) {
      schema = schema.add(name, DataTypes.StringType);
    }
    Dataset<Row> raw =
        Compression.unpacking(spark.read(), files)
            .schema(schema.add(CORRUPT, DataTypes.StringType))
            .options(head.options())
            .option("encoding", utf8 ? "ISO-8859-1" : head.options().get("encoding"))
            .option("columnNameOfCorruptRecord", CORRUPT)
            .option("mode", "PERMISSIVE")
            .csv(LiteralPaths.of(InputFile.paths(files)));
    List<Column> columns = new ArrayList<>();
    Column undecodable = lit(false);
    Column otherEncoding = lit(null).cast("string");
    for (String name : head.names()) {
      Column cell = Records.named(name);
      if (utf8) {
        Column bytes = encode(cell, "ISO-8859-1").cast("string");
        columns.add(make_valid_utf8(bytes).as(name));
        undecodable = undecodable.or(cell.isNotNull().and(not(is_valid_utf8(bytes))));
      } else {
        columns.add(cell.as(name));
        otherEncoding = coalesce(otherEncoding, CsvEncoding.fault(head.options(), cell));
      }
    }
    columns.add(Records.sourceFile(root, files));
    columns.add(
        coalesce(
                when(undecodable, "not UTF-8"),
                otherEncoding,
                when(
                        col(CORRUPT).contains("\n"),
                        "not as many cells as the header, over several lines: a quote may not be"
                            + " closed")
                    .when(col(CORRUPT).isNotNull(), "not as many cells as the header"))
            .as(Records.FAULT));
    if (positions) {
      columns.addAll(Positions.marks());
    }
    Dataset<Row> rows = raw.select(columns.toArray(Column[]::new));
    if (head.isBelow()) {
      rows = withoutHead(rows, head);
    }
    return positions ? Positions.number(rows) : rows;
  }

  /** Spark takes the first row for the header, so the true one and blank ones come as rows. */
  private static Dataset<Row> withoutHead(Dataset<Row> rows, CsvHead head) {
    Column isHeader = lit(true);
    Column isBlank = lit(true);
    for (int i = 0; i < head.names().size(); i++) {
      Column cell = coalesce(trim(Records.named(head.names().get(i))), lit(""));
      isHeader = isHeader.and(cell.equalTo(head.written().get(i)));
      isBlank = isBlank.and(cell.equalTo(""));
    }
    return rows.where(not(isHeader.or(isBlank)));
  }
}

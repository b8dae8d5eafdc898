package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.assay.job.LiteralPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private final SparkSession spark;
  private final boolean positions;
  private final Consumer<String> notes;

  private CsvFiles(SparkSession spark, boolean positions, Consumer<String> notes) {
    this.spark = spark;
    this.positions = positions;
    this.notes = notes;
  }

  /** Files of one head, and the rows that stand above their headers. */
  private static final class Group {
    final List<InputFile> files = new ArrayList<>();
    final Set<List<String>> above = new HashSet<>();
  }

  /**
   * @param options Spark's CSV options over the defaults (RFC 4180: quotes doubled, cells may hold
   *     line breaks)
   * @param used names of columns that are looked for
   * @param positions whether to number the records of each file
   * @param notes takes what a person should know of the files
   */
  static List<CsvPart> read(
      SparkSession spark,
      List<InputFile> files,
      Map<String, String> options,
      UsedNames used,
      boolean positions,
      Consumer<String> notes) {
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    Map<List<Object>, Group> groups = new LinkedHashMap<>();
    Map<Group, CsvHead> heads = new LinkedHashMap<>();
    for (InputFile file : files) {
      CsvHead.OfFile top = CsvHead.of(conf, file, withDefaults(options), used);
      Group group =
          groups.computeIfAbsent(List.of(top.head(), file.quotesAreSound()), head -> new Group());
      group.files.add(file);
      group.above.addAll(top.above());
      heads.putIfAbsent(group, top.head());
    }
    CsvFiles reader = new CsvFiles(spark, positions, notes);
    List<CsvPart> parts = new ArrayList<>();
    heads.forEach(
        (group, head) -> {
          reader.note(head, group);
          if (!head.names().isEmpty()) {
            parts.add(
                new CsvPart(
                    reader.read(head, group), CsvNames.repeated(head.written(), head.names())));
          }
        });
    return parts;
  }

  /** The options of a delivery's CSV with what holds where they say nothing. */
  static Map<String, String> withDefaults(Map<String, String> options) {
    Map<String, String> all = SourceOptions.none();
    all.put("header", "true");
    all.put("multiLine", "true");
    all.put("quote", "\"");
    all.put("escape", "\"");
    all.put("maxCharsPerColumn", "-1");
    all.putAll(options);
    return all;
  }

  private void note(CsvHead head, Group group) {
    if (head.renamed() != null) {
      notes.accept(
          "names that the header of "
              + group.files.get(0).name()
              + " repeats or lacks: "
              + head.renamed());
    }
    if (!group.above.isEmpty()) {
      List<String> first = group.above.iterator().next();
      notes.accept(
          "the header of "
              + group.files.get(0).name()
              + " stands below other text, such as "
              + String.join(" ", first).strip());
    }
  }

  private Dataset<Row> read(CsvHead head, Group group) {
    List<InputFile> files = group.files;
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
    Column kind =
        NoRecords.kind(head, text -> utf8 ? CsvEncoding.asBytes(text) : text, col(CORRUPT));
    columns.add(Records.sourceFile(files));
    columns.add(
        coalesce(
                doubt(head, files),
                when(undecodable, "not UTF-8"),
                otherEncoding,
                when(
                        col(CORRUPT).contains("\n"),
                        "not as many cells as the header, over several lines: a quote may not be"
                            + " closed")
                    .when(col(CORRUPT).isNotNull(), "not as many cells as the header"),
                files.get(0).quotesAreSound()
                    ? lit(null)
                    : when(kind.equalTo(NoRecords.OTHER_HEADER), SwallowedRecords.DOUBT))
            .as(Records.FAULT));
    if (positions) {
      columns.addAll(Positions.marks());
    }
    columns.add(kind.as(NoRecords.KIND));
    Dataset<Row> rows =
        raw.select(columns.toArray(Column[]::new))
            .where(not(col(NoRecords.KIND).eqNullSafe(NoRecords.NONE)))
            .drop(NoRecords.KIND);
    if (head.isBelow()) {
      rows = BelowHeader.of(rows, head, group.above);
    }
    return positions ? Positions.number(rows) : rows;
  }

  /** Where cells hold no line breaks, a quote that is not closed ends with its line. */
  private static Column doubt(CsvHead head, List<InputFile> files) {
    boolean lines = Boolean.parseBoolean(head.options().get("multiLine"));
    if (!lines || files.get(0).quotesAreSound()) {
      return lit(null).cast("string");
    }
    LineShape shape =
        new LineShape(head.separator(), head.options().get("quote").charAt(0), head.names().size());
    List<Column> cells = head.names().stream().map(Records::named).toList();
    return SwallowedRecords.doubt(shape, cells, col(CORRUPT));
  }
}

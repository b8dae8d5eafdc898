package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.assay.contracts.UserError;
import io.assay.job.LiteralPaths;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads CSV with a header, every column as text. Bytes are read as Latin-1, which loses none, and
 * decoded as UTF-8 cell by cell, so that undecodable text is a fault of its row. Files are grouped
 * by their header, because columns are found by name.
 */
final class CsvFiles {
  private static final String CORRUPT = "_corrupt_record";
  private static final int BOM = 0xFEFF;

  private CsvFiles() {}

  /**
   * @param options Spark's CSV options over the defaults (RFC 4180: quotes doubled, cells may hold
   *     line breaks)
   * @param positions whether to number the records of each file
   * @return per header: its columns as texts, source_file, {@link Records#FAULT} and, if asked for,
   *     {@link Positions#POSITION}
   */
  static List<Dataset<Row>> read(
      SparkSession spark,
      String root,
      List<InputFile> files,
      Map<String, String> options,
      boolean positions) {
    Map<String, String> all = SourceOptions.none();
    all.put("header", "true");
    all.put("multiLine", "true");
    all.put("quote", "\"");
    all.put("escape", "\"");
    all.put("maxCharsPerColumn", "-1");
    all.putAll(options);
    Map<Layout, List<InputFile>> byLayout = new LinkedHashMap<>();
    for (InputFile file : files) {
      Map<String, String> own = ofFile(file, all);
      Layout layout = new Layout(header(spark, file, own), own);
      byLayout.computeIfAbsent(layout, l -> new ArrayList<>()).add(file);
    }
    return byLayout.entrySet().stream()
        .filter(e -> !e.getKey().header().isEmpty())
        .map(
            e ->
                read(
                    spark,
                    root,
                    e.getKey().header(),
                    e.getValue(),
                    e.getKey().options(),
                    positions))
        .toList();
  }

  /** What files have to share to be read together. */
  private record Layout(List<String> header, Map<String, String> options) {}

  /** A file's name tells its separator where the mapping does not. */
  private static Map<String, String> ofFile(InputFile file, Map<String, String> options) {
    boolean said = options.containsKey("sep") || options.containsKey("delimiter");
    if (said || !Format.isTabbed(file.name())) {
      return options;
    }
    Map<String, String> tabbed = SourceOptions.none();
    tabbed.putAll(options);
    tabbed.put("sep", "\t");
    return tabbed;
  }

  private static Dataset<Row> read(
      SparkSession spark,
      String root,
      List<String> header,
      List<InputFile> files,
      Map<String, String> options,
      boolean positions) {
    boolean utf8 = !options.containsKey("encoding");
    StructType schema = new StructType();
    for (String name : header) {
      schema = schema.add(name, DataTypes.StringType);
    }
    Dataset<Row> raw =
        Compression.unpacking(spark.read(), files)
            .schema(schema.add(CORRUPT, DataTypes.StringType))
            .options(options)
            .option("encoding", utf8 ? "ISO-8859-1" : options.get("encoding"))
            .option("columnNameOfCorruptRecord", CORRUPT)
            .option("mode", "PERMISSIVE")
            .csv(LiteralPaths.of(InputFile.paths(files)));
    List<Column> columns = new ArrayList<>();
    Column undecodable = lit(false);
    for (String name : header) {
      Column bytes = encode(quoted(name), "ISO-8859-1").cast("string");
      columns.add((utf8 ? make_valid_utf8(bytes) : quoted(name)).as(name));
      undecodable = undecodable.or(quoted(name).isNotNull().and(not(is_valid_utf8(bytes))));
    }
    columns.add(Records.sourceFile(root, files));
    columns.add(
        when(utf8 ? undecodable : lit(false), "not UTF-8")
            .when(
                col(CORRUPT).contains("\n"),
                "not as many cells as the header, over several lines: a quote may not be closed")
            .when(col(CORRUPT).isNotNull(), "not as many cells as the header")
            .as(Records.FAULT));
    if (positions) {
      columns.addAll(Positions.marks());
    }
    Dataset<Row> rows = raw.select(columns.toArray(Column[]::new));
    return positions ? Positions.number(rows) : rows;
  }

  private static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /** The header's names; none for a file without a line. A broken file is found by reading it. */
  private static List<String> header(
      SparkSession spark, InputFile file, Map<String, String> options) {
    CsvParserSettings settings = new CsvParserSettings();
    String separator = options.getOrDefault("sep", options.getOrDefault("delimiter", ","));
    settings.getFormat().setDelimiter(separator.replace("\\t", "\t"));
    // As in Spark there are no comments unless one asks for them.
    settings.getFormat().setComment(options.getOrDefault("comment", "\0").charAt(0));
    settings.getFormat().setQuote(options.get("quote").charAt(0));
    settings.getFormat().setQuoteEscape(options.get("escape").charAt(0));
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(20_000);
    try (InputStream plain = file.open(spark.sparkContext().hadoopConfiguration());
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(plain, options.getOrDefault("encoding", "UTF-8")))) {
      CsvParser parser = new CsvParser(settings);
      skipByteOrderMark(reader);
      parser.beginParsing(reader);
      String[] names = parser.parseNext();
      parser.stopParsing();
      return names == null ? List.of() : unique(file, names);
    } catch (IOException e) {
      throw new BrokenFile(List.of(file), "broken container: " + e.getMessage(), e);
    }
  }

  private static void skipByteOrderMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BOM) {
      reader.reset();
    }
  }

  private static List<String> unique(InputFile file, String[] names) {
    List<String> header = Arrays.stream(names).map(n -> n == null ? "" : n.strip()).toList();
    // Spark does not tell names by their case.
    long distinct = header.stream().map(n -> n.toLowerCase(Locale.ROOT)).distinct().count();
    if (distinct < header.size() || header.contains("")) {
      throw new UserError(
          "file " + file.name() + " has a header with repeated or empty names: " + header,
          "Give every column one name of its own.");
    }
    return header;
  }
}

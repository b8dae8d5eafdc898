package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.UserError;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;

/**
 * Reads one source of a mapping into {@link Records}' columns. Its expressions see the source's
 * columns, what was exploded, and {@code crawl_id, crawl_date, source_file, record_position}.
 */
final class MappedSource {
  private static final List<String> OWN =
      List.of(Records.FILE, Records.FAULT, Records.RECORD, Records.BYTES, Positions.POSITION);

  private static final String ZONE = "spark.sql.session.timeZone";

  private final SparkSession spark;
  private final Crawl crawl;
  private final Mapping mapping;
  private final Mapping.Source source;
  private final int maxRecordBytes;
  private final Consumer<String> notes;

  /**
   * @param notes takes what a person should know of the files
   */
  MappedSource(
      SparkSession spark,
      Crawl crawl,
      Mapping.Source source,
      int maxRecordBytes,
      Consumer<String> notes) {
    this.notes = notes;
    this.spark = spark;
    this.crawl = crawl;
    this.mapping = crawl.mapping();
    this.source = source;
    this.maxRecordBytes = maxRecordBytes;
  }

  /**
   * @param files of this source, at least one
   * @throws UserError if an expression does not fit the files
   */
  List<Dataset<Row>> read(List<InputFile> files) {
    // Spark settles the zone of what an expression reads and writes when it is analysed.
    String zone = spark.conf().get(ZONE);
    spark.conf().set(ZONE, mapping.notation().zone());
    try {
      return readInZone(files);
    } finally {
      spark.conf().set(ZONE, zone);
    }
  }

  private List<Dataset<Row>> readInZone(List<InputFile> files) {
    MappingFunctions.register(spark);
    boolean positions = source.usesPosition();
    List<Dataset<Row>> parts =
        switch (mapping.format()) {
          case CSV -> {
            UsedNames used = UsedNames.of(source);
            yield CsvFiles.read(spark, files, mapping.options(), used, positions, notes).stream()
                .map(part -> declared(part.rows(), part.repeated(), used))
                .toList();
          }
          case PARQUET ->
              ParquetFiles.read(spark, files, positions).stream()
                  .map(rows -> declared(rows, Map.of(), UsedNames.UNKNOWN))
                  .toList();
          case JSON ->
              List.of(
                  NullWords.removed(
                      checked(
                          "record",
                          null,
                          () ->
                              MappedJson.read(
                                  spark,
                                  files,
                                  mapping,
                                  source.schema(),
                                  maxRecordBytes,
                                  positions)),
                      source.nulls(),
                      OWN));
        };
    return parts.stream().map(this::map).toList();
  }

  /**
   * Keeps the delivered record as JSON and takes the columns that the mapping declares.
   *
   * @param repeated names that stand several times in the header
   */
  private Dataset<Row> declared(
      Dataset<Row> part, Map<String, List<String>> repeated, UsedNames used) {
    Dataset<Row> recorded = part.withColumn(Records.RECORD, Records.asJson(part, OWN));
    Dataset<Row> known =
        RepeatedNames.resolved(NullWords.removed(recorded, source.nulls(), OWN), repeated, used);
    return source.schema() == null
        ? known
        : checked("schema", known, () -> DeclaredColumns.of(known, source.schema(), OWN));
  }

  private Dataset<Row> map(Dataset<Row> records) {
    Dataset<Row> rows = crawl.slice().fill(records).withColumn("source_file", col(Records.FILE));
    for (Map.Entry<String, String> e : source.explode().entrySet()) {
      rows = exploded(rows, e.getKey(), e.getValue());
    }
    if (source.where() != null) {
      Dataset<Row> all = rows;
      checked("where", all, () -> all.where(source.where()));
      // What cannot be read cannot be chosen either; it has to be refused, not left out.
      rows = rows.where(col(Records.FAULT).isNotNull().or(expr(source.where())));
    }
    Map<String, DataType> types = new HashMap<>();
    source.feed().fields().forEach(field -> types.put(field.name(), field.type()));
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Map.Entry<String, String> e : source.columns().entrySet()) {
      analysed(e.getKey(), e.getValue(), rows);
      Dataset<Row> all = rows;
      columns.put(
          e.getKey(),
          OuterCasts.without(
              e.getValue(),
              types.get(e.getKey()),
              c -> all.select(c).schema().apply(0).dataType()));
    }
    return rows.select(Records.columns(source.feed(), columns, rows, record(), lit(0)));
  }

  /** An element of no array is no record; a record that cannot be read stays one. */
  private Dataset<Row> exploded(Dataset<Row> rows, String name, String sql) {
    String position = name + "_position";
    for (String column : rows.columns()) {
      if (column.equalsIgnoreCase(name) || column.equalsIgnoreCase(position)) {
        throw wrong(
            "explode " + name, "the record has a column " + column, "Choose another name.", null);
      }
    }
    DataType type = analysed("explode " + name, sql, rows);
    if (!(type instanceof ArrayType array)) {
      throw wrong(
          "explode " + name,
          "gives " + type.sql() + ", not an array",
          "Only arrays can be exploded; map_entries makes one of a map.",
          null);
    }
    Column elements =
        when(col(Records.FAULT).isNotNull(), array(lit(null).cast(array.elementType())))
            .otherwise(expr(sql));
    return rows.select(col("*"), posexplode(elements).as(new String[] {position, name}))
        .withColumn(position, col(position).plus(1));
  }

  /** The delivered record; of an exploded one, its elements first. */
  private Column record() {
    if (source.explode().isEmpty()) {
      return col(Records.RECORD);
    }
    Column[] elements =
        source.explode().keySet().stream().map(Records::named).toArray(Column[]::new);
    return when(col(Records.FAULT).isNotNull(), col(Records.RECORD))
        .otherwise(concat(to_json(struct(elements)), lit(" of "), col(Records.RECORD)));
  }

  /** The type of a value; aggregates and generators are none, for a record yields one value. */
  private DataType analysed(String place, String sql, Dataset<Row> rows) {
    Dataset<Row> value =
        checked(place, rows, () -> rows.select(col(Records.FILE), expr(sql).as("value")));
    if (value.queryExecution().analyzed().children().apply(0) instanceof Generate) {
      throw wrong(
          place, "an explode among the values", "Write it under the feed's explode: key.", null);
    }
    return value.schema().apply("value").dataType();
  }

  /** Something that Spark analyses at once. */
  private interface Analysis {
    Dataset<Row> run();
  }

  private Dataset<Row> checked(String place, Dataset<Row> rows, Analysis analysis) {
    try {
      return analysis.run();
    } catch (Exception e) { // Spark throws AnalysisException, which Scala does not declare
      if (!(e instanceof AnalysisException)) {
        throw e;
      }
      throw wrong(
          place,
          SqlErrors.reason(e),
          rows == null
              ? "Declare in schema: what is used of the record; names are not told by their case."
              : "The record has "
                  + Arrays.stream(rows.columns()).filter(n -> !n.startsWith("_assay_")).toList()
                  + "; correct the expression, or declare in schema: what a delivery may lack.",
          e);
    }
  }

  private UserError wrong(String place, String what, String remedy, Exception cause) {
    boolean column = source.columns().containsKey(place.toLowerCase(Locale.ROOT));
    return new UserError(
        "mapping file "
            + mapping.file()
            + ", feed "
            + source.name()
            + ", "
            + (column ? "column " : "")
            + place
            + ": "
            + what,
        remedy,
        cause);
  }
}

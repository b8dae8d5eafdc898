package io.assay.ingest;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.lake.LiteralPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads JSON Lines. Each object is parsed once, into a map of texts: so a value of the wrong kind
 * is a fault of its field and not of the record, and names that the feed does not have are seen.
 * Lines that are blank are no records.
 */
final class JsonLines {
  private static final String LINE = "value";
  private static final String READABLE = "_readable";
  private static final String OBJECT = "_object";
  private static final String OBJECTS = "_objects";

  /** Spark reads texts in single quotes too, which are no JSON. */
  private static final Map<String, String> STRICT = Map.of("allowSingleQuotes", "false");

  private static final String WHITE_SPACE = " \t\r";

  /**
   * A line is read as a list, so that more than one object in it is seen, and not only the first.
   */
  private static final DataType LIST =
      DataTypes.createArrayType(
          DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));

  private JsonLines() {}

  /**
   * @param root path of the delivered folder
   * @param maxRecordBytes longest line that is parsed
   * @return {@link Records}' columns
   */
  static Dataset<Row> read(
      SparkSession spark, Feed feed, String root, List<InputFile> files, int maxRecordBytes) {
    Column line = col(LINE);
    Column tooLong = octet_length(line).gt(maxRecordBytes);
    Dataset<Row> objects =
        spark
            .read()
            .text(LiteralPaths.of(InputFile.paths(files)))
            // Trimming walks through the whole line; almost every line shows at once that it is
            // none.
            .where(line.startsWith("{").or(trim(line, lit(WHITE_SPACE)).notEqual("")))
            .select(
                line, Records.sourceFile(root), not(tooLong).and(is_valid_utf8(line)).as(READABLE))
            .select(
                line,
                col(Records.FILE),
                col(READABLE),
                from_json(when(col(READABLE), concat(lit("["), line, lit("]"))), LIST, STRICT)
                    .as(OBJECTS))
            .select(
                line,
                col(Records.FILE),
                col(READABLE),
                when(size(col(OBJECTS)).equalTo(1), col(OBJECTS).getItem(0)).as(OBJECT));
    Column fault =
        when(tooLong, "longer than ingest.max_record_bytes, " + maxRecordBytes)
            .when(not(col(READABLE)), "not UTF-8")
            .when(col(OBJECT).isNull(), "not one JSON object");
    return objects.select(
        Records.columns(
            feed,
            fields(feed),
            when(col(READABLE), line).otherwise(make_valid_utf8(line)),
            fault,
            unknownFields(feed)));
  }

  private static Map<String, Column> fields(Feed feed) {
    Map<String, Column> fields = new LinkedHashMap<>();
    feed.fields().forEach(f -> fields.put(f.name(), col(OBJECT).getItem(f.name())));
    return fields;
  }

  /** Names are compared only where some are left over, which in most crawls is nowhere. */
  private static Column unknownFields(Feed feed) {
    Column names = map_keys(col(OBJECT));
    Column found = lit(0);
    Column named = lit(0);
    for (Map.Entry<String, Column> field : fields(feed).entrySet()) {
      found = found.plus(field.getValue().isNotNull().cast("int"));
      named = named.plus(array_contains(names, field.getKey()).cast("int"));
    }
    return when(col(OBJECT).isNull().or(size(names).equalTo(found)), 0)
        .otherwise(size(names).minus(named));
  }
}

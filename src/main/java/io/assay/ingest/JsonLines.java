package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.json_object_keys;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ltrim;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.lake.LiteralPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads JSON Lines. Scalars are taken as texts, so that a value of the wrong kind is a fault of its
 * field and not of the record; lines that are blank are no records.
 */
final class JsonLines {
  private static final String PARSED = "_parsed";
  private static final String CORRUPT = "_corrupt_record";

  private JsonLines() {}

  /**
   * @param root path of the delivered folder
   * @param maxRecordBytes longest line that is parsed
   * @return {@link Records}' columns
   */
  static Dataset<Row> read(
      SparkSession spark, Feed feed, String root, List<InputFile> files, int maxRecordBytes) {
    Column line = col("value");
    Column tooLong = octet_length(line).gt(maxRecordBytes);
    Column readable = not(tooLong).and(is_valid_utf8(line));
    Column parsed = col(PARSED);
    Dataset<Row> lines =
        spark
            .read()
            .text(LiteralPaths.of(InputFile.paths(files)))
            .where(trim(line).notEqual(""))
            .select(
                line,
                Records.sourceFile(root),
                from_json(when(readable, line), schema(feed), Map.of("mode", "PERMISSIVE"))
                    .as(PARSED));
    Column fault =
        when(tooLong, "longer than ingest.max_record_bytes, " + maxRecordBytes)
            .when(not(readable), "not UTF-8")
            .when(
                parsed.getField(CORRUPT).isNotNull().or(not(ltrim(line).startsWith("{"))),
                "not a JSON object, or a list where a value belongs");
    return lines.select(
        Records.columns(
            feed,
            fields(feed, parsed),
            make_valid_utf8(line),
            fault,
            when(readable, unknownFields(feed, line)).otherwise(0)));
  }

  private static Map<String, Column> fields(Feed feed, Column parsed) {
    Map<String, Column> fields = new LinkedHashMap<>();
    feed.fields().forEach(f -> fields.put(f.name(), parsed.getField(f.name())));
    return fields;
  }

  private static StructType schema(Feed feed) {
    StructType schema = new StructType();
    for (Field field : feed.fields()) {
      boolean list = field.type() instanceof ArrayType;
      schema = schema.add(field.name(), list ? field.type() : DataTypes.StringType);
    }
    return schema.add(CORRUPT, DataTypes.StringType);
  }

  private static Column unknownFields(Feed feed, Column line) {
    Column known = array(feed.fields().stream().map(f -> lit(f.name())).toArray(Column[]::new));
    Column keys = json_object_keys(line);
    return when(keys.isNull(), 0).otherwise(size(array_except(keys, known)));
  }
}

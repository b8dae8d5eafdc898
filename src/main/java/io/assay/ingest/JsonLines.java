package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.lake.LiteralPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/** Reads JSON Lines, one object a line. Lines that are blank are no records. */
final class JsonLines {
  private static final String LINE = "value";
  private static final String OBJECT = "_object";

  private static final String WHITE_SPACE = " \t\r";

  private JsonLines() {}

  /**
   * @param root path of the delivered folder
   * @param maxRecordBytes longest line that is parsed
   * @return {@link Records}' columns, {@link Records#TEXTS} among them
   */
  static Dataset<Row> read(
      SparkSession spark, Feed feed, String root, List<InputFile> files, int maxRecordBytes) {
    Column line = col(LINE);
    Column tooLong = octet_length(line).gt(maxRecordBytes);
    // Spark may work out a function anew for each column that is taken from its result, unless it
    // cannot know that the result would be the same.
    UserDefinedFunction parsed =
        udf(new JsonLineParser(feed, maxRecordBytes), JsonLineParser.schema(feed))
            .asNondeterministic();
    Dataset<Row> objects =
        spark
            .read()
            .text(LiteralPaths.of(InputFile.paths(files)))
            // Trimming walks through the whole line; almost every line shows at once that it is
            // none.
            .where(line.startsWith("{").or(trim(line, lit(WHITE_SPACE)).notEqual("")))
            .select(
                line,
                Records.sourceFile(root),
                parsed.apply(when(not(tooLong), line.cast("binary"))).as(OBJECT));
    Column fault =
        when(tooLong, "longer than ingest.max_record_bytes, " + maxRecordBytes)
            .when(col(OBJECT).isNull(), "not one JSON object")
            .otherwise(part(JsonLineParser.FAULT));
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Records.columns(
                    feed,
                    fields(feed),
                    make_valid_utf8(line),
                    fault,
                    part(JsonLineParser.UNKNOWN))));
    columns.add(part(JsonLineParser.TEXTS).as(Records.TEXTS));
    return objects.select(columns.toArray(Column[]::new));
  }

  private static Map<String, Column> fields(Feed feed) {
    Map<String, Column> fields = new LinkedHashMap<>();
    feed.fields().forEach(f -> fields.put(f.name(), part(f.name())));
    return fields;
  }

  private static Column part(String name) {
    return col(OBJECT).getField(name);
  }
}

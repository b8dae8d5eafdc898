package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.job.LiteralPaths;
import io.assay.statistics.RowFunction;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads JSON Lines, one object a line. Lines that are blank are no records. */
final class JsonLines {
  private static final String LINE = "value";
  private static final String OBJECT = "_object";

  private static final String WHITE_SPACE = " \t\r";

  private JsonLines() {}

  /**
   * @param validation the feed's rules
   * @param maxRecordBytes longest line that is parsed
   * @param crawledAt when records were seen that do not say so; null if nobody knows
   * @return the columns of {@link CheckedRecords}
   */
  static Dataset<Row> read(
      SparkSession spark,
      Feed feed,
      List<InputFile> files,
      Validation validation,
      int maxRecordBytes,
      String crawledAt) {
    Column line = col(LINE);
    Column tooLong = octet_length(line).gt(maxRecordBytes);
    Column parsed =
        RowFunction.column(
            new JsonLineParser(feed, validation.ofFields(), maxRecordBytes, crawledAt),
            when(not(tooLong), line.cast("binary")),
            JsonLineParser.schema(feed));
    Dataset<Row> objects =
        Compression.unpacking(spark.read(), files)
            .text(LiteralPaths.of(InputFile.paths(files)))
            // Trimming walks through the whole line; almost every line shows at once that it is
            // none.
            .where(line.startsWith("{").or(trim(line, lit(WHITE_SPACE)).notEqual("")))
            .select(line, Records.sourceFile(files), parsed.as(OBJECT));
    Column object = col(OBJECT);
    Column fault =
        when(tooLong, "longer than ingest.max_record_bytes, " + maxRecordBytes)
            .when(object.isNull(), "not one JSON object")
            .otherwise(object.getField(JsonLineParser.FAULT));
    return CheckedRecords.judged(
        objects.select(
            object,
            col(Records.FILE),
            make_valid_utf8(line).as(Records.RECORD),
            fault.as(Records.FAULT),
            JsonRecords.sizeOfMany(fault, line).as(Records.BYTES),
            object.getField(JsonLineParser.UNKNOWN).as(Records.UNKNOWN)),
        object,
        feed,
        validation);
  }
}

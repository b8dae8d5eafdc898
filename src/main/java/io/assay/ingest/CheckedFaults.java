package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udaf;

import io.assay.contracts.Feed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What is wrong with the records of a sample, by reason and with examples. */
final class CheckedFaults {
  private static final int MOST_LOOKED_AT = 1000;

  private CheckedFaults() {}

  /** With the first example of each, as far as it is among the first records that lost anything. */
  static List<FeedCheck.Loss> losses(Dataset<Row> usable, Validation validation, String counts) {
    Map<List<String>, Row> examples = new HashMap<>();
    if (!counts.isEmpty()) {
      usable
          .where(col(RecordRules.LOST).isNotNull())
          .orderBy(col(MappingCheck.NUMBER))
          .limit(MOST_LOOKED_AT)
          .select(RecordRules.LOST, Records.FILE, Records.RECORD)
          .collectAsList()
          .forEach(
              row ->
                  validation
                      .lost(LostCounts.once(row.getAs(RecordRules.LOST)))
                      .forEach(v -> examples.putIfAbsent(List.of(v.field(), v.reason()), row)));
    }
    return validation.lost(counts).stream()
        .map(value -> loss(value, examples.get(List.of(value.field(), value.reason()))))
        .toList();
  }

  private static FeedCheck.Loss loss(LostValue value, Row example) {
    return new FeedCheck.Loss(
        value,
        example == null ? null : example.getAs(Records.FILE),
        example == null ? null : example.getAs(Records.RECORD));
  }

  /** Per reason and field: how many rows, the sizes of those that are not one record, a row. */
  static List<Row> refused(Dataset<Row> refused, Validation validation) {
    Column example = struct(col(Records.FILE), col(Records.RECORD));
    return refused
        .select(
            validation.reason().as("reason"),
            validation.field().as("field"),
            col(Records.FILE),
            col(Records.RECORD),
            col(Records.BYTES),
            col(MappingCheck.NUMBER))
        .groupBy("reason", "field")
        .agg(
            count(lit(1)).as("rows"),
            udaf(new SizeCounts(), Encoders.LONG()).apply(col(Records.BYTES)).as("bytes"),
            min_by(example, col(MappingCheck.NUMBER)).as("example"))
        .orderBy(desc("rows"), col("reason"), col("field"))
        .collectAsList();
  }

  /**
   * Broken files, then what is refused of the others.
   *
   * @param usable records of the feed that are not refused
   */
  static List<FeedCheck.Refusal> refusals(
      SparkSession spark, Feed feed, BrokenFiles broken, List<Row> refused, long usable) {
    Map<Long, Long> lostBytes = new TreeMap<>();
    long rows = usable;
    for (Row row : refused) {
      SizeCounts.read(row.getString(3))
          .forEach((size, count) -> lostBytes.merge(size, count, Long::sum));
      rows += row.getLong(2);
    }
    LostRecords lost =
        LostRecords.of(
            spark.sparkContext().hadoopConfiguration(),
            broken.without(feed),
            rows - LostRecords.number(lostBytes),
            lostBytes);
    List<FeedCheck.Refusal> refusals = new ArrayList<>();
    for (InputFile file : broken.of(feed)) {
      Damage damage = broken.damage(file);
      refusals.add(
          new FeedCheck.Refusal(damage.fault(), null, lost.of(damage.bytes()), file.name(), null));
    }
    for (Row row : refused) {
      Map<Long, Long> bytes = SizeCounts.read(row.getString(3));
      refusals.add(
          new FeedCheck.Refusal(
              row.getString(0),
              row.getString(1),
              row.getLong(2) - LostRecords.number(bytes) + lost.ofAll(bytes),
              row.getStruct(4).getString(0),
              row.getStruct(4).getString(1)));
    }
    return refusals;
  }
}

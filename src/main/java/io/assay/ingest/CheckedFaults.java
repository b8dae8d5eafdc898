package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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

  /** With the first example of each. */
  static List<FeedCheck.Refusal> refusals(Dataset<Row> refused, Validation validation) {
    Column example = struct(col(Records.FILE), col(Records.RECORD));
    return refused
        .select(
            validation.reason().as("reason"),
            validation.field().as("field"),
            col(Records.FILE),
            col(Records.RECORD),
            col(MappingCheck.NUMBER))
        .groupBy("reason", "field")
        .agg(count(lit(1)).as("records"), min_by(example, col(MappingCheck.NUMBER)).as("example"))
        .orderBy(desc("records"), col("reason"), col("field"))
        .collectAsList()
        .stream()
        .map(
            r ->
                new FeedCheck.Refusal(
                    r.getString(0),
                    r.getString(1),
                    r.getLong(2),
                    r.getStruct(3).getString(0),
                    r.getStruct(3).getString(1)))
        .toList();
  }
}

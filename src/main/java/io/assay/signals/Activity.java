package io.assay.signals;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.statistics.WideRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple4;

/**
 * How accounts act, what they write and what is written to them.
 *
 * <p>Algorithm: what interactions say is exchanged by account once and sorted, so that times, equal
 * texts and commenters follow each other; one account after the other is measured in one pass.
 * Cost: at most five rows a comment, one a dated like and one an actor who has nothing else; memory
 * for one account is constant.
 */
final class Activity {

  private Activity() {}

  /**
   * @param events {@link EventRows#of}
   * @return {@link ActivityRow#SCHEMA}, one row an account that was seen to act or was written to
   */
  static Dataset<Row> of(Dataset<Row> events) {
    Encoder<Tuple4<String, Integer, Long, Long>> event =
        Encoders.tuple(Encoders.STRING(), Encoders.INT(), Encoders.LONG(), Encoders.LONG());
    // Sorted by a hash first: rows are compared by their first eight bytes.
    Dataset<Tuple4<String, Integer, Long, Long>> sorted =
        events
            .withColumn("hash", xxhash64(col("account")))
            .repartition(col("hash"))
            .sortWithinPartitions("hash", "account", "role", "at", "value")
            .select("account", "role", "at", "value")
            .as(event);
    return WideRows.mapPartitions(sorted, new MeasureActivity(), ActivityRow.SCHEMA);
  }
}

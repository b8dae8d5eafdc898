package io.assay.coordination.distributed;

import io.assay.coordination.detection.HeldRow;
import io.assay.job.RunsSpark;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** What one task makes of rows that were gathered for it, and of more where it asks for more. */
@RunsSpark
final class OneTask {
  /** More than the refinement of groups can ask for. */
  private static final int MOST_ROUNDS = 100;

  private final String platform;
  private final KeptDatasets kept;

  OneTask(String platform, KeptDatasets kept) {
    this.platform = platform;
    this.kept = kept;
  }

  /** {@link HeldRow} in and out. */
  static Dataset<Row> of(Dataset<Row> rows, MapPartitionsFunction<Row, Row> task) {
    return rows.repartition(1).mapPartitions(task, Encoders.row(HeldRow.SCHEMA));
  }

  /**
   * What a task asked for until it missed nothing, and what it found then.
   *
   * @param asked all that {@link GatheredEvents#of} was asked for
   * @param found what the task returned
   */
  record Tried(Dataset<Row> asked, Dataset<Row> found) {}

  /**
   * Cost: for each time that the task asks for more, a scan of the events.
   *
   * @param known what it is given besides
   * @param first what it is sure to ask for, worked out
   */
  Tried tried(
      Dataset<Row> known,
      GatheredEvents gathered,
      Dataset<Row> first,
      MapPartitionsFunction<Row, Row> task) {
    Dataset<Row> asked = first;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Dataset<Row> found = kept.keep(of(known.unionByName(gathered.of(asked)), task));
      Dataset<Row> missing = found.where(AskedRows.isAsked());
      if (missing.isEmpty()) {
        return new Tried(asked, found);
      }
      asked = kept.keep(asked.unionByName(missing));
    }
    throw new IllegalStateException(
        "the search of " + platform + " asks for more after " + MOST_ROUNDS + " rounds");
  }
}

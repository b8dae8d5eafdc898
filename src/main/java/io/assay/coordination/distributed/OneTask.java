package io.assay.coordination.distributed;

import io.assay.contracts.UserError;
import io.assay.coordination.detection.HeldRow;
import io.assay.job.RunsSpark;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** What one task makes of rows that were gathered for it, and of more where it asks for more. */
@RunsSpark
final class OneTask {
  /** Several times what the refinement of groups was ever seen to ask for. */
  static final int MOST_ROUNDS = 100;

  private final String platform;
  private final KeptDatasets kept;
  private final int mostRounds;

  /**
   * @param mostRounds times that a task may ask for more
   */
  OneTask(String platform, KeptDatasets kept, int mostRounds) {
    this.platform = platform;
    this.kept = kept;
    this.mostRounds = mostRounds;
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
   * A task asks for nothing that it was given, so that it would come to an end: with all there is.
   * Cost: for each time that the task asks for more, a scan of the events.
   *
   * @param known what it is given besides
   * @param first what it is sure to ask for, worked out
   * @throws UserError if it asks for more too often
   */
  Tried tried(
      Dataset<Row> known,
      GatheredEvents gathered,
      Dataset<Row> first,
      MapPartitionsFunction<Row, Row> task) {
    Dataset<Row> asked = first;
    for (int round = 0; round < mostRounds; round++) {
      Dataset<Row> found = kept.keep(of(known.unionByName(gathered.of(asked)), task));
      Dataset<Row> missing = found.where(AskedRows.isAsked());
      if (missing.isEmpty()) {
        return new Tried(asked, found);
      }
      asked = kept.keep(asked.unionByName(missing));
    }
    throw new UserError(
        "the search for groups of "
            + platform
            + " by many tasks still asks for more after round "
            + mostRounds,
        "Raise coordination.max_events above the rows of "
            + platform
            + ", so that one process compares them, or shorten coordination.window_days.");
  }
}

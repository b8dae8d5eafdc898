package io.assay.conform;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.assay.job.RunsSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** The subjects of one day's events: posts, followed accounts, shared objects. */
@RunsSpark
final class DayKeys implements AutoCloseable {
  private final String subject;
  private final Dataset<Row> subjects;
  private KeyRanges ranges;

  /**
   * @param delivered a day's events
   */
  DayKeys(Dataset<Row> delivered, EventKind kind) {
    this.subject = kind.subject();
    this.subjects = of(delivered, kind).persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** platform, the subject, events (long), first_at (the earliest time of one, where known). */
  static Dataset<Row> of(Dataset<Row> delivered, EventKind kind) {
    return delivered
        .groupBy("platform", kind.subject())
        .agg(count(lit(1)).as("events"), min(kind.time()).as("first_at"));
  }

  /** The columns of {@link #of}, kept. */
  Dataset<Row> rows() {
    return subjects;
  }

  /** The subjects in order. */
  KeyRanges ranges() {
    if (ranges == null) {
      ranges = KeyRanges.of(subjects, subject, subjects.count());
    }
    return ranges;
  }

  @Override
  public void close() {
    subjects.unpersist();
  }
}

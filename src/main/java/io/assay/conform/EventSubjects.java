package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.lake.HashFilter;
import io.assay.lake.JobPart;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The subjects of one day's events (posts, followed accounts, shared objects), and what of an
 * earlier day can concern them: which files, by the bounds that each states, and which rows. Both
 * may let too much pass and never too little.
 */
@JobPart
final class EventSubjects implements AutoCloseable {
  private final String subject;
  private final Dataset<Row> subjects;
  private SubjectRanges ranges;

  /**
   * @param delivered a day's events
   */
  EventSubjects(Dataset<Row> delivered, EventKind kind) {
    this.subject = kind.subject();
    this.subjects =
        delivered
            .groupBy("platform", subject)
            .agg(count(lit(1)).as("events"), min(kind.time()).as("first_at"))
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** platform, the subject, events (long), first_at (the earliest time of one, where known). */
  Dataset<Row> rows() {
    return subjects;
  }

  /** The subjects in order. */
  SubjectRanges ranges() {
    if (ranges == null) {
      ranges = SubjectRanges.of(subjects, subject, subjects.count());
    }
    return ranges;
  }

  /** The rows that may concern the subjects. */
  Dataset<Row> among(Dataset<Row> rows) {
    Column hash = xxhash64(col("platform"), col(subject));
    HashFilter ours = HashFilter.of(subjects.select(hash), subjects.count());
    return rows.where(ours.mayContain(hash));
  }

  @Override
  public void close() {
    subjects.unpersist();
  }
}

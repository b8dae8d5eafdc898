package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.lake.DataFile;
import io.assay.lake.HashFilter;
import io.assay.lake.JobPart;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The subjects of one day's events (posts, followed accounts, shared objects), and what of an
 * earlier day can concern them: which files, by the bounds that each states, and which rows. Both
 * may let too much pass and never too little.
 */
@JobPart
final class EventSubjects implements AutoCloseable {
  /** More ranges tell old files apart more finely; all of them are held by the driver. */
  private static final int RANGES = 64;

  private record Range(UTF8String low, UTF8String high) {}

  private final String subject;
  private final Dataset<Row> subjects;

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

  /** The files among these that may hold events of the subjects. */
  List<DataFile> mayBeIn(List<DataFile> files) {
    if (files.isEmpty() || subjects.isEmpty()) {
      return List.of();
    }
    List<Range> ranges = new ArrayList<>();
    for (Row row :
        subjects
            .select(subject)
            .repartitionByRange(RANGES, col(subject))
            .groupBy(spark_partition_id())
            .agg(min(subject), max(subject))
            .collectAsList()) {
      ranges.add(
          new Range(
              UTF8String.fromString(row.getString(1)), UTF8String.fromString(row.getString(2))));
    }
    return files.stream().filter(file -> meets(file, ranges)).toList();
  }

  private static boolean meets(DataFile file, List<Range> ranges) {
    if (file.low() == null || file.high() == null) {
      return true;
    }
    UTF8String low = UTF8String.fromString(file.low());
    UTF8String high = UTF8String.fromString(file.high());
    return ranges.stream()
        .anyMatch(r -> r.low().binaryCompare(high) <= 0 && r.high().binaryCompare(low) >= 0);
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

package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.job.DataFile;
import io.assay.job.RunsSpark;
import io.assay.statistics.RowFunction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One day's subjects in order, cut into ranges of about equally many: to tell which older files may
 * hold them, and to write the day in files that later days can tell apart. They are cut by a sample
 * of the subjects, which are fewer than the events; Spark's own ranges would sample the events, at
 * the cost of reading all of them once more.
 */
@RunsSpark
final class KeyRanges {
  /** More ranges tell files apart more finely; all of them are held by the driver. */
  private static final int RANGES = 256;

  private static final long SAMPLE = 20_000;

  /** Rows of a file at most, so that a task's sort fits its memory. */
  private static final long MOST_ROWS = 1_000_000;

  /** Below, a file is not worth a task. */
  private static final long LEAST_ROWS = 50_000;

  /**
   * @param first of the range's partitions
   * @param parts how many it has: several if its events are more than a file's; ranges with few
   *     share one
   */
  private record Range(UTF8String low, UTF8String high, int first, int parts)
      implements Serializable {}

  private final UTF8String[] cuts;
  private final Range[] ranges;
  private final int partitions;
  private final long events;

  private KeyRanges(UTF8String[] cuts, Range[] ranges, int partitions, long events) {
    this.cuts = cuts;
    this.ranges = ranges;
    this.partitions = partitions;
    this.events = events;
  }

  /**
   * @param subjects each once: the subject's column and events (long)
   * @param count of them
   */
  static KeyRanges of(Dataset<Row> subjects, String subject, long count) {
    Column sampled = pmod(xxhash64(col(subject)), lit(Math.max(1, count / SAMPLE))).equalTo(0);
    UTF8String[] sample =
        subjects.where(sampled).select(subject).collectAsList().stream()
            .map(row -> UTF8String.fromString(row.getString(0)))
            .sorted()
            .toArray(UTF8String[]::new);
    int cutCount = Math.min(RANGES - 1, sample.length);
    UTF8String[] cuts = new UTF8String[cutCount];
    for (int i = 0; i < cutCount; i++) {
      cuts[i] = sample[(int) ((long) i * sample.length / cutCount)];
    }
    UDF1<String, Integer> find = value -> find(cuts, UTF8String.fromString(value));
    List<Row> found =
        subjects
            .groupBy(udf(find, DataTypes.IntegerType).apply(col(subject)).as("range"))
            .agg(min(subject), max(subject), sum("events"))
            .orderBy("range")
            .collectAsList();
    return laidOut(cuts, found, subjects.sparkSession().sparkContext().defaultParallelism());
  }

  private static KeyRanges laidOut(UTF8String[] cuts, List<Row> found, int parallelism) {
    long total = found.stream().mapToLong(row -> row.getLong(3)).sum();
    long size = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, ceilOf(total, parallelism)));
    Range[] ranges = new Range[cuts.length + 1];
    int next = 0;
    long open = 0;
    for (Row row : found) {
      long events = row.getLong(3);
      if (open > 0 && open + events > size) {
        next++;
        open = 0;
      }
      int parts = (int) ceilOf(events, size);
      ranges[row.getInt(0)] =
          new Range(
              UTF8String.fromString(row.getString(1)),
              UTF8String.fromString(row.getString(2)),
              next,
              parts);
      open += events;
      if (parts > 1) {
        next += parts;
        open = 0;
      }
    }
    return new KeyRanges(cuts, ranges, next + (open > 0 || next == 0 ? 1 : 0), total);
  }

  /** How many events the subjects have. */
  long events() {
    return events;
  }

  private static long ceilOf(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** Number of the last cut at or below the value, plus one. */
  private static int find(UTF8String[] cuts, UTF8String value) {
    int at = java.util.Arrays.binarySearch(cuts, value);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The files among these whose bounds meet a range. */
  List<DataFile> mayBeIn(List<DataFile> files) {
    List<Range> known = new ArrayList<>();
    for (Range range : ranges) {
      if (range != null) {
        known.add(range);
      }
    }
    return files.stream().filter(file -> meets(file, known)).toList();
  }

  private static boolean meets(DataFile file, List<Range> ranges) {
    if (file.low() == null || file.high() == null) {
      return !ranges.isEmpty();
    }
    UTF8String low = UTF8String.fromString(file.low());
    UTF8String high = UTF8String.fromString(file.high());
    return ranges.stream()
        .anyMatch(r -> r.low().binaryCompare(high) <= 0 && r.high().binaryCompare(low) >= 0);
  }

  /**
   * Brings the rows of a range together. What is too much for one file is spread by another column,
   * so that a subject with a crowd does not fall to one task.
   *
   * @param rows of these subjects
   */
  Dataset<Row> partition(Dataset<Row> rows, String subject, String spread) {
    Column place =
        RowFunction.repeatable(
            new Place(cuts, ranges), struct(col(subject), xxhash64(col(spread))), Place.SCHEMA);
    return rows.repartitionById(partitions, place.getField(Place.PARTITION));
  }

  /**
   * The partition of a row. In: the subject (text), a number to spread it by (long). Out: {@link
   * #PARTITION}.
   */
  private record Place(UTF8String[] cuts, Range[] ranges) implements RowFunction {
    private static final String PARTITION = "partition";
    private static final StructType SCHEMA = new StructType().add(PARTITION, DataTypes.IntegerType);

    @Override
    public InternalRow call(Object row) {
      InternalRow values = (InternalRow) row;
      Range range = ranges[find(cuts, values.getUTF8String(0))];
      // Of other subjects than the day's: where it comes to does not matter.
      int partition =
          range == null
              ? 0
              : range.first() + (int) Math.floorMod(values.getLong(1), (long) range.parts());
      return new GenericInternalRow(new Object[] {partition});
    }
  }
}

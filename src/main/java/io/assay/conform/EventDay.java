package io.assay.conform;

import io.assay.contracts.Feeds;
import io.assay.job.CheckResult;
import io.assay.job.DataFile;
import io.assay.job.HashFilter;
import io.assay.job.JobContext;
import io.assay.job.Published;
import io.assay.job.RepeatedKeys;
import io.assay.job.RunsSpark;
import io.assay.settings.ConformSettings;
import io.assay.statistics.Keys;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stores the events of one day, each unless a day before holds it already. Of the days before, only
 * key columns of the files that may hold the day's subjects are read.
 */
@RunsSpark
final class EventDay {
  /** Up to this size a day and what it is compared with are one task's work. */
  private static final long SMALL_BYTES = 4L << 20;

  private final JobContext context;
  private final EventKind kind;
  private final LocalDate day;

  EventDay(JobContext context, EventKind kind, LocalDate day) {
    this.context = context;
    this.kind = kind;
    this.day = day;
  }

  /** The day's deliveries. */
  Dataset<Row> delivered() {
    return context.source().read(kind.feed().target(), day, day);
  }

  /** Keys of stored events in some files. */
  Dataset<Row> keys(List<DataFile> files) {
    return context.source().read(kind.stored(), files, kind.feed().key());
  }

  /** Keys of the day's events as they are stored now. */
  Dataset<Row> storedKeys() {
    return keys(context.source().files(kind.stored(), day, day, null));
  }

  /**
   * @param files of the day's deliveries
   * @param inputs what the day is made of
   */
  Published make(List<DataFile> files, String inputs) {
    Dataset<Row> delivered = delivered();
    if (!kind.identified()) {
      return context.sink().replace(kind.stored(), day, delivered, null, inputs, List::of);
    }
    int window = context.settings(ConformSettings.class).windowDays();
    List<DataFile> before =
        context
            .source()
            .files(kind.stored(), day.minusDays(window - 1L), day.minusDays(1), kind.subject());
    return bytes(files) + bytes(before) <= SMALL_BYTES
        ? small(delivered, keys(before), inputs)
        : large(delivered, before, inputs);
  }

  private Published small(Dataset<Row> delivered, Dataset<Row> known, String inputs) {
    List<CheckResult> findings =
        checked()
            ? InteractionChecks.of(context, delivered, known, DayKeys.of(delivered, kind), false)
            : List.of();
    return publish(NewEvents.besideKnown(delivered, known).coalesce(1), inputs, findings);
  }

  private Published large(Dataset<Row> delivered, List<DataFile> before, String inputs) {
    try (DayKeys subjects = new DayKeys(delivered, kind)) {
      List<DataFile> concerned = before.isEmpty() ? before : subjects.ranges().mayBeIn(before);
      Dataset<Row> stored = keys(concerned);
      List<CheckResult> findings =
          checked()
              ? InteractionChecks.of(context, delivered, stored, subjects.rows(), true)
              : List.of();
      Dataset<Row> known = concerned.isEmpty() ? stored : among(stored, delivered, subjects);
      return publish(
          subjects
              .ranges()
              .partition(NewEvents.besideKnown(delivered, known), kind.subject(), kind.spread()),
          inputs,
          findings);
    }
  }

  /** Stored events that may be among the delivered: a few that are not, and all that are. */
  private Dataset<Row> among(Dataset<Row> stored, Dataset<Row> delivered, DayKeys subjects) {
    List<String> key = kind.feed().key();
    HashFilter ours = HashFilter.of(delivered.select(Keys.hash(key)), subjects.ranges().events());
    return stored.where(ours.mayContain(Keys.hash(key)));
  }

  private Published publish(Dataset<Row> placed, String inputs, List<CheckResult> findings) {
    // Of each key at most one row was kept, and no other partition has the key.
    RepeatedKeys none = RepeatedKeys.none(kind.feed().key());
    return context
        .sink()
        .replace(kind.stored(), day, NewEvents.of(placed, kind), none, inputs, () -> findings);
  }

  private boolean checked() {
    return kind.feed().equals(Feeds.INTERACTIONS);
  }

  private static long bytes(List<DataFile> files) {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }
}

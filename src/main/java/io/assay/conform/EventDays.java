package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import io.assay.lake.CheckResult;
import io.assay.lake.DataFile;
import io.assay.lake.Lineage;
import io.assay.lake.Published;
import io.assay.lake.RepeatedKeys;
import io.assay.lake.StageContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Stores the events of one feed, each under the day of its first delivery. The run's own day is
 * always made; of earlier days those that were never made, or whose deliveries or predecessors have
 * changed since. To add a day, only key columns of the files that may hold its subjects are read of
 * the days before.
 */
final class EventDays {
  static final List<EventKind> KINDS =
      List.of(
          new EventKind(
              Feeds.INTERACTIONS, SilverTables.INTERACTION, "post_id", "occurred_at", "actor_id"),
          new EventKind(
              Feeds.FOLLOWS, SilverTables.FOLLOW, "account_id", "followed_at", "follower_id"),
          new EventKind(Feeds.SHARES, SilverTables.SHARE, "object_id", "shared_at", "account_id"),
          new EventKind(
              Feeds.CONVERSIONS, SilverTables.CONVERSION, "campaign_id", "occurred_at", "kind"));

  private final StageContext context;
  private final EventKind kind;
  private final int windowDays;

  EventDays(StageContext context, EventKind kind) {
    this.context = context;
    this.kind = kind;
    this.windowDays = context.settings().conform().windowDays();
  }

  void bringUpToDate() {
    TreeMap<LocalDate, List<DataFile>> delivered =
        context.source().files(kind.feed().target(), null, context.asOf(), null).stream()
            .collect(Collectors.groupingBy(DataFile::day, TreeMap::new, Collectors.toList()));
    LocalDate today = context.asOf();
    // A delivery that was replaced may hold no events any more.
    context
        .source()
        .files(kind.stored(), null, today, null)
        .forEach(file -> delivered.putIfAbsent(file.day(), List.of()));
    Lineage recorded = context.source().lineage(kind.stored());
    TreeMap<LocalDate, String> contents = new TreeMap<>(recorded.contents());
    delivered.forEach(
        (day, files) -> {
          String inputs = Lineage.hash(files, before(day, contents));
          if (day.equals(today) || !recorded.stands(day, inputs)) {
            contents.put(day, make(day, inputs).contentHash());
          }
        });
  }

  private List<String> before(LocalDate day, TreeMap<LocalDate, String> contents) {
    Map<LocalDate, String> earlier =
        kind.identified()
            ? contents.subMap(day.minusDays(windowDays - 1L), true, day, false)
            : Map.of();
    List<String> inputs = new ArrayList<>(List.of("window_days=" + windowDays));
    earlier.forEach((d, content) -> inputs.add(d + "=" + content));
    return inputs;
  }

  private Published make(LocalDate day, String inputs) {
    Dataset<Row> delivered =
        context.source().read(kind.feed().target(), col("crawl_date").equalTo(lit(day)));
    if (!kind.identified()) {
      return context.sink().replace(kind.stored(), day, delivered, null, inputs, List.of());
    }
    try (EventSubjects subjects = new EventSubjects(delivered, kind)) {
      Dataset<Row> known = known(day, subjects);
      List<CheckResult> findings =
          kind.feed().equals(Feeds.INTERACTIONS)
              ? InteractionChecks.of(context, delivered, known, subjects.rows())
              : List.of();
      List<String> key = kind.feed().key();
      RepeatedKeys repeated =
          RepeatedKeys.in(keys(delivered, key).unionByName(keys(known, key)), key);
      return context
          .sink()
          .replace(
              kind.stored(),
              day,
              subjects
                  .ranges()
                  .partition(
                      NewEvents.of(delivered, known, repeated, kind), kind.subject(), kind.spread())
                  .sortWithinPartitions(xxhash64(col(kind.subject()))),
              repeated,
              inputs,
              findings);
    }
  }

  private static Dataset<Row> keys(Dataset<Row> events, List<String> key) {
    return events.select(key.stream().map(functions::col).toArray(Column[]::new));
  }

  /** Keys of stored events, those of the days before that concern the day's subjects. */
  private Dataset<Row> known(LocalDate day, EventSubjects subjects) {
    List<DataFile> files =
        context
            .source()
            .files(kind.stored(), day.minusDays(windowDays - 1L), day.minusDays(1), kind.subject());
    List<DataFile> concerned = files.isEmpty() ? files : subjects.ranges().mayBeIn(files);
    Dataset<Row> keys = context.source().read(kind.stored(), concerned, kind.feed().key());
    return concerned.isEmpty() ? keys : subjects.among(keys);
  }
}

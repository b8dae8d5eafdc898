package io.assay.conform;

import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import io.assay.job.DataFile;
import io.assay.job.JobContext;
import io.assay.job.KeptDays;
import io.assay.job.Lineage;
import io.assay.job.Published;
import io.assay.job.RunsSpark;
import io.assay.settings.ConformSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the stored days of one feed's events up to date. The run's own day is always made; of
 * earlier days those that were never made, whose deliveries changed, or of which an earlier day
 * gained or lost an event that they deliver too. So a late delivery remakes its own day and those
 * that it changes.
 */
@RunsSpark
final class EventDays implements KeptDays.Days {
  static final List<EventKind> KINDS =
      List.of(
          new EventKind(
              Feeds.INTERACTIONS, SilverTables.INTERACTION, "post_id", "occurred_at", "actor_id"),
          new EventKind(
              Feeds.FOLLOWS, SilverTables.FOLLOW, "account_id", "followed_at", "follower_id"),
          new EventKind(Feeds.SHARES, SilverTables.SHARE, "object_id", "shared_at", "account_id"),
          new EventKind(
              Feeds.CONVERSIONS, SilverTables.CONVERSION, "campaign_id", "occurred_at", "kind"));

  private final JobContext context;
  private final EventKind kind;
  private final int windowDays;
  private final TreeMap<LocalDate, List<DataFile>> delivered = new TreeMap<>();

  /** What this run changed. */
  private final ChangedKeys changes;

  private KeptDays kept;

  EventDays(JobContext context, EventKind kind) {
    this.context = context;
    this.kind = kind;
    this.windowDays = context.settings(ConformSettings.class).windowDays();
    this.changes = new ChangedKeys(kind.feed().key());
  }

  void bringUpToDate() {
    LocalDate today = context.asOf();
    delivered.putAll(
        context.source().files(kind.feed().target(), null, today, null).stream()
            .collect(Collectors.groupingBy(DataFile::day)));
    // A delivery that was replaced may hold no events any more.
    context
        .source()
        .files(kind.stored(), null, today, null)
        .forEach(file -> delivered.putIfAbsent(file.day(), List.of()));
    if (delivered.isEmpty()) {
      return;
    }
    kept = new KeptDays(context, kind.stored());
    try {
      kept.bringUpToDate(delivered.navigableKeySet(), this);
    } finally {
      changes.close();
    }
  }

  /** Its files, then the contents of the days before it that may hold its events already. */
  @Override
  public String inputs(LocalDate day, NavigableMap<LocalDate, String> contents) {
    Map<LocalDate, String> earlier =
        kind.identified() ? contents.subMap(windowStart(day), true, day, false) : Map.of();
    List<String> before = new ArrayList<>();
    earlier.forEach((d, content) -> before.add(d + "=" + content));
    return Lineage.hash(delivered.get(day), List.of("window_days=" + windowDays))
        + "-"
        + Lineage.hash(List.of(), before);
  }

  /**
   * The day was made of the same files beside the days before it as they were recorded, and what
   * this run changed of these concerns none of its events.
   */
  @Override
  public boolean isUnchanged(LocalDate day) {
    Lineage recorded = kept.recorded();
    return recorded.stands(day, inputs(day, new TreeMap<>(recorded.contents())))
        && !changes.areAmong(windowStart(day), day, new EventDay(context, kind, day)::delivered);
  }

  @Override
  public Published make(LocalDate day, String inputs) {
    EventDay made = new EventDay(context, kind, day);
    List<DataFile> before = context.source().files(kind.stored(), day, day, null);
    Published published = made.make(delivered.get(day), inputs);
    if (kind.identified() && matters(day)) {
      changes.add(day, made.keys(before), made.storedKeys());
    }
    return published;
  }

  /** Whether a day after this one may stand. */
  private boolean matters(LocalDate day) {
    return delivered.tailMap(day, false).keySet().stream()
        .anyMatch(
            later ->
                later.isBefore(context.asOf())
                    && !windowStart(later).isAfter(day)
                    && kept.recorded().inputsHash().get(later) != null);
  }

  private LocalDate windowStart(LocalDate day) {
    return day.minusDays(windowDays - 1L);
  }
}

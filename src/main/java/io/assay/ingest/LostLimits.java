package io.assay.ingest;

import io.assay.settings.IngestSettings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** When so many values of one optional field are lost that a delivery should not be used. */
public final class LostLimits {
  private LostLimits() {}

  /**
   * @param usable records of the feed that can be used
   * @return the first field that is beyond a limit, in words; null if none is
   */
  public static String exceeded(
      String feed, List<LostValue> lost, long usable, IngestSettings settings) {
    return lost.stream()
        .map(LostValue::field)
        .distinct()
        .map(field -> exceeded(feed, ofField(lost, field), settings, usable))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<LostValue> ofField(List<LostValue> lost, String field) {
    return lost.stream().filter(value -> value.field().equals(field)).toList();
  }

  private static String exceeded(
      String feed, List<LostValue> lost, IngestSettings settings, long usable) {
    String unreadable =
        beyond(
            feed,
            lost.stream().filter(LostValue::unreadable).toList(),
            usable,
            "cannot be read, more than ingest.max_quarantined_share",
            settings.maxQuarantinedShare());
    return unreadable != null
        ? unreadable
        : beyond(
            feed,
            lost.stream().filter(Predicate.not(LostValue::unreadable)).toList(),
            usable,
            "is none that it can have, more than ingest.max_lost_share",
            settings.maxLostShare());
  }

  private static String beyond(
      String feed, List<LostValue> lost, long usable, String what, double limit) {
    long records = lost.stream().mapToLong(LostValue::records).sum();
    if (records <= limit * usable) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "the value of %s in %,d of %,d %s records (%.1f %%) %s = %s: %s",
        lost.get(0).field(),
        records,
        usable,
        feed,
        100.0 * records / usable,
        what,
        limit,
        lost.stream()
            .map(value -> value.reason() + " (" + value.records() + ")")
            .collect(Collectors.joining(", ")));
  }
}

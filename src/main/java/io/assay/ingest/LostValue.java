package io.assay.ingest;

import io.assay.contracts.Feed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Values of an optional field that could not be, and are null therefore; their records are used.
 *
 * @param field the field
 * @param reason why its value could not be
 * @param records how many records that are used lost it
 */
public record LostValue(String field, String reason, long records) {

  /** Said of the records of a feed, of which so many could be used. */
  String of(Feed feed, long usable) {
    return String.format(
        Locale.ROOT,
        "%s: %s is null in %,d records (%.1f %%), where its value is %s",
        feed.name(),
        field,
        records,
        100.0 * records / usable,
        reason);
  }

  /** The field that lost its value in the most records, with all its reasons; empty if none did. */
  static List<LostValue> ofWorstField(List<LostValue> lost) {
    return lost.stream()
        .map(LostValue::field)
        .max(Comparator.comparingLong(field -> records(lost, field)))
        .map(field -> lost.stream().filter(l -> l.field().equals(field)).toList())
        .orElse(List.of());
  }

  /** In how many records a field lost its value. */
  public static long records(List<LostValue> lost, String field) {
    return lost.stream()
        .filter(l -> l.field().equals(field))
        .mapToLong(LostValue::records)
        .sum();
  }
}

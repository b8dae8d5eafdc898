package io.assay.ingest;

import io.assay.contracts.Feed;
import java.util.Locale;

/**
 * Values of an optional field that could not be, and are null therefore; their records are used.
 *
 * @param field the field
 * @param reason why its value could not be
 * @param unreadable whether nothing could be made of it, as of a text where a number should stand:
 *     then the mapping may misread the source
 * @param records how many records that are used lost it
 */
public record LostValue(String field, String reason, boolean unreadable, long records) {

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
}

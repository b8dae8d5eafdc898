package io.assay.ingest;

import io.assay.contracts.Feed;
import java.util.List;

/**
 * What became of a feed's records.
 *
 * @param feed the feed
 * @param records records delivered; a broken file counts as one
 * @param accepted rows in bronze
 * @param duplicates lost to a better record of the same key
 * @param conflicts those among the duplicates that differ from the better one in what tells things
 *     apart, such as a post's author
 * @param quarantined refused, broken files included
 * @param unknownFields values under names that the feed does not have
 * @param lost values of optional fields that could not be
 */
record Accounting(
    Feed feed,
    long records,
    long accepted,
    long duplicates,
    long conflicts,
    long quarantined,
    long unknownFields,
    List<LostValue> lost) {

  /** Every record is accounted for, or there is a bug: nothing may be lost unseen. */
  Accounting {
    if (records != accepted + duplicates + quarantined) {
      throw new IllegalStateException(
          feed.name()
              + ": "
              + records
              + " records, but "
              + accepted
              + " accepted, "
              + duplicates
              + " duplicates and "
              + quarantined
              + " quarantined");
    }
  }

  double quarantinedShare() {
    return records == 0 ? 0 : (double) quarantined / records;
  }

  /** Records of which values could be lost. */
  long usable() {
    return accepted + duplicates;
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "%s: %,d records = %,d accepted + %,d duplicates + %,d quarantined; %,d unknown fields",
        feed.name(),
        records,
        accepted,
        duplicates,
        quarantined,
        unknownFields);
  }
}

package io.assay.settings;

/**
 * @param maxQuarantinedShare share of a feed's records that may be refused before the crawl is
 *     stopped
 * @param maxRecordCharacters how much of a refused record is kept
 * @param maxRecordBytes longest line of JSON that is read, and most that the texts of a record may
 *     have
 * @param maxCount largest credible counter
 * @param earliestYear times before this year are refused
 */
public record IngestSettings(
    double maxQuarantinedShare,
    int maxRecordCharacters,
    int maxRecordBytes,
    long maxCount,
    int earliestYear) {

  static IngestSettings read(Section s) {
    IngestSettings settings =
        new IngestSettings(
            s.decimal("max_quarantined_share", 0, 1),
            (int) s.integer("max_record_characters", 100, 1_000_000),
            (int) s.integer("max_record_bytes", 1000, 20_000_000),
            s.integer("max_count", 1, Long.MAX_VALUE / 8),
            (int) s.integer("earliest_year", 1970, 2100));
    s.end();
    return settings;
  }
}

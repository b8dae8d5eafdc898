package io.assay.settings;

/**
 * @param maxQuarantinedShare share of a feed's records that may be refused before the crawl is
 *     stopped
 * @param maxLostShare share of a feed's records in which the value of one optional field may be
 *     lost before the crawl is stopped
 * @param maxRecordCharacters how much of a refused record is kept
 * @param maxRecordBytes longest line of JSON that is read, and most that the texts of a record may
 *     have
 * @param maxUnpackedBytes most that a packed file, or all archives of a delivery, may hold
 * @param maxUnpackedRatio most bytes that may come of a packed one, beyond 64 MB
 * @param maxCount largest credible counter
 * @param earliestYear times before this year are refused
 */
public record IngestSettings(
    @Decimal(min = 0, max = 1) double maxQuarantinedShare,
    @Decimal(min = 0, max = 1) double maxLostShare,
    @Whole(min = 100, max = 1_000_000) int maxRecordCharacters,
    @Whole(min = 1000, max = 20_000_000) int maxRecordBytes,
    @Whole(min = 1, max = Long.MAX_VALUE) long maxUnpackedBytes,
    @Whole(min = 1, max = Long.MAX_VALUE) long maxUnpackedRatio,
    @Whole(min = 1, max = Long.MAX_VALUE / 8) long maxCount,
    @Whole(min = 1970, max = 2100) int earliestYear) {

  static IngestSettings read(Section s) {
    return s.bind(IngestSettings.class);
  }
}

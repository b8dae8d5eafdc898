package io.assay.assessment;

import io.assay.statistics.WilsonInterval;

/**
 * Which share of something comes from doubtful accounts, as far as a sample says.
 *
 * @param crawled how many the crawl holds
 * @param assessed of these those of accounts that could be judged
 * @param doubtful of these those of doubtful accounts
 * @param interval of {@code doubtful / assessed}; null where the sample is too small
 * @param reason why there is none; null where there is
 */
record DoubtfulShare(
    long crawled, long assessed, long doubtful, WilsonInterval interval, String reason) {

  /**
   * @param of what is counted, in words
   * @param least assessed that a share needs
   */
  static DoubtfulShare of(String of, long crawled, long assessed, long doubtful, long least) {
    if (assessed >= least) {
      return new DoubtfulShare(
          crawled, assessed, doubtful, WilsonInterval.of(doubtful, assessed), null);
    }
    String why =
        crawled < least
            ? tooSmall(of, crawled, least)
            : "sample too small: of %d %s crawled %d are of accounts that could be judged, %d are needed"
                .formatted(crawled, of, assessed, least);
    return new DoubtfulShare(crawled, assessed, doubtful, null, why);
  }

  /** Why nothing is said of a sample. */
  static String tooSmall(String of, long crawled, long least) {
    return "sample too small: %d %s crawled, %d are needed".formatted(crawled, of, least);
  }

  boolean isKnown() {
    return interval != null;
  }

  /** The share itself, which is known where the interval is. */
  double value() {
    return (double) doubtful / assessed;
  }
}

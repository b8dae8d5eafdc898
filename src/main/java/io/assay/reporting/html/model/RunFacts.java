package io.assay.reporting.html.model;

import java.util.List;

/**
 * What the run read and how good it was.
 *
 * @param runId the run that published the day's tables; of a day whose jobs ran one by one the last
 *     of them
 * @param codeVersion version of the application that ran
 * @param deliveries crawls that the lake holds, delivered up to the day
 * @param firstDelivery day of the earliest; null without any
 * @param lastDelivery day of the latest; null without any
 * @param feeds what became of their records, by feed
 * @param warnings checks of the day's tables that rows violate without stopping the publication,
 *     those with most rows first, at most {@link ReportLimits#WARNINGS}
 * @param warningsInAll how many there are
 */
public record RunFacts(
    String runId,
    String codeVersion,
    long deliveries,
    String firstDelivery,
    String lastDelivery,
    List<FeedCount> feeds,
    List<FailedCheck> warnings,
    long warningsInAll) {

  /**
   * @param feed name of the feed
   * @param records delivered: accepted, duplicates and refused
   * @param accepted read
   * @param duplicates left out for a better record of the same
   * @param refused unfit, see ops.quarantine
   */
  public record FeedCount(
      String feed, long records, long accepted, long duplicates, long refused) {}

  /**
   * @param table layer and name
   * @param check name of the rule
   * @param violations rows that violate it
   * @param rows rows checked
   * @param hint what that usually means
   */
  public record FailedCheck(String table, String check, long violations, long rows, String hint) {}

  /** Records of a feed that were read; 0 where nothing of it was delivered. */
  public long accepted(String feed) {
    return feeds.stream().filter(f -> f.feed().equals(feed)).mapToLong(FeedCount::accepted).sum();
  }

  public long records() {
    return feeds.stream().mapToLong(FeedCount::records).sum();
  }

  public long refused() {
    return feeds.stream().mapToLong(FeedCount::refused).sum();
  }

  public long duplicates() {
    return feeds.stream().mapToLong(FeedCount::duplicates).sum();
  }
}

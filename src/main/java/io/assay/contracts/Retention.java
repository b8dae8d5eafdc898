package io.assay.contracts;

import java.time.LocalDate;

/** How long the slices of a table are kept. */
public enum Retention {
  /** What was observed and what ran: it cannot be made again. */
  ALWAYS("for good"),

  /** States and results of a day, which a backfill can make again. */
  WEEK_AND_MONTH_ENDS("the last 7 days, and the last day of every month");

  private static final int WEEK = 7;

  private final String words;

  Retention(String words) {
    this.words = words;
  }

  /** What a person reads. */
  public String words() {
    return words;
  }

  /**
   * Whether a day's slice is still to be kept.
   *
   * @param newest the newest day of the table
   */
  public boolean keeps(LocalDate day, LocalDate newest) {
    return this == ALWAYS
        || day.isAfter(newest.minusDays(WEEK))
        || day.getDayOfMonth() == day.lengthOfMonth();
  }
}

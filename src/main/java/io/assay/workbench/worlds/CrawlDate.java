package io.assay.workbench.worlds;

import io.assay.contracts.UserError;
import java.time.LocalDate;

/** The UTC day on which a made-up crawl was delivered; nothing in the crawl is later. */
public final class CrawlDate {

  /** A fixed day, so that a command without a date gives the same crawl tomorrow. */
  public static final LocalDate DEFAULT = LocalDate.of(2026, 10, 3);

  /** Accounts are years older, and the platforms did not exist before 2004. */
  private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

  private CrawlDate() {}

  /**
   * @throws UserError if people of that day cannot be made up
   */
  static void require(LocalDate date) {
    if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      throw new UserError(
          "crawl date " + date + " is out of range",
          "Give a date from " + EARLIEST + " to " + LATEST + ".");
    }
  }
}

package io.assay.workbench.worlds;

import io.assay.contracts.UserError;
import java.time.LocalDate;

/**
 * What crawl to make up. The same options give the same crawl, byte for byte.
 *
 * @param accounts accounts, at least 1
 * @param posts posts of all accounts together, each seen once, at least 1
 * @param seed another seed, another crawl
 * @param snapshots how often each account was seen: on the crawl's date and in the weeks before it
 * @param crawlDate the UTC day of the delivery; nothing in the crawl is later
 * @param gzip whether the files are compressed
 */
public record GeneratorOptions(
    long accounts, long posts, long seed, int snapshots, LocalDate crawlDate, boolean gzip) {

  /** Four weekly sightings: enough to measure growth. */
  public static final int DEFAULT_SNAPSHOTS = 4;

  /** A fixed day, so that a command without a date gives the same crawl tomorrow. */
  public static final LocalDate DEFAULT_CRAWL_DATE = LocalDate.of(2026, 10, 3);

  static final long MAX_ROWS = 5_000_000_000L;
  static final int MAX_SNAPSHOTS = 104;
  static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);
  static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

  public GeneratorOptions {
    within("accounts", accounts, MAX_ROWS);
    within("posts", posts, MAX_ROWS);
    within("snapshots", snapshots, MAX_SNAPSHOTS);
    if (crawlDate == null || crawlDate.isBefore(EARLIEST) || crawlDate.isAfter(LATEST)) {
      throw new UserError(
          "crawl date " + crawlDate + " is out of range",
          "Give a date from " + EARLIEST + " to " + LATEST + ".");
    }
  }

  /** Uncompressed, with {@link #DEFAULT_SNAPSHOTS} on {@link #DEFAULT_CRAWL_DATE}. */
  public static GeneratorOptions of(long accounts, long posts, long seed) {
    return new GeneratorOptions(
        accounts, posts, seed, DEFAULT_SNAPSHOTS, DEFAULT_CRAWL_DATE, false);
  }

  /** Rows of the accounts feed: one a snapshot. */
  public long accountRows() {
    return accounts * snapshots;
  }

  /** Start of the crawl's day in seconds since 1970. */
  long crawlDayStart() {
    return crawlDate.toEpochDay() * 86_400;
  }

  private static void within(String name, long value, long most) {
    if (value < 1 || value > most) {
      throw new UserError(
          name + " = " + value + " is out of range", "Give a number from 1 to " + most + ".");
    }
  }
}

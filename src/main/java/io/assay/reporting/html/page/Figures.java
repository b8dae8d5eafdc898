package io.assay.reporting.html.page;

import java.util.Locale;

/** Numbers as people read them, with their units and no more digits than they bear. */
public final class Figures {
  private static final String NONE = "–";
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private Figures() {}

  /** 1234567 as 1,234,567; a dash for null. */
  public static String count(Number count) {
    return count == null ? NONE : String.format(Locale.ROOT, "%,d", count.longValue());
  }

  /** A word for one, its plural for others: 1 account, 2 accounts. */
  public static String counted(long count, String one, String several) {
    return count(count) + " " + (count == 1 ? one : several);
  }

  /** A share as percent in two digits: 12 %, 2.9 %, 0.42 %; a dash for null. */
  public static String percent(Double share) {
    if (share == null) {
      return NONE;
    }
    double percent = share * 100;
    if (percent == 0) {
      return "0 %";
    }
    String format =
        Math.abs(percent) >= 9.95 ? "%,.0f %%" : Math.abs(percent) >= 0.995 ? "%.1f %%" : "%.2f %%";
    return Math.abs(percent) < 0.005 ? "under 0.01 %" : String.format(Locale.ROOT, format, percent);
  }

  /** Part of a whole as percent; a dash where there is no whole. */
  public static String part(long part, long whole) {
    return whole == 0 ? NONE : percent((double) part / whole);
  }

  /** From one share to another. */
  public static String range(Double low, Double high) {
    return low == null || high == null ? NONE : percent(low) + " to " + percent(high);
  }

  /** A likelihood, which is never certain. */
  public static String likelihood(Double likelihood) {
    if (likelihood == null) {
      return NONE;
    }
    if (likelihood > 0.99) {
      return "over 99 %";
    }
    return likelihood < 0.01
        ? "under 1 %"
        : String.format(Locale.ROOT, "%.0f %%", likelihood * 100);
  }

  /** How many times as much: 12 times, 1.4 times, 0.31 times. */
  public static String times(Double ratio) {
    if (ratio == null) {
      return NONE;
    }
    String format = ratio >= 9.95 ? "%,.0f times" : ratio >= 0.995 ? "%.1f times" : "%.2f times";
    return String.format(Locale.ROOT, format, ratio);
  }

  /** A time in the unit that suits it. */
  public static String duration(Double seconds) {
    if (seconds == null) {
      return NONE;
    }
    if (seconds < 2 * MINUTE) {
      return whole(seconds, 1, "second");
    }
    if (seconds < 2 * HOUR) {
      return whole(seconds, MINUTE, "minute");
    }
    return seconds < 2 * DAY ? whole(seconds, HOUR, "hour") : whole(seconds, DAY, "day");
  }

  private static String whole(double seconds, double unit, String name) {
    long units = Math.round(seconds / unit);
    return counted(units, name, name + "s");
  }

  /** How often chance would do as much, of a logarithm to the base ten. */
  public static String chance(Double log10) {
    if (log10 == null) {
      return NONE;
    }
    if (log10 <= -9) {
      return "less than once in 1 billion such crawls";
    }
    return log10 >= 0
        ? "in every such crawl"
        : "once in " + count(Math.round(Math.pow(10, -log10))) + " such crawls";
  }

  /** Followers of a band: 1,000 to 99,999. */
  public static String followers(long lower, Long upper) {
    return upper == null
        ? count(lower) + " or more"
        : lower == 0 ? "below " + count(upper) : count(lower) + " to " + count(upper - 1);
  }

  /** A clause as the start of a sentence. */
  public static String capitalised(String clause) {
    if (clause == null || clause.isEmpty()) {
      return "";
    }
    int first = clause.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + clause.substring(Character.charCount(first));
  }

  /** What is shown of how many, where that is not all. */
  public static String shown(long shown, long inAll, String what) {
    return shown >= inAll
        ? "All " + count(inAll) + " " + what + " are shown."
        : count(shown)
            + " of "
            + count(inAll)
            + " "
            + what
            + " are shown; the query below lists all.";
  }
}

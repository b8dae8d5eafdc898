package io.assay.cli.text;

import java.util.Locale;

/** How values are written for people. */
public final class Texts {

  private Texts() {}

  /** 1234567 as 1,234,567. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A duration to a tenth of a second. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** A share 0-1 as percent; a dash for null. */
  public static String percent(Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  /** A word for one, its plural for others: 1 table, 2 tables. */
  public static String counted(long count, String word) {
    return count(count) + " " + word + (count == 1 ? "" : "s");
  }
}

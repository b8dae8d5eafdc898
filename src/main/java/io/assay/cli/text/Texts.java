package io.assay.cli.text;

import io.assay.reporting.html.page.Figures;
import java.util.Locale;

/** How values are written for people. */
public final class Texts {

  private Texts() {}

  /** 1234567 as 1,234,567. */
  public static String count(long count) {
    return Figures.count(count);
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
    return Figures.counted(count, word, word + "s");
  }

  /** A likelihood 0-1 as people read it: nothing is certain, and nothing is impossible. */
  public static String likelihood(double likelihood) {
    return Figures.likelihood(likelihood);
  }

  /** A share 0-1 of accounts or engagements, as exact as people want it. */
  public static String share(double share) {
    if (share > 0 && share < 0.001) {
      return "under 0.1 %";
    }
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", share * 100);
  }

  /** A factor of odds, 1 or more. */
  public static String factor(double factor) {
    return String.format(Locale.ROOT, factor < 10 ? "%.1f" : "%,.0f", factor);
  }

  /** A clause with a capital, to begin a sentence. */
  public static String capitalised(String clause) {
    return Figures.capitalised(clause);
  }
}

package io.assay.cli.text;

import java.util.Locale;

/** How values are written for people. */
public final class Texts {

  private Texts() {}

  /** Text with control characters made visible, so that a name out of a crawl stays in its line. */
  public static String printable(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          safe.append(String.format(Locale.ROOT, "\\u%04x", c));
      default -> safe.appendCodePoint(c);
    }
  }

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

package io.assay.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
public final class PlainNumber {

  /** What stands behind a share. */
  public static final String PERCENT = " %";

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private PlainNumber() {}

  /** Three digits that count; whole numbers below 10^15 in full, larger ones as powers of ten. */
  public static String of(double value, boolean share) {
    double shown = share ? value * 100 : value;
    String text;
    if (shown == Math.rint(shown) && Math.abs(shown) < 1e15) {
      text = String.format(Locale.ROOT, "%,d", (long) shown);
    } else if (Math.abs(shown) >= 1e15 || Math.abs(shown) < 1e-4) {
      text = String.format(Locale.ROOT, "%.2e", shown);
    } else {
      BigDecimal rounded = BigDecimal.valueOf(shown).round(THREE_DIGITS);
      text =
          Math.abs(rounded.doubleValue()) >= 1000
              ? String.format(Locale.ROOT, "%,.0f", shown)
              : rounded.stripTrailingZeros().toPlainString();
    }
    return share ? text + PERCENT : text;
  }
}

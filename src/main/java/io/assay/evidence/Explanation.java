package io.assay.evidence;

import io.assay.contracts.Signal;
import io.assay.statistics.SignedBins;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finding in words and columns. */
final class Explanation {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  /** {@code {value}} or, with a noun that takes an s, {@code {value post}}. */
  private static final Pattern VALUE = Pattern.compile("\\{value(?: ([a-z]+))?}");

  private Explanation() {}

  /**
   * Columns of {@code gold.account_evidence} but those of the account.
   *
   * @param group name of the peers
   */
  static Map<String, Object> of(Finding finding, String group, SignedBins bins) {
    Signal signal = finding.signal();
    double median = bins.roundest(finding.peers().median());
    Map<String, Object> values = new HashMap<>();
    values.put("signal", signal.name());
    values.put("family", signal.family().title());
    values.put("direction", finding.high() ? "high" : "low");
    values.put("value", finding.value());
    values.put("peer_group", group);
    values.put("peer_n", finding.peers().n());
    values.put("peer_median", median);
    values.put("tail_rank", finding.rank());
    values.put("tail_probability", finding.probability());
    values.put("sentence", sentence(finding, group, median));
    values.put("benign", signal.benign());
    values.put("why", signal.why());
    return values;
  }

  private static String sentence(Finding finding, String group, double median) {
    Signal signal = finding.signal();
    long n = finding.peers().n();
    String alike = finding.asFarOut() == 0 ? "none" : number(finding.asFarOut(), false);
    String others = " of the " + number(n - 1, false) + " others";
    String peers = number(n, false) + " peers (" + group + ")";
    if (signal.isFlag()) {
      return signal.high() + ", like " + alike + others + " among " + peers;
    }
    boolean share = signal.unit().startsWith("share");
    return filled(finding.high() ? signal.high() : signal.low(), number(finding.value(), share))
        + "; the median of "
        + peers
        + (median == 0 ? " is " : " is about ")
        + number(median, share)
        + ", and "
        + alike
        + others
        + (finding.asFarOut() <= 1 ? " lies" : " lie")
        + " as far out";
  }

  private static String filled(String template, String value) {
    return VALUE
        .matcher(template)
        .replaceAll(
            found -> {
              String noun = found.group(1);
              String words = noun == null ? "" : " " + noun + (value.equals("1") ? "" : "s");
              return Matcher.quoteReplacement(value + words);
            });
  }

  /** Three digits that count; whole numbers below 10^15 in full, larger ones as powers of ten. */
  static String number(double value, boolean share) {
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
    return share ? text + " %" : text;
  }
}

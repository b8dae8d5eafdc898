package io.assay.clusters;

import io.assay.contracts.Field;
import io.assay.contracts.Signal;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import io.assay.text.PlainNumber;
import io.assay.text.ValueText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something that is true of nine in ten members of a cluster, whether or not the signal is known of
 * the tenth.
 *
 * @param atLeast least value; null where there is a largest one
 * @param atMost largest value
 */
record Statement(Signal signal, Double atLeast, Double atMost) {

  /** Of three such statements all are true of seven in ten at least. */
  private static final double TRUE_OF = 0.9;

  /** Signals whose values are whole numbers. */
  private static final Set<String> WHOLE =
      Set.of(
          "followings",
          "follower_count",
          "bio_length",
          "display_name_words",
          "posts_count",
          "account_age_days",
          "quiet_hours");

  /** Whole numbers below this are told in full, larger ones by two digits, as all others are. */
  private static final double TOLD = 100;

  /** Edges of bins are powers, which may miss a whole number by a trace. */
  private static final double TRACE = 1e-9;

  private static final MathContext DOWN = new MathContext(2, RoundingMode.FLOOR);
  private static final MathContext UP = new MathContext(2, RoundingMode.CEILING);

  /**
   * @return null where a signal is known of too few, or says nothing: at least 0, at most 100 %
   */
  static Statement of(Portrait.Trait trait, SignedBins bins) {
    Signal signal = trait.signal();
    boolean high = trait.effect() > 0;
    TreeMap<Integer, Long> counts = new TreeMap<>(trait.inside());
    long n = counts.values().stream().mapToLong(Long::longValue).sum();
    Integer bin = bound(LeafCounts.known(counts), high, (long) Math.ceil(TRUE_OF * n));
    if (bin == null || signal.isFlag() && !high) {
      return null;
    }
    if (high) {
      double least = bin == LogBins.ZERO ? 0 : least(bins.lower(bin), signal);
      return least <= 0 ? null : new Statement(signal, least, null);
    }
    double most = bin == LogBins.ZERO ? 0 : most(bins.upper(bin), signal);
    return isPart(signal) && most >= 1 ? null : new Statement(signal, null, most);
  }

  /** Whether it is a share of which there is no more than the whole. */
  private static boolean isPart(Signal signal) {
    return signal.unit().equals(Field.SHARE);
  }

  /** The innermost bin from which on, outwards, so many lie; null where fewer are known. */
  private static Integer bound(TreeMap<Integer, Long> known, boolean high, long wanted) {
    long sum = 0;
    Map<Integer, Long> outwards = high ? known.descendingMap() : known;
    for (Map.Entry<Integer, Long> bin : outwards.entrySet()) {
      sum += bin.getValue();
      if (sum >= wanted) {
        return bin.getKey();
      }
    }
    return null;
  }

  /** The least value of a bin from a lower edge on. */
  private static double least(double lower, Signal signal) {
    return WHOLE.contains(signal.name()) && lower < TOLD
        ? Math.ceil(lower - TRACE)
        : rounded(lower, DOWN);
  }

  /** The largest value of a bin below an upper edge. */
  private static double most(double upper, Signal signal) {
    return WHOLE.contains(signal.name()) && upper <= TOLD
        ? Math.ceil(upper - TRACE) - 1
        : rounded(upper, UP);
  }

  private static double rounded(double value, MathContext to) {
    return BigDecimal.valueOf(value).round(to).doubleValue();
  }

  /** In words, to stand in a list. */
  String inWords() {
    if (signal.isFlag()) {
      return signal.called();
    }
    boolean share = signal.unit().startsWith("share");
    if (atMost != null && atMost <= 0) {
      return signal.none() != null
          ? signal.none()
          : ValueText.filled(signal.called(), share ? "none" : "no");
    }
    if (isPart(signal) && atLeast != null && atLeast >= 1) {
      return ValueText.filled(signal.called(), "all");
    }
    return ValueText.filled(
        signal.called(),
        (atLeast == null ? "at most " : "at least ")
            + PlainNumber.of(atLeast == null ? atMost : atLeast, share));
  }
}

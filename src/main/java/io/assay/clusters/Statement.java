package io.assay.clusters;

import io.assay.contracts.Signal;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import io.assay.text.PlainNumber;
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

  /** Units of which there are whole numbers. */
  private static final Set<String> COUNTED =
      Set.of("posts", "accounts", "days", "characters", "words");

  private static final MathContext DOWN = new MathContext(2, RoundingMode.FLOOR);
  private static final MathContext UP = new MathContext(2, RoundingMode.CEILING);

  /**
   * @return null where a signal is known of too few, or says nothing: at least 0
   */
  static Statement of(Portrait.Trait trait, SignedBins bins) {
    boolean high = trait.effect() > 0;
    TreeMap<Integer, Long> counts = new TreeMap<>(trait.inside());
    long n = counts.values().stream().mapToLong(Long::longValue).sum();
    Integer bin = bound(LeafCounts.known(counts), high, (long) Math.ceil(TRUE_OF * n));
    if (bin == null || trait.signal().isFlag() && !high) {
      return null;
    }
    if (high) {
      double least = bin == LogBins.ZERO ? 0 : rounded(bins.lower(bin), DOWN);
      return least <= 0 ? null : new Statement(trait.signal(), least, null);
    }
    return new Statement(
        trait.signal(),
        null,
        bin == LogBins.ZERO ? 0 : most(bins.lower(bin), bins.upper(bin), trait.signal()));
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

  /** Of what is counted the whole number of the bin, if it holds but one. */
  private static double most(double lower, double upper, Signal signal) {
    double whole = Math.ceil(lower - 1e-9);
    boolean isOne = COUNTED.contains(signal.unit()) && whole < upper && upper - lower < 1;
    return isOne ? whole : rounded(upper, UP);
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
    if (atMost != null && atMost == 0) {
      return share ? "none " + signal.called() : "no " + signal.called();
    }
    return (atLeast == null ? "at most " : "at least ")
        + PlainNumber.of(atLeast == null ? atMost : atLeast, share)
        + " "
        + signal.called();
  }
}

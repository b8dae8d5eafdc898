package io.assay.clusters;

import io.assay.contracts.Direction;
import io.assay.contracts.Family;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * In what the accounts of a cluster differ from everybody outside, signal by signal.
 *
 * @param traits all that can be compared, the largest effect first
 */
record Portrait(List<Trait> traits) {

  /** From this size of Cliff's delta on a difference is of medium size (Romano et al., 2006). */
  static final double MEDIUM = 0.33;

  /** Below this size it is negligible. */
  static final double SMALL = 0.147;

  /** Members and others of whom a signal must be known. */
  private static final long LEAST = 20;

  /**
   * A signal of members and of everybody outside.
   *
   * @param effect Cliff's delta: the share of pairs of a member and another in which the member's
   *     value is higher, less that in which it is lower
   * @param inside counts of members by bin, the unknown among them
   */
  record Trait(
      Signal signal,
      double effect,
      double median,
      double medianOutside,
      Map<Integer, Long> inside) {

    /** The effect in the direction that is suspicious, of both the larger. */
    double suspiciousEffect() {
      return signal.direction() == Direction.LOW
          ? -effect
          : signal.direction() == Direction.HIGH ? effect : Math.abs(effect);
    }
  }

  /**
   * @param inside counts of members
   * @param outside counts of everybody else
   */
  static Portrait of(List<Row> inside, List<Row> outside, SignedBins bins) {
    List<Trait> traits = new ArrayList<>();
    Map<String, TreeMap<Integer, Long>> in = bySignal(inside);
    Map<String, TreeMap<Integer, Long>> out = bySignal(outside);
    for (Signal signal : Signals.ALL) {
      TreeMap<Integer, Long> of = in.getOrDefault(signal.name(), new TreeMap<>());
      TailCounts members = TailCounts.of(LeafCounts.known(of));
      TailCounts others =
          TailCounts.of(LeafCounts.known(out.getOrDefault(signal.name(), new TreeMap<>())));
      if (members.n() >= LEAST && others.n() >= LEAST) {
        // The mean mid-rank tail of members among the others is their chance to be lower.
        double effect = 1 - 2 * members.mean(bin -> others.midRank(bin, true));
        traits.add(
            new Trait(
                signal,
                effect,
                bins.roundest(members.median()),
                bins.roundest(others.median()),
                of));
      }
    }
    traits.sort(
        Comparator.<Trait>comparingDouble(trait -> -Math.abs(trait.effect()))
            .thenComparing(trait -> trait.signal().name()));
    return new Portrait(List.copyOf(traits));
  }

  private static Map<String, TreeMap<Integer, Long>> bySignal(List<Row> counts) {
    Map<String, TreeMap<Integer, Long>> signals = new TreeMap<>();
    for (Row row : counts) {
      signals
          .computeIfAbsent(row.getString(2), s -> new TreeMap<>())
          .merge(row.getInt(3), row.getLong(4), Long::sum);
    }
    return signals;
  }

  /** Families in which members are more suspicious than others, in the order of families. */
  List<Family> suspiciousFamilies() {
    return traits.stream()
        .filter(trait -> trait.suspiciousEffect() >= MEDIUM)
        .map(trait -> trait.signal().family())
        .filter(family -> family != Family.CONTEXT)
        .distinct()
        .sorted()
        .toList();
  }
}

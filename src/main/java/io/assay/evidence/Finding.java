package io.assay.evidence;

import io.assay.contracts.Direction;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;

/**
 * What a signal says of an account among its peers.
 *
 * @param index place of the signal in the list
 * @param signal the signal
 * @param value its value; 1 for true
 * @param high the end at which it lies, of those that are suspicious
 * @param rank mid-rank tail, to rank with; where both ends are suspicious twice the smaller one, at
 *     most 1
 * @param probability (r + 1) / (n + 1), likewise doubled, to test with
 * @param asFarOut peers besides itself that lie as far out at this end
 * @param peers known values of the peers, its own among them
 */
record Finding(
    int index,
    Signal signal,
    double value,
    boolean high,
    double rank,
    double probability,
    long asFarOut,
    TailCounts peers) {

  /** Null where the value is not known. */
  static Finding of(int index, Object value, TailCounts peers, SignedBins bins) {
    Signal signal = Signals.ALL.get(index);
    if (value == null || peers == null) {
      return null;
    }
    double number = value instanceof Boolean flag ? (flag ? 1 : 0) : (Double) value;
    int bin = bins.bin(number);
    if (bin == SignedBins.UNKNOWN) {
      return null;
    }
    boolean high = end(signal, peers, bin);
    int ends = signal.direction() == Direction.BOTH ? 2 : 1;
    return new Finding(
        index,
        signal,
        number,
        high,
        Math.min(1, ends * peers.midRank(bin, high)),
        Math.min(1, ends * peers.probability(bin, high)),
        peers.from(bin, high) - 1,
        peers);
  }

  /** How surprising it is: -ln of the rank. */
  double surprise() {
    return -Math.log(rank);
  }

  /** How surprising the signal is on average, over the peers of whom it is known. */
  static double usualSurprise(Signal signal, TailCounts peers) {
    int ends = signal.direction() == Direction.BOTH ? 2 : 1;
    return peers.mean(
        bin -> -Math.log(Math.min(1, ends * peers.midRank(bin, end(signal, peers, bin)))));
  }

  private static boolean end(Signal signal, TailCounts peers, int bin) {
    return switch (signal.direction()) {
      case HIGH -> true;
      case LOW -> false;
      case BOTH -> peers.midRank(bin, true) <= peers.midRank(bin, false);
    };
  }
}

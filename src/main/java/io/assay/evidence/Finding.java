package io.assay.evidence;

import io.assay.contracts.Direction;
import io.assay.contracts.Signal;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;

/**
 * What a signal says of an account among its peers.
 *
 * @param signal the signal
 * @param value its value; 1 for true
 * @param high the end at which it lies, of those that are suspicious
 * @param rank mid-rank tail, to rank with; where both ends are suspicious twice the smaller one, at
 *     most 1
 * @param probability (r + 1) / (n + 1), likewise doubled, to test with
 * @param peers known values of the peers, its own among them
 */
record Finding(
    Signal signal, double value, boolean high, double rank, double probability, TailCounts peers) {

  /** Null where the value is not known. */
  static Finding of(Signal signal, Object value, TailCounts peers, SignedBins bins) {
    if (value == null || peers == null) {
      return null;
    }
    double number = value instanceof Boolean flag ? (flag ? 1 : 0) : (Double) value;
    int bin = bins.bin(number);
    if (bin == SignedBins.UNKNOWN) {
      return null;
    }
    boolean high = signal.direction() == Direction.HIGH;
    if (signal.direction() != Direction.BOTH) {
      return new Finding(
          signal, number, high, peers.midRank(bin, high), peers.probability(bin, high), peers);
    }
    boolean nearer = peers.midRank(bin, true) <= peers.midRank(bin, false);
    return new Finding(
        signal,
        number,
        nearer,
        Math.min(1, 2 * peers.midRank(bin, nearer)),
        Math.min(1, 2 * peers.probability(bin, nearer)),
        peers);
  }

  /** How surprising it is: -ln of the rank, on average 1 among the peers. */
  double surprise() {
    return -Math.log(rank);
  }
}

package io.assay.peers;

import io.assay.contracts.Signal;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;

/**
 * What a signal says of an account among its peers.
 *
 * @param index place of the signal in the list
 * @param signal the signal
 * @param value its value; 1 for true
 * @param high the end at which it lies, of those that are suspicious
 * @param rank its tail, to rank with, see {@link SignalPeers#rank}
 * @param probability its tail, to test with, see {@link SignalPeers#probability}
 * @param asFarOut peers besides itself that lie as far out at this end
 * @param peers known values of the peers, its own among them
 */
public record Finding(
    int index,
    Signal signal,
    double value,
    boolean high,
    double rank,
    double probability,
    long asFarOut,
    TailCounts peers) {

  /** Null where the value is not known, or among no peers. */
  public static Finding of(Object value, SignalPeers peers) {
    if (value == null || peers == null) {
      return null;
    }
    double number = AccountRow.number(value);
    int bin = peers.bins().bin(number);
    if (bin == SignedBins.UNKNOWN) {
      return null;
    }
    boolean high = peers.isHigh(bin);
    return new Finding(
        peers.index(),
        peers.signal(),
        number,
        high,
        peers.rank(bin),
        peers.probability(bin),
        peers.counts().from(bin, high) - 1,
        peers.counts());
  }

  /** How surprising it is: -ln of the rank. */
  public double surprise() {
    return -Math.log(rank);
  }
}

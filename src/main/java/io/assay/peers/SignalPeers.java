package io.assay.peers;

import io.assay.contracts.Direction;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.MagnitudeTail;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;
import java.io.Serializable;

/**
 * A signal among the peers, and how far out among them a value lies in the way that the signal
 * declares.
 *
 * @param index place of the signal in the list
 * @param counts known values of the peers
 * @param far how the values of the highest tenth are judged; null where by their rank
 */
public record SignalPeers(int index, TailCounts counts, MagnitudeTail far, SignedBins bins)
    implements Serializable {

  public static SignalPeers of(int index, TailCounts counts, SignedBins bins) {
    boolean byMagnitude = Signals.ALL.get(index).byMagnitude();
    return new SignalPeers(
        index, counts, byMagnitude ? MagnitudeTail.of(counts, bins) : null, bins);
  }

  public Signal signal() {
    return Signals.ALL.get(index);
  }

  /** The end at which a bin lies, of those that are suspicious. */
  public boolean isHigh(int bin) {
    return switch (signal().direction()) {
      case HIGH -> true;
      case LOW -> false;
      case BOTH -> counts.midRank(bin, true) <= counts.midRank(bin, false);
    };
  }

  /**
   * Tail of a bin, to rank with: mid-rank, or beyond the peers by the distance where the signal
   * says so; where both ends are suspicious twice the smaller one, at most 1.
   */
  public double rank(int bin) {
    double beyond = far == null ? Double.NaN : far.of(bin, bins);
    return Double.isNaN(beyond) ? Math.min(1, ends() * counts.midRank(bin, isHigh(bin))) : beyond;
  }

  /** As {@link #rank}, of one more value beside the peers. */
  public double rankAdded(int bin) {
    double beyond = far == null ? Double.NaN : far.of(bin, bins);
    return Double.isNaN(beyond)
        ? Math.min(1, ends() * counts.midRankAdded(bin, isHigh(bin)))
        : beyond;
  }

  /** (r + 1) / (n + 1), likewise doubled, to test with. */
  public double probability(int bin) {
    return Math.min(1, ends() * counts.probability(bin, isHigh(bin)));
  }

  /** How surprising the signal is on average, -ln of the rank, over the peers. */
  public double usualSurprise() {
    return counts.mean(bin -> -Math.log(rank(bin)));
  }

  private int ends() {
    return signal().direction() == Direction.BOTH ? 2 : 1;
  }
}

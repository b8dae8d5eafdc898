package io.assay.clusters;

import io.assay.contracts.Direction;
import io.assay.contracts.Family;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import io.assay.statistics.Asinh;
import io.assay.statistics.Quantiles;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The coordinates by which accounts are alike or not: signals on a robust scale, so that no extreme
 * account sets it, higher where more suspicious, each family weighing as much as another. What is
 * unknown lies in the middle.
 *
 * @param axes the signals that are known of enough accounts and differ among them
 */
record ClusterSpace(List<Coordinate> axes) implements Serializable {

  /** Accounts of which a signal must be known to be a coordinate. */
  static final int LEAST_KNOWN = 50;

  /** Coordinates beyond so many units say no more. */
  private static final double MOST = 3;

  /** Of a normal distribution the interquartile range is so many standard deviations. */
  private static final double NORMAL = 1.349;

  /** Shares and ratios lie where asinh is a line: they are stretched first. */
  private static final double SMALL = 1.5;

  private static final double STRETCH = 100;

  /**
   * A coordinate.
   *
   * @param place of the signal in the list
   * @param factor 100 of shares, else 1
   * @param median of asinh(factor x value)
   * @param scale of the same
   * @param weight 1 / square root of the signals of the family; negative where low is suspicious
   */
  record Coordinate(int place, double factor, double median, double scale, double weight)
      implements Serializable {

    double of(Object value) {
      if (value == null) {
        return 0;
      }
      double z = (Asinh.of(factor * AccountRow.number(value)) - median) / scale;
      return Math.max(-MOST, Math.min(MOST, z)) * weight;
    }
  }

  /** The coordinates that a sample of accounts of a stratum suggests. */
  static ClusterSpace of(Stratum stratum, List<AccountRow> sample) {
    List<Coordinate> axes = new ArrayList<>();
    for (Family family : stratum.families()) {
      List<Signal> signals = Signals.of(family);
      for (Signal signal : signals) {
        int place = Signals.ALL.indexOf(signal);
        double[] values =
            sample.stream()
                .map(account -> account.value(place))
                .filter(Objects::nonNull)
                .mapToDouble(AccountRow::number)
                .toArray();
        Coordinate axis = axis(place, values, 1 / Math.sqrt(signals.size()));
        if (axis != null) {
          axes.add(axis);
        }
      }
    }
    return new ClusterSpace(List.copyOf(axes));
  }

  private static Coordinate axis(int place, double[] values, double weight) {
    int n = values.length;
    if (n < LEAST_KNOWN) {
      return null;
    }
    double[] sizes = Arrays.stream(values).map(Math::abs).sorted().toArray();
    double factor = Quantiles.ofSorted(sizes, n, 0.95) <= SMALL ? STRETCH : 1;
    double[] x = Arrays.stream(values).map(v -> Asinh.of(factor * v)).sorted().toArray();
    double scale = (Quantiles.ofSorted(x, n, 0.75) - Quantiles.ofSorted(x, n, 0.25)) / NORMAL;
    if (scale <= 0) {
      double mean = Arrays.stream(x).average().orElseThrow();
      scale = Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / n);
    }
    // Of accounts that are all alike there is nothing to divide; rounding leaves a trace of scale.
    if (scale <= 1e-9) {
      return null;
    }
    boolean low = Signals.ALL.get(place).direction() == Direction.LOW;
    return new Coordinate(
        place, factor, Quantiles.ofSorted(x, n, 0.5), scale, low ? -weight : weight);
  }

  double[] of(AccountRow account) {
    double[] point = new double[axes.size()];
    for (int i = 0; i < point.length; i++) {
      Coordinate axis = axes.get(i);
      point[i] = axis.of(account.value(axis.place()));
    }
    return point;
  }
}

package io.assay.workbench.calibration;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.LikelihoodModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import scala.collection.Seq;

/**
 * What a map of a kind is fitted to: its signals, then its ties to groups.
 *
 * @param names of these, in their order
 * @param places of the signals in the list
 * @param ties titles of the ties
 */
record Features(List<String> names, int[] places, List<String> ties) implements Serializable {

  static Features of(Kind kind) {
    List<String> names = new ArrayList<>(kind.signals().stream().map(Signal::name).toList());
    int[] places = kind.signals().stream().mapToInt(Signals.ALL::indexOf).toArray();
    List<String> ties = GroupTie.of(kind).stream().map(GroupTie::title).toList();
    names.addAll(ties);
    return new Features(List.copyOf(names), places, ties);
  }

  int size() {
    return names.size();
  }

  /** Largest weight of a feature, see {@link Calibration#MOST_OF_A_TIE}. */
  double most(int feature) {
    if (!isTie(feature)) {
      return Calibration.MOST_OF_A_SIGNAL;
    }
    boolean measured = GroupTie.of(names.get(feature)).isMeasured();
    return measured ? Calibration.MOST_OF_A_TIE / LikelihoodModel.MOST : Calibration.MOST_OF_A_TIE;
  }

  /** Whether a feature is a tie to a group. */
  boolean isTie(int feature) {
    return feature >= places.length;
  }

  /** What each feature says of an account, see {@link LikelihoodModel#evidence}; of a tie 1. */
  Vector evidence(Seq<Double> tails, scala.collection.Map<String, Double> tied) {
    double[] evidence = new double[size()];
    for (int i = 0; i < places.length; i++) {
      evidence[i] = LikelihoodModel.evidence(tails.apply(places[i]));
    }
    for (int i = 0; i < ties.size(); i++) {
      evidence[places.length + i] =
          tied != null && tied.contains(ties.get(i)) ? tied.apply(ties.get(i)) : 0;
    }
    return Vectors.dense(evidence);
  }

  /** Which features are known of an account; of ties those that it has. */
  boolean[] known(Seq<Double> tails, scala.collection.Map<String, Double> tied) {
    boolean[] known = new boolean[size()];
    for (int i = 0; i < places.length; i++) {
      known[i] = tails.apply(places[i]) != null;
    }
    for (int i = 0; i < ties.size(); i++) {
      known[places.length + i] = tied != null && tied.contains(ties.get(i));
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Features f && names.equals(f.names) && Arrays.equals(places, f.places);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }
}

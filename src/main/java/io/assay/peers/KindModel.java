package io.assay.peers;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.contracts.Signals;
import io.assay.settings.LikelihoodSettings;
import io.assay.statistics.LikelihoodModel;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How likely an account is of a kind, by its signals' tails and its ties to groups.
 *
 * @param kind what an account is doubted of
 * @param settings the map from evidence to likelihood
 * @param places of the signals that have a weight, in the list of signals
 * @param weights theirs
 */
public record KindModel(Kind kind, LikelihoodSettings settings, int[] places, double[] weights)
    implements Serializable {

  public static KindModel of(Kind kind, LikelihoodSettings settings) {
    int[] places =
        kind.signals().stream()
            .filter(signal -> settings.signals().getOrDefault(signal.name(), 0.0) > 0)
            .mapToInt(Signals.ALL::indexOf)
            .toArray();
    double[] weights =
        Arrays.stream(places)
            .mapToDouble(place -> settings.signals().get(Signals.ALL.get(place).name()))
            .toArray();
    return new KindModel(kind, settings, places, weights);
  }

  /** How likely it is where no groups could be looked for. */
  public KindModel withoutGroups() {
    return of(kind, settings.withoutGroups());
  }

  /** What each of the tails, in the order of {@link #places}, adds to the logarithm of odds. */
  public double[] contributions(double... tails) {
    double[] contributions = new double[tails.length];
    for (int i = 0; i < tails.length; i++) {
      contributions[i] = weights[i] * LikelihoodModel.evidence(tails[i]);
    }
    return contributions;
  }

  /** What a tie to a group adds. */
  public double weight(GroupTie tie) {
    return settings.groups().getOrDefault(tie, 0.0);
  }

  /**
   * Logarithm of the odds by an account's signals alone, at the model's base rate; NaN where none
   * of those that have a weight could be compared.
   */
  public double logit(AccountRow account, PeerTails reference) {
    double[] tails = account.tails(reference, places);
    double logit = settings.intercept();
    boolean known = false;
    for (int i = 0; i < tails.length; i++) {
      known |= !Double.isNaN(tails[i]);
      logit += weights[i] * LikelihoodModel.evidence(tails[i]);
    }
    return known ? logit : Double.NaN;
  }
}

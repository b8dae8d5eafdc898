package io.assay.assessment;

import io.assay.contracts.Family;
import io.assay.contracts.GroupTie;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import io.assay.peers.KindModel;
import io.assay.peers.PeerTails;
import io.assay.statistics.LikelihoodModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What speaks for and against a kind, of one account.
 *
 * @param model how the kind is judged
 * @param contributions of all that is known and has a weight; none where the kind cannot be judged
 */
record KindScore(KindModel model, List<Contribution> contributions) {

  static KindScore of(KindModel model, AccountFindings account, PeerTails reference) {
    AccountRow signals = account.signals();
    double[] tails = signals.tails(reference, model.places());
    double[] added = model.contributions(tails);
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < tails.length; i++) {
      if (!Double.isNaN(tails[i])) {
        Signal signal = Signals.ALL.get(model.places()[i]);
        contributions.add(
            new Contribution(
                signal.name(),
                signal.family(),
                false,
                AccountRow.number(signals.value(model.places()[i])),
                PeerTails.group(signal, signals.platform(), signals.peerGroup()),
                tails[i],
                model.weights()[i],
                added[i]));
      }
    }
    for (GroupTie tie : account.ties()) {
      if (tie.kind() == model.kind()) {
        double weight = model.weight(tie);
        contributions.add(
            new Contribution(
                tie.title(), Family.COORDINATION, true, 1, null, null, weight, weight));
      }
    }
    if (model.kind() == GroupTie.ENGAGEMENT_DOUBTFUL.kind() && account.doubtfulTail() != null) {
      double weight = model.weight(GroupTie.ENGAGEMENT_DOUBTFUL);
      double tail = account.doubtfulTail();
      contributions.add(
          new Contribution(
              GroupTie.ENGAGEMENT_DOUBTFUL.title(),
              Family.COORDINATION,
              false,
              account.doubtfulValue(),
              null,
              tail,
              weight,
              weight * LikelihoodModel.evidence(tail)));
    }
    return new KindScore(model, contributions);
  }

  /** Whether anything is known that speaks of the kind. */
  boolean isKnown() {
    return contributions.stream().anyMatch(piece -> piece.weight() > 0);
  }

  /** Logarithm of the odds at the model's base rate. */
  double logit() {
    double logit = model.settings().intercept();
    for (Contribution contribution : contributions) {
      logit += contribution.added();
    }
    return logit;
  }

  boolean hasTie() {
    return contributions.stream().anyMatch(piece -> piece.isTie() && piece.weight() > 0);
  }

  /** What the signals of each family add. */
  Map<Family, Double> byFamily() {
    Map<Family, Double> sums = new EnumMap<>(Family.class);
    for (Contribution contribution : contributions) {
      if (!contribution.isTie()) {
        sums.merge(contribution.family(), contribution.added(), Double::sum);
      }
    }
    return sums;
  }
}

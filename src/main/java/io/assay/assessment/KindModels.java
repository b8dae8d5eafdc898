package io.assay.assessment;

import io.assay.contracts.Kind;
import io.assay.peers.KindModel;
import io.assay.peers.PeerTails;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * How each kind is judged on each platform: where groups were looked for, that an account is in
 * none speaks for it; where nothing of who engages whom was crawled, it says nothing.
 *
 * @param all one a kind, in the order of kinds, where groups were looked for
 * @param alone likewise, where they were not
 * @param searched platforms on which they were
 */
record KindModels(List<KindModel> all, List<KindModel> alone, Set<String> searched)
    implements Serializable {

  /**
   * @param models one a kind, in the order of kinds
   * @param searched platforms on which groups were looked for
   */
  static KindModels of(List<KindModel> models, Set<String> searched) {
    return new KindModels(
        models, models.stream().map(KindModel::withoutGroups).toList(), Set.copyOf(searched));
  }

  /** The models of a platform, one a kind, in the order of kinds. */
  List<KindModel> of(String platform) {
    return searched.contains(platform) ? all : alone;
  }

  KindModel of(Kind kind, String platform) {
    return of(platform).stream().filter(model -> model.kind() == kind).findFirst().orElseThrow();
  }

  /** Whether a kind can be judged on a platform at all: pods are told by who engages whom. */
  boolean canJudge(Kind kind, String platform) {
    return kind != Kind.POD || searched.contains(platform);
  }

  /** What speaks for and against each kind, in their order. */
  List<KindScore> scores(AccountFindings account, PeerTails reference) {
    String platform = account.signals().platform();
    return of(platform).stream()
        .map(
            model ->
                canJudge(model.kind(), platform)
                    ? KindScore.of(model, account, reference)
                    : new KindScore(model, List.of()))
        .toList();
  }
}

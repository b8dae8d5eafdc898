package io.assay.assessment;

import io.assay.contracts.Kind;
import io.assay.peers.KindModel;
import io.assay.peers.PeerTails;
import java.io.Serializable;
import java.util.List;

/**
 * The models of all kinds.
 *
 * @param all one a kind, in the order of kinds
 */
record KindModels(List<KindModel> all) implements Serializable {

  KindModel of(Kind kind) {
    return all.stream().filter(model -> model.kind() == kind).findFirst().orElseThrow();
  }

  /** What speaks for and against each kind, in their order. */
  List<KindScore> scores(AccountFindings account, PeerTails reference) {
    return all.stream().map(model -> KindScore.of(model, account, reference)).toList();
  }
}

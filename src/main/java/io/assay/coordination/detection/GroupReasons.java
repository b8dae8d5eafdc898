package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.List;

/** What speaks for agreement where one innocent explanation is left: the signs that add to it. */
final class GroupReasons {
  /** What a sign adds to the logit, for it to be named. */
  private static final double NOTABLE = 0.5;

  private GroupReasons() {}

  /** A clause for each sign, as after "because". */
  static List<String> of(CoordinatedGroup group, SignRules rules) {
    GroupSigns signs = group.signs();
    SignWeights weights = group.kind() == GroupKind.FARM ? rules.farm() : rules.pod();
    int members = group.members().length;
    List<String> reasons = new ArrayList<>();
    if (weights.evenness() * signs.unevenness().sign(rules) >= NOTABLE) {
      reasons.add("its members engage each other without favourites");
    }
    if (weights.synchrony() * signs.synchrony().sign(rules, weights.neutral()) >= NOTABLE) {
      reasons.add("they come to the same post at nearly the same time");
    }
    if (weights.spread() * signs.spread().sign(rules, weights.neutral()) >= NOTABLE) {
      reasons.add("all of them come about equally soon");
    }
    if (weights.stock() * signs.stock().sign(rules) >= NOTABLE) {
      reasons.add("more of their comments than usual would fit under any post");
    }
    if (weights.size() * Math.log(members / rules.friends()) >= NOTABLE) {
      reasons.add("they are more than circles of friends usually are");
    }
    return reasons;
  }

  /** The clauses as one. */
  static String text(List<String> reasons) {
    int last = reasons.size() - 1;
    if (last < 1) {
      return last < 0 ? "all signs together speak for agreement" : reasons.get(0);
    }
    return String.join(", ", reasons.subList(0, last)) + " and " + reasons.get(last);
  }
}

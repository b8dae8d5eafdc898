package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Step 7, strength of ties: how much each member's engagement of another says that they act
 * together, on average. Strangers who are busy everywhere may be in a circle, each of whom does a
 * little more there than elsewhere; of a pod every tie is strong. It only speaks against a pod:
 * ties of friends are as strong.
 *
 * @param nats log-likelihood ratio outwards for each ordered pair of members
 */
record TieStrength(double nats) {
  /** What a farm has, whose members do not engage each other. */
  static final TieStrength NONE = new TieStrength(0);

  static TieStrength of(PodStanding[] members) {
    double pairs = Math.max(1.0, (double) members.length * (members.length - 1));
    return new TieStrength(Arrays.stream(members).mapToDouble(PodStanding::outwards).sum() / pairs);
  }

  /** Nats below those of a weak pod, down to those of strangers; 0 above. */
  double sign(SignRules rules) {
    return Math.min(0, Math.max(rules.strangersTie(), nats) - rules.podsTie());
  }
}

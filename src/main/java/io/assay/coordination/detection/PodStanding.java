package io.assay.coordination.detection;

/**
 * Step 4: how an account stands to a pod. The likelihoods compare what it gives to the members, and
 * takes from them, if it were one, with what it would by chance, in nats.
 *
 * @param account its number
 * @param given distinct posts of members that it engaged
 * @param taken engagements of its posts by members
 * @param outwards log-likelihood ratio of what it gives
 * @param inwards log-likelihood ratio of what it takes
 * @param reaches share of the other members that it engages
 * @param reached share of the other members who engage it
 */
record PodStanding(
    int account,
    int given,
    int taken,
    double outwards,
    double inwards,
    double reaches,
    double reached) {

  double total() {
    return outwards + inwards;
  }

  /**
   * Both directions are needed: who comments everywhere does no more here than elsewhere, or is
   * hardly answered.
   *
   * @param share of the other members that a member needs to reach and be reached by
   * @param least likelihood that what it takes needs
   */
  boolean isMember(PodRules rules, double share, double least) {
    return outwards > 0
        && inwards > Math.max(0, least)
        && total() > rules.leastTotal()
        && reaches >= share
        && reached >= share;
  }
}

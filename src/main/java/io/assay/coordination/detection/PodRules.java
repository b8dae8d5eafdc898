package io.assay.coordination.detection;

/**
 * @param dilution rate that is expected of a member, as a share of the others' mean (.5)
 * @param mostOfPair nats that one pair says at most (4)
 * @param tempered expected engagements of a pair from which more say no more (2)
 * @param leastTotal nats for membership, both directions together (8)
 * @param even partners that a member needs, as a share of the members' mean (.4)
 * @param leastInwards of what a member takes, as a share of the members' mean in nats (.2)
 * @param candidateShare members that a candidate reaches, and is reached by, as a share (.15)
 * @param candidateLeast the same as a number (2)
 * @param rounds at most (12)
 * @param least members of a pod (5)
 */
record PodRules(
    double dilution,
    double mostOfPair,
    double tempered,
    double leastTotal,
    double even,
    double leastInwards,
    double candidateShare,
    int candidateLeast,
    int rounds,
    int least) {}

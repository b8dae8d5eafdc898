package io.assay.coordination.detection;

/**
 * @param share of the members who engage or follow a hub (.3)
 * @param most authors that are tried (5)
 * @param seconds after a post of the hub in which its audience arrives (6 hours)
 * @param hits of a group that come then, as a share (.4)
 * @param chance largest probability of so many (1e-3)
 */
record HubRules(double share, int most, long seconds, double hits, double chance) {}

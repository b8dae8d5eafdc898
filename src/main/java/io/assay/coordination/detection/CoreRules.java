package io.assay.coordination.detection;

/**
 * @param rounds of label propagation (12)
 * @param share of the others that each vertex of a core is joined to at least (.5; .3 merges pods)
 * @param least vertices of a core (5)
 */
record CoreRules(int rounds, double share, int least) {}

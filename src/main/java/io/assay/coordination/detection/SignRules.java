package io.assay.coordination.detection;

/**
 * How signs are shrunk towards nothing known, and what they add up to.
 *
 * @param usualCells degrees of freedom that the usual unevenness weighs (20)
 * @param usualUnevenness Pearson dispersion of innocents (1.4)
 * @param leastPairs pairs of times without which nothing is said of synchrony (10)
 * @param usualPairs pairs of times at which synchrony counts half (20)
 * @param priorComments comments by which a group's share of stock is drawn to everybody's (5)
 * @param usualComments comments at which stock counts half (20)
 * @param pod weights of a pod's signs
 * @param farm weights of a farm's signs
 * @param accept probability from which a group is accepted (.7)
 */
record SignRules(
    double usualCells,
    double usualUnevenness,
    int leastPairs,
    double usualPairs,
    double priorComments,
    double usualComments,
    SignWeights pod,
    SignWeights farm,
    double accept) {}

package io.assay.coordination.detection;

/**
 * Weights in the logit of a group's probability, fitted to candidates of made-up worlds.
 *
 * @param base what a group of which nothing is known has
 * @param evenness of a nat of evenness
 * @param mostEven nats of evenness that count at most where few are seen: busy strangers are as
 *     even as dice, too
 * @param synchrony of a nat of synchrony
 * @param spread of a nat of closeness of all delays
 * @param neutral nats of either that speak neither for nor against: friends have none, pods some .4
 * @param stock of a share of stock comments beyond everybody's
 * @param ties of a nat by which ties are weaker than a weak pod's
 * @param size of each time that a group is e times as large as the largest circles of friends
 */
record SignWeights(
    double base,
    double evenness,
    double mostEven,
    double synchrony,
    double spread,
    double neutral,
    double stock,
    double ties,
    double size) {}

package io.assay.coordination.detection;

/**
 * Weights in the logit of a group's probability, fitted to candidates of made-up worlds.
 *
 * @param base what a group of which nothing is known has
 * @param evenness of a nat of evenness
 * @param synchrony of a nat of synchrony
 * @param stock of a share of stock comments beyond everybody's
 */
record SignWeights(double base, double evenness, double synchrony, double stock) {}

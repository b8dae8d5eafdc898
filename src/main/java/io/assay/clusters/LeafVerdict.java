package io.assay.clusters;

import io.assay.contracts.Kind;

/**
 * How suspicious a leaf is alone.
 *
 * @param kind the likeliest; null where it was not judged
 * @param median of its members' likelihoods of it, against everybody outside the leaf
 * @param quartile the lower one
 * @param tooMany whether it and its like are more of the platform than can be told from the usual
 */
record LeafVerdict(Kind kind, double median, double quartile, boolean tooMany) {}

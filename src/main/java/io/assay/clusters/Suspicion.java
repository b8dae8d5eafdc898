package io.assay.clusters;

import io.assay.contracts.Kind;
import java.util.List;

/**
 * Leaves that are suspicious together.
 *
 * @param leaves in the order of their numbers
 * @param median of its members' likelihoods of the kind, against everybody outside
 * @param quartile the lower one
 */
record Suspicion(Kind kind, List<Leaf> leaves, double median, double quartile) {}

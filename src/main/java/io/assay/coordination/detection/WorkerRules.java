package io.assay.coordination.detection;

/**
 * Who works for a farm.
 *
 * @param leastTotal nats for membership
 * @param leastAuthors whose posts a worker hits
 * @param even members that a worker meets on hits, as a share of the members' mean
 */
record WorkerRules(double leastTotal, int leastAuthors, double even) {}

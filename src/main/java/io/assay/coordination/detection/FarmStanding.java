package io.assay.coordination.detection;

/**
 * Step 6c: how an account stands to a farm.
 *
 * @param account its number
 * @param hits hit posts that it engaged, inside their windows
 * @param authors of these
 * @param nats log-likelihood ratio of a worker against a visitor by chance
 */
record FarmStanding(int account, int hits, int authors, double nats) {}

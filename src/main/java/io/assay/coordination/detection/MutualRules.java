package io.assay.coordination.detection;

/**
 * @param chance largest probability of what two creators do for each other (.05): triangles sort
 *     out the rest
 * @param triangles that a pair closes at least (2)
 * @param fastShare share of the delays, the shortest, that the second pass is restricted to; 0 for
 *     no second pass (.1)
 */
public record MutualRules(double chance, int triangles, double fastShare) {}

package io.assay.coordination.detection;

/**
 * @param authorsOfActor authors of an actor that are compared, about; who has more is sampled (30)
 * @param neighbours authors that each is joined to (10)
 * @param rounds of label propagation (10)
 * @param leastAuthors below which a niche counts as none (20)
 */
public record NicheRules(int authorsOfActor, int neighbours, int rounds, int leastAuthors) {}

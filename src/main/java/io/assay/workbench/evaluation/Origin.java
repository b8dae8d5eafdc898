package io.assay.workbench.evaluation;

/**
 * Where rows came from.
 *
 * @param name table, path or baseline
 * @param version Delta version; null where there is none
 * @param runId run that published the rows; null where they do not say or differ
 */
public record Origin(String name, Long version, String runId) {}

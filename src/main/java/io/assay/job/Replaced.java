package io.assay.job;

/**
 * What a slice of a table holds until another run replaces it.
 *
 * @param runId run that published it
 * @param rows rows of the slice
 * @param contentHash hash of the slice without run_id
 * @param version of the table, in which it was published
 */
public record Replaced(String runId, long rows, String contentHash, long version) {}

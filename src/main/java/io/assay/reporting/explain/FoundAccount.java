package io.assay.reporting.explain;

/**
 * An account of the day, by its key.
 *
 * @param platform in lower case
 * @param accountId its stable id
 */
public record FoundAccount(String platform, String accountId) {}

package io.assay.job;

/**
 * One publication.
 *
 * @param table layer and table
 * @param slice what was replaced
 * @param version the table's version that holds it
 * @param rows rows in the slice
 * @param contentHash hash of the slice without run_id
 * @param inputsHash what it was made of, see {@link Lineage}; null where no later run asks
 * @param seconds to write and to commit it, without waiting for other tables
 */
public record Published(
    String table,
    Slice slice,
    long version,
    long rows,
    String contentHash,
    String inputsHash,
    double seconds) {}

/**
 * Arithmetic that several stages share, pure: bins and histograms, ranks and tails, quantiles and
 * intervals, peer groups, hashes of keys; and plain Java inside Spark's plans ({@link
 * io.assay.statistics.RowFunction} says which way to choose).
 *
 * <p>Not here: what knows a table, a setting or a signal.
 */
package io.assay.statistics;

/**
 * What changed between two days of a lake, and why: which accounts' likelihoods moved, which
 * contributions moved them, and in what the runs of the two days differ. {@code Changes} alone
 * reads; nothing here writes a table, prints, or judges anybody anew.
 */
package io.assay.reporting.changes;

/**
 * All that touches Delta's own classes: the state of a table, one transaction on it, and what its
 * commits say of themselves. Nothing here knows of runs, days or the ledger.
 */
package io.assay.lake.delta;

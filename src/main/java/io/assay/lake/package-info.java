/**
 * Sessions, and how tables are read, checked, locked and written. What was published when, and what
 * is stale, is known to {@code ledger}; Delta's own classes are used in {@code lake.delta} alone.
 */
package io.assay.lake;

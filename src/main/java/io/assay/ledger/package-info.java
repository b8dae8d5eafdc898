/**
 * What ran, what was published, what is stale: read and written here alone. The ledger's tables are
 * written once, from what is in memory, when a run ends; what a run that was killed published is
 * known from the commits themselves.
 */
package io.assay.ledger;

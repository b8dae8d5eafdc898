/**
 * What a stage is given and what it says of itself: its declaration, sources and sinks of tables,
 * the settings that it declares, and the values that go through them. Interfaces are implemented in
 * {@code lake} and {@code ledger}; stages see these alone.
 */
package io.assay.job;

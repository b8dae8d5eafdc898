/**
 * What several stages share and what is pure: bins, histograms, tails, quantiles, keys. It knows no
 * table, no setting and no stage.
 */
package io.assay.statistics;

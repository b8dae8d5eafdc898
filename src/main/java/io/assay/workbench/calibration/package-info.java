/**
 * Likelihoods fitted to labels, how good they are on accounts they were not fitted to, and what of
 * them stands in {@code ops.model}. What a fit is used for at run time is not here.
 */
package io.assay.workbench.calibration;

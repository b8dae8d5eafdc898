/**
 * Likelihoods fitted to labels, and how good they are on accounts they were not fitted to. What a
 * fit is used for at run time is not here.
 */
package io.assay.workbench.calibration;

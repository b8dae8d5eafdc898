/**
 * How well scores, likelihoods and groups agree with labels: what is evaluated, the metrics, the
 * baselines, and what stands in {@code ops.evaluation}. It judges tables as they are; how they are
 * made is the stages' own matter, and how results are printed that of {@code cli}.
 */
package io.assay.workbench.evaluation;

/**
 * What is to be thought of every account: likelihoods, authenticity, flags and reasons out of what
 * other stages found; and of the audience of every creator. What is unusual is not measured here
 * but in evidence.
 */
package io.assay.assessment;

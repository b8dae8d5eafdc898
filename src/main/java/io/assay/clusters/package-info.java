/**
 * The stage that divides the accounts of a platform into groups of alike ones, describes each in
 * words, and finds those that are suspicious against everybody outside. Who acts together is
 * coordination's; likelihoods of accounts are the assessment's.
 */
package io.assay.clusters;

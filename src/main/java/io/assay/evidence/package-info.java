/**
 * The stage that compares accounts with their peers: how unusual each signal is, alone and by
 * family, and in words. It measures nothing anew.
 */
package io.assay.evidence;

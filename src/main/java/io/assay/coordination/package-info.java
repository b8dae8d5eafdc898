/**
 * The stage that finds accounts which act together: so far those that share the same objects within
 * seconds of each other, asked for by {@code assay coaction}.
 *
 * <p>Not here: what follows from it for an account, which is a signal.
 */
package io.assay.coordination;

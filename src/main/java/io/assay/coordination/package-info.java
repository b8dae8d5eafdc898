/**
 * The stage that finds who acts together: pods, who engage each other's posts by agreement, farms,
 * whose accounts hit other people's posts, and accounts that share the same objects within seconds
 * of each other.
 *
 * <p>The method of pods and farms is in {@code detection}, plain Java over primitive arrays; what
 * Spark counts for it where no process holds a platform in {@code distributed}; the question which
 * accounts share the same objects, {@code assay coaction}, in {@code coaction}.
 *
 * <p>Not here: what follows from it for an account, which is a signal.
 */
package io.assay.coordination;

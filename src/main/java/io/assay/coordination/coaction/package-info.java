/**
 * Which accounts share the same objects within seconds of each other, asked for by {@code assay
 * coaction}: {@link io.assay.coordination.coaction.CoActions} is the front, {@link
 * io.assay.coordination.coaction.CoActionEdges} the method, which is that of CooRTweet.
 *
 * <p>Not here: what is improbable. These are counts, without a null.
 */
package io.assay.coordination.coaction;

/**
 * The stage that finds who acts together: pods, who engage each other's posts by agreement, farms,
 * whose accounts hit other people's posts, and accounts that share the same objects within seconds
 * of each other. So far it is no job: {@code assay coaction} asks for the last of these, and the
 * search for pods and farms works on the events of one process.
 *
 * <p>Pods and farms are plain Java over primitive arrays: events of one process, or those of
 * candidate groups that were gathered from many. In the order of the method: {@link
 * io.assay.coordination.Events} and {@link io.assay.coordination.Margins} (step 0), {@link
 * io.assay.coordination.Niches} (1), {@link io.assay.coordination.MutualPairs} (2), {@link
 * io.assay.coordination.Cores} (3), {@link io.assay.coordination.PodRefinement} (4), {@link
 * io.assay.coordination.PostOverlap} and {@link io.assay.coordination.Excursions} (5), {@link
 * io.assay.coordination.FarmRefinement} (6), {@link io.assay.coordination.GroupSigns} (7), {@link
 * io.assay.coordination.HubCheck} (8), {@link io.assay.coordination.Scores} (9). {@link
 * io.assay.coordination.Detector} runs all of it.
 *
 * <p>Every null leaves the suspect out: what a group does is compared with what its members do
 * elsewhere and what others do here. Ties go to the smaller number, numbers follow from keys, and
 * chance is a hash of a key, so that results do not depend on how the data were divided.
 *
 * <p>Shares of objects are compared by Spark: {@link io.assay.coordination.CoActions}.
 *
 * <p>Not here: what follows from it for an account, which is a signal.
 */
package io.assay.coordination;

/**
 * The search for pods, who engage each other's posts by agreement, and farms, whose accounts hit
 * other people's posts.
 *
 * <p>Pods and farms are plain Java over primitive arrays: events of one process, or those of
 * candidate groups that were gathered from many. In the order of the method: {@link
 * io.assay.coordination.detection.Events} and {@link io.assay.coordination.detection.Margins} (step
 * 0), {@link io.assay.coordination.detection.Niches} (1), {@link
 * io.assay.coordination.detection.MutualPairs} (2), {@link io.assay.coordination.detection.Cores}
 * (3), {@link io.assay.coordination.detection.PodRefinement} (4), {@link
 * io.assay.coordination.detection.PostOverlap} and {@link
 * io.assay.coordination.detection.Excursions} (5), {@link
 * io.assay.coordination.detection.FarmRefinement} (6), {@link
 * io.assay.coordination.detection.GroupSigns} (7), {@link io.assay.coordination.detection.HubCheck}
 * (8), {@link io.assay.coordination.detection.Scores} and {@link
 * io.assay.coordination.detection.FarmTarget} (9). {@link io.assay.coordination.detection.Detector}
 * runs all of it.
 *
 * <p>Where a process holds all of a platform, {@link io.assay.coordination.detection.GroupFinder}
 * is the front. Where it does not, the tasks of {@link io.assay.coordination.detection.HeldRow}
 * rows are: {@link io.assay.coordination.detection.CoreFinder}, {@link
 * io.assay.coordination.detection.NicheFinder}, {@link io.assay.coordination.detection.PodFinder},
 * {@link io.assay.coordination.detection.FarmNeeds} and {@link
 * io.assay.coordination.detection.GatheredGroups}, which {@code distributed} feeds.
 *
 * <p>Every null leaves the suspect out: what a group does is compared with what its members do
 * elsewhere and what others do here. Ties go to the smaller number, numbers follow from keys, and
 * chance is a hash of a key, so that results do not depend on how the data were divided.
 *
 * <p>Not here: reading and writing, which is the job's.
 */
package io.assay.coordination.detection;

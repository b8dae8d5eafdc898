package io.assay.coordination.detection;

import java.util.List;

/**
 * A candidate group with all that it was judged by.
 *
 * @param kind what it would be
 * @param members ascending; of a farm those who work there
 * @param targets authors of the posts that a farm hits, ascending; of a pod its members
 * @param hits of a farm by post; none of a pod
 * @param pod how each member of a pod stands to it; none of a farm
 * @param farm how each member of a farm stands to it; none of a pod
 * @param shape density, reciprocity, latency, when
 * @param signs evenness, synchrony, stock phrases, and the probability they make
 * @param hub author that explains a farm best
 * @param verdict whether it is accepted, or why not
 */
record CoordinatedGroup(
    GroupKind kind,
    int[] members,
    int[] targets,
    List<Hit> hits,
    List<PodStanding> pod,
    List<FarmStanding> farm,
    GroupShape shape,
    GroupSigns signs,
    Hub hub,
    Verdict verdict) {

  boolean isAccepted() {
    return verdict == Verdict.ACCEPTED;
  }

  double probability() {
    return signs.probability();
  }
}

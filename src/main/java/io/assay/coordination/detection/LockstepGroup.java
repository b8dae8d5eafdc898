package io.assay.coordination.detection;

import java.util.List;

/**
 * Accounts that share the same objects at the same time more often than chance allows.
 *
 * @param members by number
 * @param objects that two members at least shared in step, ascending
 * @param pairs of members that met often enough, by first and second
 * @param firstMillis first share of these objects by a member, since 1970
 * @param lastMillis the last one
 * @param chance probability of what the median member does, times the accounts that were tested
 * @param probability that they act by agreement or by one hand: 1 / (1 + chance)
 * @param accepted whether that is enough
 */
record LockstepGroup(
    List<LockstepMember> members,
    int[] objects,
    List<LockstepPair> pairs,
    long firstMillis,
    long lastMillis,
    double chance,
    double probability,
    boolean accepted) {

  int[] accounts() {
    return members.stream().mapToInt(LockstepMember::account).toArray();
  }
}

package io.assay.coordination.detection;

/**
 * @param millis between two shares of an object that are in step, at most (60,000)
 * @param perObject accounts of an object that are compared, about; of more a sample is (2,000)
 * @param perAccount objects of an account that are compared, about (2,000)
 * @param repeats shares of one object by one account that are kept, the first ones (20)
 * @param leastShared objects that two accounts share in step, for their pair to be tested (2)
 * @param prior pairs of outsiders' shares that what is usual of all objects counts as (10)
 * @param companions who is left out of a null as one that may be of the group
 * @param slack factor by which the chance of an object is taken to be larger than it looks (1.5)
 * @param chance largest probability of a pair (1e-3): triangles sort out the rest
 * @param triangles that a pair closes at least (1)
 * @param cores of the graph of improbable pairs; at least three accounts
 * @param memberChance largest probability of what a member does with the others (1e-4)
 * @param candidateShare members that a candidate is in step with, as a share (.4)
 * @param rounds at most (12)
 * @param accept probability from which a group is accepted (.7)
 */
record LockstepRules(
    long millis,
    int perObject,
    int perAccount,
    int repeats,
    int leastShared,
    double prior,
    CompanionRules companions,
    double slack,
    double chance,
    int triangles,
    CoreRules cores,
    double memberChance,
    double candidateShare,
    int rounds,
    double accept) {

  static final LockstepRules DEFAULT = within(60_000);

  LockstepRules {
    if (millis < 0 || perObject < 2 || perAccount < 2 || repeats < 1 || leastShared < 1) {
      throw new IllegalArgumentException(
          "window " + millis + " ms, " + perObject + " accounts, " + perAccount + " objects");
    }
  }

  /** The usual rules with another window. */
  static LockstepRules within(long millis) {
    return new LockstepRules(
        millis,
        2_000,
        2_000,
        20,
        2,
        10,
        CompanionRules.DEFAULT,
        1.5,
        1e-3,
        1,
        new CoreRules(12, 0.5, 3),
        1e-4,
        0.4,
        12,
        0.7);
  }
}

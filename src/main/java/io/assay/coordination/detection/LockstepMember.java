package io.assay.coordination.detection;

/**
 * How an account stands to a group in lockstep.
 *
 * @param account its number
 * @param objects that it shares with another member
 * @param inStep those of them that it shared within the window of another member
 * @param expected how many of them would be by chance
 * @param chance probability of so many or more
 */
record LockstepMember(int account, int objects, int inStep, double expected, double chance) {}

package io.assay.coordination.detection;

/**
 * Two accounts that share the same objects in step.
 *
 * @param first number of an account
 * @param second number of another, higher
 * @param both objects that both shared
 * @param inStep those of them that they shared within the window
 * @param expected how many of them would be by chance, λ
 * @param chance probability of so many or more
 */
record LockstepPair(int first, int second, int both, int inStep, double expected, double chance) {}

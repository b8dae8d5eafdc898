package io.assay.coordination.detection;

/**
 * Who is left out of an account's null as one that may be of its group. A few companions always
 * are. Of many only those that no audience is: people who pass on the same headlines within the
 * minute do so at few of them with the same other person, and come late to most.
 *
 * @param few companions that are left out however seldom they are met, at most (100)
 * @param often objects on which the first shares of both are in step, of one of many (10)
 * @param inStep those objects as a share of all that both shared (.5)
 * @param ofAll many companions, as a share of all who share two objects at least: more are no group
 *     but everybody (.75)
 */
record CompanionRules(int few, int often, double inStep, double ofAll) {
  static final CompanionRules DEFAULT = new CompanionRules(100, 10, 0.5, 0.75);
}

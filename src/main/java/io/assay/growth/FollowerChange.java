package io.assay.growth;

/**
 * A change of followers over one step, or over several fast ones in a row.
 *
 * @param from position of the observation before it
 * @param to position of the observation after it
 * @param before followers before
 * @param after followers after
 * @param days how long it took
 * @param score of its fastest step, see {@link FollowerChanges}
 * @param standsOut whether it is a jump, or a drop
 */
record FollowerChange(
    int from, int to, long before, long after, double days, double score, boolean standsOut) {

  /** Followers gained; a loss is negative. */
  long change() {
    return after - before;
  }

  /** Null from 0 followers. */
  Double share() {
    return before == 0 ? null : Double.valueOf((double) change() / before);
  }

  double perDay() {
    return change() / days;
  }
}

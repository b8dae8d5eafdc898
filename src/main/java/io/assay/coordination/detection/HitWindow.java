package io.assay.coordination.detection;

/**
 * Step 6b: when a hit took place, in seconds after the post.
 *
 * @param from first second; 0 without a window
 * @param to last second; {@link Double#POSITIVE_INFINITY} without a window
 * @param hitters members inside, those without a time counted
 * @param othersInside probability that somebody else with a time comes inside
 */
record HitWindow(double from, double to, int hitters, double othersInside) {

  /** Whether the times of the members told when the hit was. */
  boolean isKnown() {
    return to != Double.POSITIVE_INFINITY;
  }

  /** Whether an event may belong to the hit: its time lies inside, or nobody knows it. */
  boolean holds(int delay) {
    return delay == Events.UNTIMED || delay >= from && delay <= to;
  }
}

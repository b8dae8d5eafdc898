package io.assay.settings;

import java.io.Serializable;

/**
 * @param windowDays interactions and shares first delivered within so many days, the last one
 *     included, count
 * @param minEngagements engagements of others' posts that an account's shares of them need
 * @param maxEvents interactions, follows, shares and shared objects, posts and accounts of a
 *     platform that one process compares; of more it is given those alone that may matter
 * @param maxHeld rows of such a platform that may matter and that one process holds; more are
 *     refused
 * @param lockstepSeconds two shares of one object at most so far apart are in step
 * @param maxPairs pairs of shares of one object within a window of seconds that are compared at
 *     most; a question that would need more is refused
 */
public record CoordinationSettings(
    @Whole(min = 1, max = 36_500) int windowDays,
    @Whole(min = 1, max = 1_000_000) int minEngagements,
    @Whole(min = 1, max = 1_000_000_000L) long maxEvents,
    @Whole(min = 1, max = 1_000_000_000L) long maxHeld,
    @Whole(min = 0, max = 1_000_000) int lockstepSeconds,
    @Whole(min = 1, max = 1_000_000_000_000_000L) long maxPairs)
    implements Serializable {

  static CoordinationSettings read(Section s) {
    return s.bind(CoordinationSettings.class);
  }
}

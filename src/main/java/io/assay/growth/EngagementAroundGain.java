package io.assay.growth;

import io.assay.growth.PostEngagement.PostsInSpan;
import io.assay.settings.GrowthSettings;
import java.util.concurrent.TimeUnit;

/**
 * Engagement on both sides of an account's largest gain, and in both halves of the time observed.
 * People who come to follow engage; bought followers do not. A post belongs to the side on which it
 * was published; those published during the gain belong to neither.
 *
 * @param gain null where the account never gained
 * @param before posts published before the gain; null without one
 * @param after posts published after it; null without one
 * @param firstHalf posts published in the first half of the time observed
 * @param secondHalf posts published in the second half
 * @param minPosts posts a side needs
 */
record EngagementAroundGain(
    FollowerChange gain,
    PostsInSpan before,
    PostsInSpan after,
    PostsInSpan firstHalf,
    PostsInSpan secondHalf,
    int minPosts) {

  static EngagementAroundGain of(
      FollowerSeries series, FollowerChange gain, PostEngagement posts, GrowthSettings settings) {
    int min = settings.minPostsPerSide();
    long side = TimeUnit.DAYS.toMicros(settings.compareDays());
    long first = series.times()[0];
    long last = series.times()[series.steps()];
    long middle = first + (last - first) / 2;
    PostsInSpan before = null;
    PostsInSpan after = null;
    if (gain != null) {
      long from = series.times()[gain.from()];
      long to = series.times()[gain.to()];
      before = posts.between(from - side, from, min);
      after = posts.between(to, to + side, min);
    }
    return new EngagementAroundGain(
        gain,
        before,
        after,
        posts.between(first, middle, min),
        posts.between(middle, last + 1, min),
        min);
  }

  /** Why the sides of the gain cannot be compared; null where they can. */
  String reason() {
    if (gain == null) {
      return "no gain";
    }
    if (before.median() == null) {
      return before.posts() + " posts before the largest gain, " + minPosts + " needed";
    }
    if (after.median() == null) {
      return after.posts() + " posts after the largest gain, " + minPosts + " needed";
    }
    return null;
  }

  /** Change from before the gain to after it, as a share; null where not comparable or from 0. */
  Double change() {
    return reason() == null ? change(before, after) : null;
  }

  /** The same of engagement per follower, with the followers on the two sides of the gain. */
  Double changePerFollower() {
    Double change = change();
    if (change == null || gain.before() == 0) {
      return null;
    }
    return (1 + change) * gain.before() / gain.after() - 1;
  }

  /** Change from the first half to the second, as a share; null where not comparable or from 0. */
  Double trend() {
    return change(firstHalf, secondHalf);
  }

  private static Double change(PostsInSpan from, PostsInSpan to) {
    if (from.median() == null || to.median() == null || from.median() == 0) {
      return null;
    }
    return to.median() / from.median() - 1;
  }
}

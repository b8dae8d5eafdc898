package io.assay.engagement;

import java.util.Arrays;

/**
 * The three rates of each post of an account, NaN where a counter that the rate needs is hidden or
 * its denominator is unknown or 0; and what was shown. The arrays serve one account after another.
 */
final class PostRates {
  private double[] publicRates = new double[256];
  private double[] totalRates = new double[256];
  private double[] viewRates = new double[256];
  private final long[] shown = new long[PostBlock.WIDTH];
  private long showingBoth;
  private long likesOfBoth;
  private long commentsOfBoth;

  void of(Profile profile, AccountPosts posts) {
    reset(posts.size());
    for (int i = 0; i < posts.size(); i++) {
      for (int counter = PostBlock.LIKES; counter < PostBlock.WIDTH; counter++) {
        shown[counter] += posts.value(i, counter) == PostBlock.HIDDEN ? 0 : 1;
      }
      long likes = posts.value(i, PostBlock.LIKES);
      long comments = posts.value(i, PostBlock.COMMENTS);
      boolean both = likes != PostBlock.HIDDEN && comments != PostBlock.HIDDEN;
      long engaged = both ? likes + comments : PostBlock.HIDDEN;
      if (both) {
        showingBoth++;
        likesOfBoth += likes;
        commentsOfBoth += comments;
      }
      long total = engaged;
      if (profile.sharesShown()) {
        total = plus(total, posts.value(i, PostBlock.SHARES));
      }
      if (profile.savesShown()) {
        total = plus(total, posts.value(i, PostBlock.SAVES));
      }
      long followers = profile.followersAt(profile.endMicros() - posts.value(i, PostBlock.AGE));
      publicRates[i] = rate(engaged, followers);
      totalRates[i] = rate(total, followers);
      viewRates[i] = rate(total, posts.value(i, PostBlock.VIEWS));
    }
  }

  /** Likes and comments per follower, by post. */
  double[] publicRates() {
    return publicRates;
  }

  /** All the counters that the platform shows per follower, by post. */
  double[] totalRates() {
    return totalRates;
  }

  /** The same per view, by post. */
  double[] viewRates() {
    return viewRates;
  }

  /** Posts that show a counter, given by its position, see {@link PostBlock}. */
  long shown(int counter) {
    return shown[counter];
  }

  /** Posts that show both likes and comments. */
  long showingBoth() {
    return showingBoth;
  }

  /** No like counts as one: comments without any like are the extreme, not unknown. */
  Double commentsPer100Likes() {
    return likesOfBoth + commentsOfBoth == 0
        ? null
        : Double.valueOf(commentsOfBoth * 100.0 / Math.max(1, likesOfBoth));
  }

  private void reset(int size) {
    if (publicRates.length < size) {
      publicRates = new double[2 * size];
      totalRates = new double[2 * size];
      viewRates = new double[2 * size];
    }
    Arrays.fill(shown, 0);
    showingBoth = 0;
    likesOfBoth = 0;
    commentsOfBoth = 0;
  }

  private static long plus(long sum, long counter) {
    return sum == PostBlock.HIDDEN || counter == PostBlock.HIDDEN
        ? PostBlock.HIDDEN
        : sum + counter;
  }

  private static double rate(long engaged, long base) {
    return engaged == PostBlock.HIDDEN || base <= 0 ? Double.NaN : (double) engaged / base;
  }
}

package io.assay.growth;

import io.assay.statistics.Quantiles;

/**
 * What an account's posts earned, by the time of their publication.
 *
 * @param postedAt microseconds since 1970, in any order
 * @param engaged likes + comments of these posts
 */
record PostEngagement(long[] postedAt, long[] engaged) {

  /**
   * Posts published in a span of time.
   *
   * @param median of likes + comments; null below the posts needed
   */
  record PostsInSpan(int posts, Double median) {}

  /**
   * @param from first microsecond of the span
   * @param end first microsecond after it
   * @param minPosts posts that a median needs
   */
  PostsInSpan between(long from, long end, int minPosts) {
    double[] inside = new double[postedAt.length];
    int n = 0;
    for (int i = 0; i < postedAt.length; i++) {
      if (postedAt[i] >= from && postedAt[i] < end) {
        inside[n++] = engaged[i];
      }
    }
    return new PostsInSpan(n, n < minPosts ? null : Double.valueOf(Quantiles.median(inside, n)));
  }
}

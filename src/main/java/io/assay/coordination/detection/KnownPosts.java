package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * The posts that events are on, numbered from 0 so that the posts of an author follow each other.
 *
 * @param author number of the author of each post, never falling
 * @param key hash of the post's key, which chance and order follow from
 * @param publishedAt seconds since 1970, or {@link #UNKNOWN}
 */
record KnownPosts(int[] author, long[] key, long[] publishedAt) {
  /** Time of a post that nobody knows. */
  static final long UNKNOWN = Long.MIN_VALUE;

  KnownPosts {
    if (key.length != author.length || publishedAt.length != author.length) {
      throw new IllegalArgumentException(
          author.length + " authors, " + key.length + " keys, " + publishedAt.length + " times");
    }
    for (int p = 0; p < author.length; p++) {
      if (author[p] < 0 || p > 0 && author[p] < author[p - 1]) {
        throw new IllegalArgumentException(
            "post " + p + " of author " + author[p] + " stands behind a higher author");
      }
    }
  }

  int count() {
    return author.length;
  }

  /**
   * The first post of each author; the posts of author v end where those of v + 1 begin.
   *
   * @param authors how many there are
   */
  int[] starts(int authors) {
    if (author.length > 0 && author[author.length - 1] >= authors) {
      throw new IllegalArgumentException(
          "a post of author " + author[author.length - 1] + " of " + authors);
    }
    return Starts.count(author, authors);
  }

  /** When the posts of a range were published, ascending, without unknown times. */
  long[] times(int first, int end) {
    long[] times = Arrays.copyOfRange(publishedAt, first, end);
    Arrays.sort(times);
    int unknown = 0;
    while (unknown < times.length && times[unknown] == UNKNOWN) {
      unknown++;
    }
    return Arrays.copyOfRange(times, unknown, times.length);
  }
}

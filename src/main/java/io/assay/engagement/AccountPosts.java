package io.assay.engagement;

import java.util.Arrays;

/**
 * The counted posts of one account, unpacked into primitive arrays that the next account reuses.
 *
 * <p>At most {@code maxPosts} are kept, the ones whose content has the smallest hash: a choice that
 * depends neither on the order of the posts nor on what they achieved. Posts of equal content are
 * interchangeable.
 */
final class AccountPosts {
  private final int maxPosts;
  private long[][] posts = new long[256][PostBlock.WIDTH];
  private int size;
  private long counted;
  private long unsettled;
  private long youngest;
  private long oldest;

  AccountPosts(int maxPosts) {
    this.maxPosts = maxPosts;
    clear();
  }

  void clear() {
    size = 0;
    counted = 0;
    unsettled = 0;
    youngest = Long.MAX_VALUE;
    oldest = Long.MIN_VALUE;
  }

  void addUnsettled(long more) {
    unsettled += more;
  }

  void add(long[] values) {
    counted++;
    youngest = Math.min(youngest, values[PostBlock.AGE]);
    oldest = Math.max(oldest, values[PostBlock.AGE]);
    if (size == posts.length) {
      if (size >= 2 * maxPosts) {
        sample();
      } else {
        grow();
      }
    }
    System.arraycopy(values, 0, posts[size++], 0, PostBlock.WIDTH);
  }

  /** To be called when all posts are in: leaves at most {@code maxPosts}. */
  void complete() {
    if (size > maxPosts) {
      sample();
    }
  }

  /** Posts kept. */
  int size() {
    return size;
  }

  /** Counted posts, kept or not. */
  long counted() {
    return counted;
  }

  long unsettled() {
    return unsettled;
  }

  /** Microseconds from the first counted post to the last. */
  long span() {
    return counted == 0 ? 0 : oldest - youngest;
  }

  long youngest() {
    return youngest;
  }

  /** One value of one kept post, see {@link PostBlock}. */
  long value(int post, int position) {
    return posts[post][position];
  }

  private void grow() {
    int before = posts.length;
    posts = Arrays.copyOf(posts, 2 * before);
    for (int i = before; i < posts.length; i++) {
      posts[i] = new long[PostBlock.WIDTH];
    }
  }

  private void sample() {
    long[] hashes = new long[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = hash(posts[i]);
    }
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    long limit = sorted[maxPosts - 1];
    int below = Arrays.binarySearch(sorted, limit);
    while (below > 0 && sorted[below - 1] == limit) {
      below--;
    }
    int atLimit = maxPosts - below;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (hashes[i] < limit || (hashes[i] == limit && atLimit-- > 0)) {
        long[] post = posts[kept];
        posts[kept++] = posts[i];
        posts[i] = post;
      }
    }
    size = kept;
  }

  /** Mixes the values of a post (the finalizer of SplitMix64, Steele et al. 2014). */
  private static long hash(long[] values) {
    long hash = 0;
    for (long value : values) {
      hash = (hash ^ value) + 0x9E3779B97F4A7C15L;
      hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
      hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
      hash ^= hash >>> 31;
    }
    return hash;
  }
}

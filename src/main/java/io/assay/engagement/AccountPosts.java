package io.assay.engagement;

import java.util.Arrays;

/**
 * The counted posts of one account, unpacked into primitive arrays that the next account reuses;
 * and the times of its reposts, where these have some.
 *
 * <p>At most {@code maxPosts} are kept, the ones whose content has the smallest hash: a choice that
 * depends neither on the order of the posts nor on what they achieved. Posts of equal content are
 * interchangeable. Of reposts at most as many are kept, and any.
 */
final class AccountPosts {
  private final int maxPosts;
  private long[][] posts = new long[256][PostBlock.WIDTH];
  private int size;
  private long counted;
  private long unsettled;
  private long reposts;
  private long datedReposts;
  private long[] repostAges = new long[16];
  private int repostsKept;
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
    reposts = 0;
    datedReposts = 0;
    repostsKept = 0;
    youngest = Long.MAX_VALUE;
    oldest = Long.MIN_VALUE;
  }

  void addUnsettled(long more) {
    unsettled += more;
  }

  /** Adds reposts of which no age is known. */
  void addReposts(long more) {
    reposts += more;
  }

  /** Adds a repost whose age counts for the cadence. */
  void addRepost(long age) {
    reposts++;
    datedReposts++;
    note(age);
    if (repostsKept < maxPosts) {
      if (repostsKept == repostAges.length) {
        repostAges = Arrays.copyOf(repostAges, 2 * repostsKept);
      }
      repostAges[repostsKept++] = age;
    }
  }

  private void note(long age) {
    youngest = Math.min(youngest, age);
    oldest = Math.max(oldest, age);
  }

  void add(long[] values) {
    counted++;
    note(values[PostBlock.AGE]);
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

  /** Reposts, with an age or without. */
  long reposts() {
    return reposts;
  }

  /** Posts that have an age, kept or not: the counted ones, and reposts where these have some. */
  long dated() {
    return counted + datedReposts;
  }

  /** Microseconds from the first dated post to the last. */
  long span() {
    return dated() == 0 ? 0 : oldest - youngest;
  }

  /** Age of the latest dated post. */
  long youngest() {
    return youngest;
  }

  /** Whether all dated posts are kept. */
  boolean areAllKept() {
    return size + repostsKept == dated();
  }

  /** Ages of the kept posts and reposts, in a new array. */
  double[] ages() {
    double[] ages = new double[size + repostsKept];
    for (int i = 0; i < size; i++) {
      ages[i] = value(i, PostBlock.AGE);
    }
    for (int i = 0; i < repostsKept; i++) {
      ages[size + i] = repostAges[i];
    }
    return ages;
  }

  /** One value of one kept post, see {@link PostBlock}. */
  long value(int post, int position) {
    return posts[post][position];
  }

  /**
   * Those of some kept posts whose content has the smallest hash, in the order given.
   *
   * @param of places of posts
   * @param most how many are left at most
   */
  int[] sample(int[] of, int most) {
    if (of.length <= most) {
      return of;
    }
    long[] hashes = new long[of.length];
    for (int i = 0; i < of.length; i++) {
      hashes[i] = hash(posts[of[i]]);
    }
    boolean[] kept = smallest(hashes, most);
    int[] left = new int[most];
    int n = 0;
    for (int i = 0; i < of.length; i++) {
      if (kept[i]) {
        left[n++] = of[i];
      }
    }
    return left;
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
    boolean[] chosen = smallest(hashes, maxPosts);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (chosen[i]) {
        long[] post = posts[kept];
        posts[kept++] = posts[i];
        posts[i] = post;
      }
    }
    size = kept;
  }

  /** Which of some hashes are among the {@code most} smallest; of equal ones the first. */
  private static boolean[] smallest(long[] hashes, int most) {
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    long limit = sorted[most - 1];
    int below = Arrays.binarySearch(sorted, limit);
    while (below > 0 && sorted[below - 1] == limit) {
      below--;
    }
    int atLimit = most - below;
    boolean[] chosen = new boolean[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      chosen[i] = hashes[i] < limit || (hashes[i] == limit && atLimit-- > 0);
    }
    return chosen;
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

package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * All posts, numbered by author and then by time: when each appeared and how much attention it
 * draws. It is small (a few bytes a post) and everybody who acts needs it, so it is made once and
 * handed to all tasks.
 */
final class Timeline implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] first;
  private final int[] author;
  private final long[] posted;
  private final float[] factor;
  private final float[] weight;
  private final int[] byTime;

  /**
   * @param first number of each author's first post, and of one more
   * @param author of each post
   * @param posted second at which it appeared, rising within an author
   * @param factor engagement relative to the author's typical post
   * @param weight expected organic engagements in the crawl
   * @param byTime numbers of the posts, the oldest first
   */
  Timeline(int[] first, int[] author, long[] posted, float[] factor, float[] weight, int[] byTime) {
    this.first = first;
    this.author = author;
    this.posted = posted;
    this.factor = factor;
    this.weight = weight;
    this.byTime = byTime;
  }

  int posts() {
    return author.length;
  }

  /** Posts of an author. */
  int count(int creator) {
    return first[creator + 1] - first[creator];
  }

  /** Number of an author's k-th post, from 0, the oldest first. */
  int post(int creator, int k) {
    return first[creator] + k;
  }

  int author(int post) {
    return author[post];
  }

  long posted(int post) {
    return posted[post];
  }

  /** Engagement relative to the author's typical post. */
  double factor(int post) {
    return factor[post];
  }

  /** Expected organic engagements in the crawl. */
  double weight(int post) {
    return weight[post];
  }

  /** The author's post that was engaged most. */
  int best(int creator) {
    int best = first[creator];
    for (int post = best; post < first[creator + 1]; post++) {
      best = factor[post] > factor[best] ? post : best;
    }
    return best;
  }

  /** Posts of an author that had appeared by a second. */
  int countBy(int creator, long second) {
    int post = first[creator];
    while (post < first[creator + 1] && posted[post] <= second) {
      post++;
    }
    return post - first[creator];
  }

  /** The author's newest post that appeared within {@code days} before; negative if none. */
  int newestBefore(int creator, long second, int days) {
    for (int post = first[creator + 1] - 1; post >= first[creator]; post--) {
      if (posted[post] < second) {
        return posted[post] >= second - days * People.DAY ? post : -1;
      }
    }
    return -1;
  }

  /** Any post that was at most {@code hours} old at this second; negative if there is none. */
  int anyRecent(long second, int hours, Rng rng) {
    int from = position(second - hours * 3_600L);
    int to = position(second);
    return to > from ? byTime[from + rng.below(to - from)] : -1;
  }

  /** Posts that appeared before. */
  private int position(long second) {
    int low = 0;
    int high = byTime.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (posted[byTime[middle]] < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

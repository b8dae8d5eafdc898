package io.assay.workbench.worlds;

import io.assay.contracts.UserError;
import java.io.Serializable;

/** Interactions that the crawl holds of each post, by delivery: 8 bytes for a post and day. */
final class Totals implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The driver and every task hold them. */
  private static final long MOST_CELLS = 100_000_000;

  /** Number of each post's first cell, and of one more; its last is of the last delivery. */
  private final int[] first;

  private final int last;
  private final int[] likes;
  private final int[] comments;

  private Totals(int[] first, int last) {
    this.first = first;
    this.last = last;
    likes = new int[first[first.length - 1]];
    comments = new int[likes.length];
  }

  /** Of a crawl in one delivery. */
  Totals(int posts) {
    this(java.util.stream.IntStream.rangeClosed(0, posts).toArray(), 0);
  }

  /**
   * @throws UserError if posts and days are too many
   */
  static Totals of(Timeline timeline, Deliveries deliveries) {
    int[] first = new int[timeline.posts() + 1];
    long cells = 0;
    for (int post = 0; post < timeline.posts(); post++) {
      cells += deliveries.count() - deliveries.of(timeline.posted(post));
      if (cells > MOST_CELLS) {
        throw new UserError(
            timeline.posts()
                + " posts are too many for "
                + deliveries.count()
                + " daily deliveries",
            "Give fewer --days or fewer --accounts.");
      }
      first[post + 1] = (int) cells;
    }
    return new Totals(first, deliveries.last());
  }

  void count(Engagement done, int delivery) {
    int cell = cell(done.post(), delivery);
    likes[cell] += done.like() ? 1 : 0;
    comments[cell] += done.comment() ? 1 : 0;
  }

  Totals plus(Totals other) {
    for (int cell = 0; cell < likes.length; cell++) {
      likes[cell] += other.likes[cell];
      comments[cell] += other.comments[cell];
    }
    return this;
  }

  /** Rows of posts in all deliveries: a post is in each from its day on. */
  long cells() {
    return likes.length;
  }

  /** Likes of a post in a delivery. */
  int likes(int post, int delivery) {
    return likes[cell(post, delivery)];
  }

  /** Comments on a post in a delivery. */
  int comments(int post, int delivery) {
    return comments[cell(post, delivery)];
  }

  /** Likes of a post in all deliveries. */
  int likes(int post) {
    return sum(likes, first[post], first[post + 1]);
  }

  /** Comments on a post in all deliveries. */
  int comments(int post) {
    return sum(comments, first[post], first[post + 1]);
  }

  long all() {
    long sum = 0;
    for (int cell = 0; cell < likes.length; cell++) {
      sum += likes[cell] + comments[cell];
    }
    return sum;
  }

  private int cell(int post, int delivery) {
    return first[post + 1] - 1 - (last - delivery);
  }

  private static int sum(int[] counts, int from, int to) {
    int sum = 0;
    for (int cell = from; cell < to; cell++) {
      sum += counts[cell];
    }
    return sum;
  }
}

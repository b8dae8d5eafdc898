package io.assay.workbench.worlds;

import java.io.Serializable;

/** Interactions that the crawl holds of each post. */
final class Totals implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] likes;
  private final int[] comments;

  Totals(int posts) {
    likes = new int[posts];
    comments = new int[posts];
  }

  void count(Engagement done) {
    likes[done.post()] += done.like() ? 1 : 0;
    comments[done.post()] += done.comment() ? 1 : 0;
  }

  Totals plus(Totals other) {
    for (int post = 0; post < likes.length; post++) {
      likes[post] += other.likes[post];
      comments[post] += other.comments[post];
    }
    return this;
  }

  int likes(int post) {
    return likes[post];
  }

  int comments(int post) {
    return comments[post];
  }

  long all() {
    long sum = 0;
    for (int post = 0; post < likes.length; post++) {
      sum += likes[post] + comments[post];
    }
    return sum;
  }
}

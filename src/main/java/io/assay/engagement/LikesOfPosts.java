package io.assay.engagement;

import io.assay.contracts.TableRow;
import io.assay.statistics.Quantiles;
import java.util.Arrays;

/**
 * How an account's likes go with its views and comments from post to post, and how few the posts
 * get that get few. Likes that are ordered come without views, the same number under every post:
 * they lift the floor, and what moves the comments of a post does not move them.
 *
 * <p>Its array serves one account after the other. Cost: three sorts of an account's posts, and the
 * slopes between {@link #MOST_COMPARED} of them.
 */
final class LikesOfPosts {
  /** Posts that are compared in pairs at most: more would be known little better. */
  private static final int MOST_COMPARED = 30;

  private static final double FLOOR = 0.1;

  private final int minPosts;
  private final int minPostsWithViews;
  private double[] values = new double[256];

  /**
   * @param minPosts posts that show what is needed, for the floor and for the elasticity
   * @param minPostsWithViews posts that show likes and views
   */
  LikesOfPosts(int minPosts, int minPostsWithViews) {
    this.minPosts = minPosts;
    this.minPostsWithViews = minPostsWithViews;
  }

  /** Sets the columns of {@code gold.account_engagement} that begin with likes. */
  void into(TableRow row, AccountPosts posts) {
    row.set("likes_per_view", perView(posts));
    row.set("likes_p10", floor(posts));
    row.set("likes_elasticity", elasticity(posts));
  }

  /** Median of likes / views; null where too few posts show both. */
  Double perView(AccountPosts posts) {
    reserve(posts.size());
    int n = 0;
    for (int i = 0; i < posts.size(); i++) {
      long likes = posts.value(i, PostBlock.LIKES);
      long views = posts.value(i, PostBlock.VIEWS);
      if (likes != PostBlock.HIDDEN && views > 0) {
        values[n++] = (double) likes / views;
      }
    }
    return n < minPostsWithViews ? null : Double.valueOf(Quantiles.median(values, n));
  }

  /** 10 % quantile of likes / their median; null where too few show them, or the median is 0. */
  Double floor(AccountPosts posts) {
    reserve(posts.size());
    int n = 0;
    for (int i = 0; i < posts.size(); i++) {
      long likes = posts.value(i, PostBlock.LIKES);
      if (likes != PostBlock.HIDDEN) {
        values[n++] = likes;
      }
    }
    if (n < minPosts) {
      return null;
    }
    double median = Quantiles.median(values, n);
    return median == 0 ? null : Double.valueOf(Quantiles.ofSorted(values, n, FLOOR) / median);
  }

  /**
   * Slope of ln(1 + likes) over ln(1 + comments) by Theil and Sen: the median of the slopes between
   * any two posts that differ in comments. Null where too few show both, or none differ.
   */
  Double elasticity(AccountPosts posts) {
    int[] shown = new int[posts.size()];
    int n = 0;
    for (int i = 0; i < posts.size(); i++) {
      if (posts.value(i, PostBlock.LIKES) != PostBlock.HIDDEN
          && posts.value(i, PostBlock.COMMENTS) != PostBlock.HIDDEN) {
        shown[n++] = i;
      }
    }
    if (n < minPosts) {
      return null;
    }
    int[] compared = posts.sample(Arrays.copyOf(shown, n), MOST_COMPARED);
    double[] likes = logs(posts, compared, PostBlock.LIKES);
    double[] comments = logs(posts, compared, PostBlock.COMMENTS);
    reserve(compared.length * (compared.length - 1) / 2);
    int slopes = 0;
    for (int i = 0; i < compared.length; i++) {
      for (int j = 0; j < i; j++) {
        if (comments[i] != comments[j]) {
          values[slopes++] = (likes[i] - likes[j]) / (comments[i] - comments[j]);
        }
      }
    }
    return slopes == 0 ? null : Double.valueOf(Quantiles.median(values, slopes));
  }

  private static double[] logs(AccountPosts posts, int[] which, int counter) {
    return Arrays.stream(which)
        .mapToDouble(post -> StrictMath.log1p(posts.value(post, counter)))
        .toArray();
  }

  private void reserve(int size) {
    if (values.length < size) {
      values = new double[2 * size];
    }
  }
}

package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.pow;

import org.apache.spark.sql.Column;

/**
 * How posts are shared out among accounts: by the law of Zipf and Mandelbrot, density proportional
 * to 1 / (x + s) at an account's rank x in (0, 1), which integrates and inverts in closed form.
 * With the flattening s below, the busiest account posts 22 times the mean, the account in the
 * middle 0.4 times, the least busy 0.2 times.
 *
 * @param active accounts with posts: the indexes below
 * @param posts posts of all of them
 */
record PostShares(long active, long posts) {

  private static final double FLATTENING = 0.01;
  private static final double SPAN = (1 + FLATTENING) / FLATTENING;

  /** The last accounts never post within the window: half are private, half asleep. */
  private static final double WITHOUT_POSTS = 0.04;

  static PostShares of(GeneratorOptions options) {
    long active = Math.max(1, Math.round(options.accounts() * (1 - WITHOUT_POSTS)));
    return new PostShares(active, options.posts());
  }

  /** Index of the account that a uniform draw falls to. */
  Column author(Column uniform) {
    Column rank = pow(lit(SPAN), uniform).minus(1).multiply(FLATTENING);
    return least(floor(rank.multiply((double) active)), lit(active - 1));
  }

  /** Expected posts of an account; 0 for those without. */
  Column expected(Column index) {
    Column from = least(index, lit(active)).cast("double").divide((double) active);
    Column to = least(index.plus(1), lit(active)).cast("double").divide((double) active);
    Column share = ln(to.plus(FLATTENING)).minus(ln(from.plus(FLATTENING))).divide(Math.log(SPAN));
    return greatest(share.multiply((double) posts), lit(0.0));
  }

  /** True for the private among the accounts without posts. */
  Column isPrivate(Column index) {
    return index.geq(active).and(index.bitwiseAND(1L).equalTo(0L));
  }
}

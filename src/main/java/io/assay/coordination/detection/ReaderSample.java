package io.assay.coordination.detection;

/**
 * Step 1: which authors an actor who publishes nothing counts as a reader of, a repeatable sample
 * of some 30, and how much it weighs: sqrt(max(1, df / cap)) / df for df authors, since who engages
 * everybody says little of any. Weights are whole multiples of 2^-30: sums of these do not depend
 * on their order.
 */
public final class ReaderSample {
  private static final double UNIT = 1L << 30;
  private static final long SALT = 5;

  private ReaderSample() {}

  /**
   * Whether an author is in the sample.
   *
   * @param authors distinct ones that the actor engages
   */
  public static boolean keeps(NicheRules rules, long author, long actor, int authors) {
    double limit = (double) rules.authorsOfActor() / authors;
    return limit >= 1 || StableHash.uniform(StableHash.ofPair(author + SALT, actor)) < limit;
  }

  /** Weight of an actor that engages so many authors, in units of 2^-30. */
  public static long weight(NicheRules rules, int authors) {
    double limit = (double) rules.authorsOfActor() / authors;
    return Math.round(UNIT * Math.sqrt(Math.max(1, 1 / limit)) / Math.max(1, authors));
  }
}

package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Step 7, evenness: Pearson's dispersion of the table member x author of engagements about row x
 * column expectation, with the variance of a binomial in the author's posts. Those who act by
 * agreement are as even as dice, φ near 1; friends have favourites.
 *
 * <p>Of a crawl that shows few of the engagements φ tells little: the fewer are seen the nearer it
 * is to 1. What stays as it is are the differences between the rates behind the counts, κ = (Σ
 * squared differences - Σ variances) / Σ squared expectations, the square of their coefficient of
 * variation; less of the crawl only makes it less certain. So κ judges, and φ is told.
 *
 * @param phi dispersion; {@link #OF_NOTHING} where too few cells say something
 * @param freedom degrees of freedom, at least 1
 * @param kappa variation of the rates; 0 of nothing
 * @param error standard error of kappa where rates do not differ; infinite of nothing
 */
record Unevenness(double phi, double freedom, double kappa, double error) {
  private static final double OF_NOTHING = 3;
  private static final double LEAST_VARIANCE = 0.05;
  private static final double MOST_OF_POSTS = 0.98;

  /**
   * @param members ascending
   * @param targets authors, ascending; a member who is one does not engage itself
   * @param capacity posts of each target that count
   */
  static Unevenness of(
      Events events, GroupEvents group, int[] members, int[] targets, int[] capacity) {
    int width = targets.length;
    int[] table = new int[Math.multiplyExact(members.length, width)];
    long[] row = new long[members.length];
    long[] column = new long[width];
    for (int e : group.events()) {
      int i = Arrays.binarySearch(members, events.actor(e));
      int j = Arrays.binarySearch(targets, events.author(e));
      table[i * width + j]++;
      row[i]++;
      column[j]++;
    }
    double[] rate = new double[width];
    for (int j = 0; j < width; j++) {
      long others = members.length - (Sets.contains(members, targets[j]) ? 1 : 0);
      rate[j] = column[j] / Math.max(1.0, (double) others * capacity[j]);
    }
    double sum = 0;
    long cells = 0;
    Variation variation = new Variation();
    for (int i = 0; i < members.length; i++) {
      int self = Arrays.binarySearch(targets, members[i]);
      double all = 0;
      for (int j = 0; j < width; j++) {
        all += j == self ? 0 : capacity[j] * rate[j];
      }
      for (int j = 0; j < width; j++) {
        double posts = j == self ? 0 : capacity[j];
        double expected =
            Math.min(MOST_OF_POSTS * posts, row[i] * posts * rate[j] / Math.max(1e-9, all));
        double variance = expected * (1 - expected / Math.max(1, posts));
        if (variance > LEAST_VARIANCE) {
          double difference = table[i * width + j] - expected;
          sum += difference * difference / variance;
          cells++;
        }
        if (expected > 0) {
          variation.add(table[i * width + j], expected, posts);
        }
      }
    }
    long freedom = cells - members.length - width;
    return new Unevenness(
        freedom > 0 ? sum / freedom : OF_NOTHING,
        Math.max(1, freedom),
        variation.kappa(members.length + width),
        variation.error());
  }

  /** Nats of evenness: kappa, drawn to what is usual where it is uncertain, below the usual. */
  double sign(SignRules rules) {
    double prior = 1 / (rules.usualDeviation() * rules.usualDeviation());
    double known = error > 0 ? 1 / (error * error) : 0;
    double drawn = (kappa * known + rules.usualKappa() * prior) / (known + prior);
    double least = rules.evenKappa();
    return -Math.log((Math.max(0, drawn) + least) / (rules.usualKappa() + least));
  }
}

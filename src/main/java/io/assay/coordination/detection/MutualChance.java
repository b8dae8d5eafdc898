package io.assay.coordination.detection;

import io.assay.statistics.PoissonTail;

/** Step 2: how likely what two creators do for each other is, wherever it was counted. */
public final class MutualChance {

  private MutualChance() {}

  /**
   * Distinct posts of an author that a creator would engage by chance; all sums leave out what
   * passes between creators who engage each other.
   *
   * @param byActor events of the creator
   * @param byAuthor events on the author
   * @param events all of them
   * @param inNiche events of the creator in the author's niche, negative where that has none
   * @param byNiche events in that niche
   */
  public static double rate(long byActor, long byAuthor, long events, long inNiche, long byNiche) {
    double everywhere = (byActor + 1.0) * byAuthor / Math.max(1, events);
    double within = inNiche < 0 ? 0 : (inNiche + 1.0) * byAuthor / Math.max(1, byNiche);
    return Math.max(MutualNull.LEAST, Math.max(everywhere, within));
  }

  /** P(so many posts or more) at a rate. */
  public static double atLeast(int posts, double rate) {
    return PoissonTail.of(posts, rate);
  }

  /** Whether what two do for each other is improbable, from the chance of either direction. */
  public static boolean improbable(double there, double back) {
    return MutualPairs.both(there, back) <= CoordinationMethod.DEFAULT.mutual().chance();
  }
}

package io.assay.coordination.detection;

/**
 * How many posts two actors would both engage by chance: each goes to posts by their popularity, so
 * λ_ab = d_a d_b Σ n_p² / E², or the sum of the same over niches, the larger.
 */
final class SharedByChance {
  private final Margins margins;
  private final double everywhere;
  private final double[] inNiche;

  /**
   * @param squares sum of n_p² over all posts
   * @param inNiche the same over the posts of each niche
   */
  SharedByChance(Margins margins, double squares, double[] inNiche) {
    this.margins = margins;
    this.inNiche = inNiche.clone();
    everywhere = squares / Math.max(1, (double) margins.events() * margins.events());
    for (int c = 0; c < inNiche.length; c++) {
      double events2 = (double) margins.inNiches().all(c) * margins.inNiches().all(c);
      this.inNiche[c] /= Math.max(1, events2);
    }
  }

  /** Cost: one pass over the posts. */
  static SharedByChance of(Events events, Margins margins) {
    double[] inNiche = new double[margins.niches().count()];
    double all = 0;
    for (int p = 0; p < margins.byPost().length; p++) {
      double squared = (double) margins.byPost()[p] * margins.byPost()[p];
      all += squared;
      int c = margins.niches().of(events.posts().author()[p]);
      if (c != Niches.NONE) {
        inNiche[c] += squared;
      }
    }
    return new SharedByChance(margins, all, inNiche);
  }

  double of(int a, int b) {
    double within = 0;
    for (int c = 0; c < inNiche.length; c++) {
      within += inNiche[c] * margins.inNiches().of(a, c) * margins.inNiches().of(b, c);
    }
    return Math.max(within, everywhere * margins.byActor()[a] * margins.byActor()[b]);
  }
}

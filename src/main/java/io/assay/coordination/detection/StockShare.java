package io.assay.coordination.detection;

/**
 * Step 7, stock phrases: how much more often a group's comments would fit under any post than
 * everybody's. Copied comments do not count: those who hunt giveaways all write the same entry.
 *
 * @param beyond share of stock among the comments, drawn to everybody's, less everybody's
 * @param comments of the group
 */
record StockShare(double beyond, int comments) {
  /** Audiences of curators have at most .10 beyond everybody, farms at least .16. */
  private static final double GUESTS = 0.13;

  static StockShare of(Events events, GroupEvents group, Background background, SignRules rules) {
    int comments = 0;
    int stock = 0;
    for (int e : group.events()) {
      comments += events.isComment(e) ? 1 : 0;
      stock += events.isStock(e) ? 1 : 0;
    }
    double prior = rules.priorComments();
    double share = (stock + prior * background.stock()) / (comments + prior);
    return new StockShare(share - background.stock(), comments);
  }

  /**
   * Whether these comments are not those of people who only came to the same posts; null where they
   * are too few to tell.
   */
  Boolean rulesOutGuests(SignRules rules) {
    return comments < rules.usualComments() ? null : beyond >= GUESTS;
  }

  /** The share beyond everybody's, drawn to none where comments are few. */
  double sign(SignRules rules) {
    return beyond * comments / (comments + rules.usualComments());
  }
}

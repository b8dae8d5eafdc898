package io.assay.workbench.evaluation;

import io.assay.statistics.EngagementIndex;
import io.assay.statistics.PairScore;
import io.assay.statistics.Partners;

/** Raw co-engagement: the largest number of posts that an actor shares with one other actor. */
record SharedPosts() implements PairScore {
  private static final long serialVersionUID = 1L;

  @Override
  public double of(EngagementIndex index, int actor, Partners partners) {
    for (int i = index.firstOf(actor); i < index.endOf(actor); i++) {
      int post = index.objectAt(index.entry(i));
      for (int e = index.firstIn(post); e < index.endIn(post); e++) {
        if (index.actorAt(e) != actor) {
          partners.meet(index.actorAt(e), post, 0);
        }
      }
    }
    int most = 0;
    for (int i = 0; i < partners.count(); i++) {
      most = Math.max(most, partners.shared(partners.partner(i)));
    }
    return most;
  }
}

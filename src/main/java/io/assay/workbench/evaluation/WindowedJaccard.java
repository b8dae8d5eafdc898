package io.assay.workbench.evaluation;

import io.assay.statistics.EngagementIndex;
import io.assay.statistics.PairScore;
import io.assay.statistics.Partners;
import java.util.concurrent.TimeUnit;

/**
 * Similarity of two actors: posts on which they acted within an hour of each other, over posts on
 * which either acted (after SynchroTrap: Cao, Yang, Yu, Palow, Uncovering Large Groups of Active
 * Malicious Accounts in Online Social Networks, CCS 2014, which clusters what here is only scored).
 * An actor's score is the mean of its five largest similarities, of partners with at least three
 * such posts. Only events with a time count.
 */
record WindowedJaccard() implements PairScore {
  private static final long serialVersionUID = 1L;
  private static final long WINDOW = TimeUnit.HOURS.toMicros(1);

  @Override
  public double of(EngagementIndex index, int actor, Partners partners) {
    for (int i = index.firstOf(actor); i < index.endOf(actor); i++) {
      int entry = index.entry(i);
      int post = index.objectAt(entry);
      long time = index.valueAt(entry);
      for (int e = entry; e >= index.firstIn(post) && index.valueAt(e) >= time - WINDOW; e--) {
        meet(index, actor, e, post, partners);
      }
      for (int e = entry; e < index.endIn(post) && index.valueAt(e) <= time + WINDOW; e++) {
        meet(index, actor, e, post, partners);
      }
    }
    double[] similarities = new double[partners.count()];
    int n = 0;
    for (int i = 0; i < partners.count(); i++) {
      int partner = partners.partner(i);
      int shared = partners.shared(partner);
      if (shared >= LEAST_SHARED) {
        int union = index.objectsOf(actor) + index.objectsOf(partner) - shared;
        similarities[n++] = (double) shared / union;
      }
    }
    return Partners.meanOfLargest(similarities, n, LARGEST);
  }

  private static void meet(
      EngagementIndex index, int actor, int entry, int post, Partners partners) {
    if (index.actorAt(entry) != actor) {
      partners.meet(index.actorAt(entry), post, 0);
    }
  }
}

package io.assay.coordination.detection;

import io.assay.statistics.PoissonTail;
import java.util.Arrays;

/**
 * Start of step 6: who visits the posts of a core beyond chance, on several authors: x_u visits,
 * where (d_u - x_u + 1) Σ n_p / E are expected.
 */
final class Visitors {
  private final Events events;
  private final Margins margins;
  private final FarmRules rules;
  private final Tallies visits;
  private final Tallies authors;
  private final int[] lastAuthor;

  Visitors(Events events, Margins margins, FarmRules rules) {
    this.events = events;
    this.margins = margins;
    this.rules = rules;
    visits = new Tallies(events.accounts());
    authors = new Tallies(events.accounts());
    lastAuthor = new int[events.accounts()];
  }

  /**
   * @param core posts, ascending
   * @return actors, ascending
   */
  int[] of(int[] core) {
    long size = 0;
    for (int p : core) {
      size += margins.byPost()[p];
      int author = events.posts().author()[p];
      for (int k = events.firstOn(p); k < events.endOn(p); k++) {
        int u = events.actor(events.eventAt(k));
        visits.add(u, 1);
        if (lastAuthor[u] != author + 1) {
          lastAuthor[u] = author + 1;
          authors.add(u, 1);
        }
      }
    }
    double share = (double) size / margins.events();
    int[] found =
        Arrays.stream(authors.atLeast(rules.leastAuthors()))
            .filter(u -> chance(u, share) <= rules.visitorChance())
            .toArray();
    for (int i = 0; i < visits.size(); i++) {
      lastAuthor[visits.met(i)] = 0;
    }
    visits.clear();
    authors.clear();
    return found;
  }

  private double chance(int u, double share) {
    int x = visits.of(u);
    return PoissonTail.of(x, (margins.byActor()[u] - x + 1) * share);
  }
}

package io.assay.coordination.detection;

/**
 * Sums over all events that nulls are made of. Where the events at hand are those of candidate
 * groups alone, the margins are still those of the whole crawl.
 *
 * @param byActor events of each account, d_u
 * @param byAuthor events on the posts of each author, in_v
 * @param byPost events on each post, n_p
 * @param events all of them, E
 * @param actors accounts that did something
 * @param niches niche of each author
 * @param inNiches events of each actor by niche, d_uc, and of all, E_c
 */
record Margins(
    int[] byActor,
    int[] byAuthor,
    int[] byPost,
    long events,
    long actors,
    Niches niches,
    NicheCounts inNiches) {

  static Margins of(Events events, Niches niches) {
    int[] byActor = new int[events.accounts()];
    long actors = 0;
    for (int u = 0; u < byActor.length; u++) {
      byActor[u] = events.endOf(u) - events.firstOf(u);
      actors += byActor[u] > 0 ? 1 : 0;
    }
    int[] byPost = new int[events.posts().count()];
    int[] byAuthor = new int[events.authors()];
    for (int p = 0; p < byPost.length; p++) {
      byPost[p] = events.actorsOn(p);
      byAuthor[events.posts().author()[p]] += byPost[p];
    }
    return new Margins(
        byActor, byAuthor, byPost, events.size(), actors, niches, NicheCounts.of(events, niches));
  }

  /** An actor's events in the niche of an author; 0 where that has none. */
  int inNicheOf(int actor, int author) {
    int c = niches.of(author);
    return c < 0 ? 0 : inNiches.of(actor, c);
  }
}

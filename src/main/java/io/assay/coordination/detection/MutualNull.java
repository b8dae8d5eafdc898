package io.assay.coordination.detection;

import io.assay.statistics.PoissonTail;

/**
 * Step 2: how much one creator would engage another by chance. The null is one-sided engagement:
 * all sums (with °) leave out what passes between creators who engage each other, else a large pod
 * is its own explanation. λ_uv = (d°_u + 1) in°_v / E°, or the same within the niche of v, the
 * larger.
 */
final class MutualNull {
  /** Least rate: somebody comes by without any reason. */
  static final double LEAST = 1e-3;

  private final Margins margins;
  private final Reciprocated mutual;
  private final long[] byActor;
  private final long[] byAuthor;
  private final long[] byNiche;
  private final long events;

  /**
   * @param mutual pairs that are left out
   */
  MutualNull(Margins margins, Reciprocated mutual) {
    this.margins = margins;
    this.mutual = mutual;
    int creators = mutual.creators();
    byActor = new long[creators];
    byAuthor = new long[creators];
    byNiche = new long[margins.niches().count()];
    for (int u = 0; u < creators; u++) {
      byActor[u] += margins.byActor()[u];
      byAuthor[u] += margins.byAuthor()[u];
      for (int k = mutual.first(u); k < mutual.end(u); k++) {
        byActor[u] -= mutual.given(k);
        byAuthor[mutual.to(k)] -= mutual.given(k);
      }
    }
    long all = 0;
    for (int v = 0; v < creators; v++) {
      all += byAuthor[v];
      int c = margins.niches().of(v);
      if (c >= 0) {
        byNiche[c] += byAuthor[v];
      }
    }
    events = all;
  }

  /** Distinct posts of an author that a creator would engage by chance. */
  double rate(int creator, int author) {
    int c = margins.niches().of(author);
    return MutualChance.rate(
        byActor[creator],
        byAuthor[author],
        events,
        c < 0 ? -1 : inNiche(creator, c),
        c < 0 ? 0 : byNiche[c]);
  }

  private long inNiche(int creator, int niche) {
    long sum = margins.inNiches().of(creator, niche);
    for (int k = mutual.first(creator); k < mutual.end(creator); k++) {
      if (margins.niches().of(mutual.to(k)) == niche) {
        sum -= mutual.given(k);
      }
    }
    return sum;
  }

  /** P(so many posts or more); 1 for none. */
  double chance(int creator, int author, int posts) {
    return posts == 0 ? 1 : PoissonTail.of(posts, rate(creator, author));
  }
}

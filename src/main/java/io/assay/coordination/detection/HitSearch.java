package io.assay.coordination.detection;

import io.assay.statistics.PoissonTail;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Step 6a: the posts that a group visits beyond what its members do elsewhere. By chance μ_p = (n_p
 * - k_p + ½) Σ_G (d_u - e_uv) / (E - in_v) of them come to a post of author v, or the same within
 * the niche, the larger. Cost: the events of the members, and of the posts that are hit.
 */
final class HitSearch {
  /** Members who come to a post by chance at least. */
  static final double LEAST_EXPECTED = 0.05;

  private final Events events;
  private final Margins margins;
  private final FarmRules rules;
  private final Tallies onPost;
  private final Tallies onAuthor;

  /**
   * @param events all of the members, and all on the posts that they engaged
   */
  HitSearch(Events events, Margins margins, FarmRules rules) {
    this.events = events;
    this.margins = margins;
    this.rules = rules;
    onPost = new Tallies(events.posts().count());
    onAuthor = new Tallies(events.authors());
  }

  /** Hits by post. */
  List<Hit> of(int[] group) {
    long[] inNiches = new long[margins.niches().count()];
    long activity = 0;
    BitSet members = new BitSet(events.accounts());
    for (int u : group) {
      members.set(u);
      activity += margins.byActor()[u];
      margins.inNiches().addTo(inNiches, 0, u);
      for (int e = events.firstOf(u); e < events.endOf(u); e++) {
        onPost.add(events.post(e), 1);
        onAuthor.add(events.author(e), 1);
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (int p :
        onPost.atLeast(Math.max(rules.leastHitters(), rules.hitterShare() * group.length))) {
      int v = events.posts().author()[p];
      double expected = expected(p, v, activity, inNiches);
      if (PoissonTail.of(onPost.of(p), Math.max(LEAST_EXPECTED, expected)) < rules.hitChance()) {
        hits.add(new Hit(p, v, onPost.of(p), expected, HitWindows.of(events, p, members)));
      }
    }
    onPost.clear();
    onAuthor.clear();
    return hits;
  }

  private double expected(int p, int v, long activity, long[] inNiches) {
    double others = margins.byPost()[p] - onPost.of(p) + 0.5;
    long given = onAuthor.of(v);
    double everywhere =
        (activity - given) * others / Math.max(1, margins.events() - margins.byAuthor()[v]);
    int c = margins.niches().of(v);
    if (c < 0) {
      return everywhere;
    }
    double elsewhere = Math.max(1, margins.inNiches().all(c) - margins.byAuthor()[v]);
    return Math.max(everywhere, (inNiches[c] - given) * others / elsewhere);
  }
}

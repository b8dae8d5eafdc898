package io.assay.coordination.detection;

import java.util.function.IntPredicate;

/**
 * Step 5: posts of different authors that share actors beyond chance. Sampling is consistent: a
 * busy actor keeps the posts, and a hot post the actors, of the smallest hashes, so that what
 * accomplices keep still overlaps. w of a post is the sum over its actors of d_u / E, or of d_uc /
 * E_c in a niche where both posts lie, the larger.
 */
final class PostOverlap {
  private static final long POST_SALT = 7;
  private static final long ACTOR_SALT = 3;

  private final Events events;
  private final Margins margins;
  private final long[] everywhere;
  private final long[] inNiche;

  private PostOverlap(Events events, Margins margins) {
    this.events = events;
    this.margins = margins;
    everywhere = new long[events.posts().count()];
    inNiche = new long[events.posts().count()];
  }

  /**
   * Improbable pairs of posts that close triangles.
   *
   * @param events all
   * @param counted those that count here: what passes inside a pod does not
   */
  static Edges edges(Events events, Margins margins, IntPredicate counted, SharingRules rules) {
    PostOverlap overlap = new PostOverlap(events, margins);
    ActorLists lists = overlap.sample(counted, rules);
    overlap.weigh(lists);
    Edges improbable = new SharedActors(lists, rules, overlap.objects()).edges();
    return Triangles.supported(improbable, rules.triangles(), 2);
  }

  private ActorLists sample(IntPredicate counted, SharingRules rules) {
    int posts = events.posts().count();
    int[] starts = new int[events.accounts() + 1];
    IntList kept = new IntList();
    for (int u = 0; u < events.accounts(); u++) {
      int all = 0;
      for (int e = events.firstOf(u); e < events.endOf(u); e++) {
        all += counted.test(e) ? 1 : 0;
      }
      double ofActor = StableHash.uniform(StableHash.of(events.accountKeys()[u], ACTOR_SALT));
      for (int e = events.firstOf(u); e < events.endOf(u); e++) {
        int p = events.post(e);
        if (counted.test(e)
            && (all <= rules.perActor() || ofPost(p) < (double) rules.perActor() / all)
            && ofActor * margins.byPost()[p] < rules.perObject()) {
          kept.add(p);
        }
      }
      starts[u + 1] = kept.size();
    }
    return new ActorLists(starts, kept.toArray(), posts).ofObjectsWith(rules.leastShared());
  }

  private double ofPost(int p) {
    return StableHash.uniform(StableHash.of(events.posts().key()[p], POST_SALT));
  }

  /** Sums of whole numbers, which do not depend on their order. */
  private void weigh(ActorLists lists) {
    for (int p = 0; p < lists.objects(); p++) {
      int author = events.posts().author()[p];
      for (int k = lists.first(p); k < lists.end(p); k++) {
        int u = lists.actorAt(k);
        everywhere[p] += margins.byActor()[u];
        inNiche[p] += margins.inNicheOf(u, author);
      }
    }
  }

  private SharedActors.Objects objects() {
    return new SharedActors.Objects() {
      @Override
      public int firstOther(int post) {
        return events.firstPostOf(events.posts().author()[post] + 1);
      }

      @Override
      public double weight(int post, int other) {
        double all = (double) everywhere[post] / margins.events();
        int c = margins.niches().of(events.posts().author()[post]);
        if (c < 0 || margins.niches().of(events.posts().author()[other]) != c) {
          return all;
        }
        return Math.max(all, (double) inNiche[post] / Math.max(1, margins.inNiches().all(c)));
      }
    };
  }
}

package io.assay.coordination.detection;

import java.util.function.IntPredicate;

/**
 * Step 5: posts of different authors that share actors beyond chance. Sampling is consistent: a
 * busy actor keeps the posts, and a hot post the actors, of the smallest hashes, so that what
 * accomplices keep still overlaps. w of a post is the sum over the actors that it keeps of d_u / E,
 * or of d_uc / E_c in a niche where both posts lie, the larger.
 *
 * <p>Chance is that of the sample: of two hot posts that keep the shares c_i and c_j of their
 * actors, those of the one that the other would keep are w_i n_j · min(1, c_j / c_i) for all n_j of
 * the other. With what the other keeps, c_j n_j, in place of n_j, two posts that keep a tenth would
 * be expected to share a tenth of what they do.
 */
final class PostOverlap {
  private final Events events;
  private final Margins margins;
  private final SharingRules rules;
  private final long[] everywhere;
  private final long[] inNiche;

  /** Events on each post that count, whether they were kept or not. */
  private final int[] size;

  private PostOverlap(Events events, Margins margins, SharingRules rules) {
    this.events = events;
    this.margins = margins;
    this.rules = rules;
    size = new int[events.posts().count()];
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
    return Triangles.supported(
        shared(events, margins, counted, rules).edges(), rules.triangles(), 2);
  }

  /**
   * Those of some pairs of posts that are improbable and close triangles: what is improbable in
   * niches is so without them, so that pairs need be counted only once.
   */
  static Edges among(
      Edges pairs, Events events, Margins margins, IntPredicate counted, SharingRules rules) {
    return Triangles.supported(
        shared(events, margins, counted, rules).among(pairs), rules.triangles(), 2);
  }

  /** What posts share that have enough actors, and would by chance. */
  static SharedActors shared(
      Events events, Margins margins, IntPredicate counted, SharingRules rules) {
    PostOverlap overlap = new PostOverlap(events, margins, rules);
    ActorLists lists = overlap.sample(counted);
    overlap.weigh(lists);
    return new SharedActors(lists, rules, overlap.objects());
  }

  private ActorLists sample(IntPredicate counted) {
    int posts = events.posts().count();
    int[] starts = new int[events.accounts() + 1];
    IntList kept = new IntList();
    for (int u = 0; u < events.accounts(); u++) {
      // Of all that it does: events that are not here count, since those that do not are.
      int all = margins.byActor()[u];
      for (int e = events.firstOf(u); e < events.endOf(u); e++) {
        if (counted.test(e)) {
          size[events.post(e)]++;
        } else {
          all--;
        }
      }
      double ofActor = SharingSample.ofActor(events.accountKeys()[u]);
      for (int e = events.firstOf(u); e < events.endOf(u); e++) {
        int p = events.post(e);
        if (counted.test(e)
            && SharingSample.keepsPost(rules, events.posts().key()[p], all)
            && ofActor < kept(p)) {
          kept.add(p);
        }
      }
      starts[u + 1] = kept.size();
    }
    return new ActorLists(starts, kept.toArray(), posts).ofObjectsWith(rules.leastShared());
  }

  /** Share of its actors that a post keeps. */
  private double kept(int p) {
    return SharingSample.kept(rules, margins.byPost()[p]);
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
      public double rate(int post, int other) {
        return SharingSample.rate(weight(post, other), size[other], kept(other), kept(post));
      }

      private double weight(int post, int other) {
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

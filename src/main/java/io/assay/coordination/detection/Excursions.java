package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Step 5b, for farms whose single hits are thinly crawled: their posts share too few actors, their
 * authors enough. An excursion is what an actor does at a stranger's: no other event of it, or one
 * at most, in the author's niche, and few on the author itself. Authors whom the same actors visit
 * on excursions form cores, each with its visitors.
 */
public final class Excursions {
  private static final int MOST_ELSEWHERE_IN_NICHE = 1;
  private static final int MOST_ON_AUTHOR = 4;

  private final Events events;
  private final Margins margins;
  private final SharingRules rules;

  /** Authors of each actor's excursions, ascending: all, and the sample. */
  private final ActorLists all;

  private final ActorLists sampled;

  private Excursions(Events events, Margins margins, IntPredicate counted, SharingRules rules) {
    this.events = events;
    this.margins = margins;
    this.rules = rules;
    int[] starts = new int[events.accounts() + 1];
    int[] sampleStarts = new int[starts.length];
    IntList visited = new IntList();
    IntList kept = new IntList();
    for (int u = 0; u < events.accounts(); u++) {
      visit(u, counted, visited);
      int n = visited.size() - starts[u];
      for (int i = starts[u]; i < visited.size(); i++) {
        int v = visited.get(i);
        if (SharingSample.keepsAuthor(rules, events.accountKeys()[v], n)) {
          kept.add(v);
        }
      }
      starts[u + 1] = visited.size();
      sampleStarts[u + 1] = kept.size();
    }
    all = new ActorLists(starts, visited.toArray(), events.authors());
    sampled =
        new ActorLists(sampleStarts, kept.toArray(), events.authors())
            .ofObjectsWith(rules.leastShared());
  }

  /**
   * Whether what an actor does at an author is an excursion.
   *
   * @param niche of the author, negative for none
   * @param inNiche events of the actor in it
   * @param on events of the actor on the author
   */
  public static boolean isExcursion(int niche, int inNiche, int on) {
    boolean stranger = niche < 0 || inNiche - on <= MOST_ELSEWHERE_IN_NICHE;
    return stranger && on <= MOST_ON_AUTHOR;
  }

  /** Adds the authors of an actor's excursions. */
  private void visit(int u, IntPredicate counted, IntList visited) {
    int e = events.firstOf(u);
    while (e < events.endOf(u)) {
      int v = events.author(e);
      int on = 0;
      boolean counts = false;
      for (; e < events.endOf(u) && events.author(e) == v; e++) {
        on++;
        counts |= counted.test(e);
      }
      if (counts && isExcursion(margins.niches().of(v), margins.inNicheOf(u, v), on)) {
        visited.add(v);
      }
    }
  }

  /**
   * Visitors of each core of authors: actors with excursions to several of them.
   *
   * @param counted events that count here: what passes inside a pod does not
   * @param leastAuthors of the core that a visitor visits
   */
  static List<int[]> visitors(
      Events events,
      Margins margins,
      IntPredicate counted,
      CoordinationMethod method,
      int leastAuthors) {
    SharingRules rules = method.excursions();
    Excursions excursions = new Excursions(events, margins, counted, rules);
    Edges edges = Triangles.supported(excursions.shared().edges(), rules.triangles(), 2);
    List<int[]> visitors = new ArrayList<>();
    Tallies visits = new Tallies(events.accounts());
    for (int[] core : Cores.of(edges, events.accountKeys(), method.cores(), rules.core())) {
      for (int v : core) {
        for (int k = excursions.all.first(v); k < excursions.all.end(v); k++) {
          visits.add(excursions.all.actorAt(k), 1);
        }
      }
      visitors.add(visits.atLeast(leastAuthors));
      visits.clear();
    }
    return visitors;
  }

  /** What authors share that have enough visitors, and would by chance. */
  static SharedActors shared(
      Events events, Margins margins, IntPredicate counted, SharingRules rules) {
    return new Excursions(events, margins, counted, rules).shared();
  }

  private SharedActors shared() {
    int[] starts = all.startsOfActors();
    long[] sums = new long[events.authors()];
    for (int v = 0; v < sums.length; v++) {
      for (int k = sampled.first(v); k < sampled.end(v); k++) {
        int u = sampled.actorAt(k);
        sums[v] += starts[u + 1] - starts[u];
      }
    }
    double excursions = Math.max(1, starts[starts.length - 1]);
    SharedActors.Objects objects =
        new SharedActors.Objects() {
          @Override
          public int firstOther(int author) {
            return author + 1;
          }

          @Override
          public double rate(int author, int other) {
            return all.size(other) * (sums[author] / excursions);
          }
        };
    return new SharedActors(sampled, rules, objects);
  }
}

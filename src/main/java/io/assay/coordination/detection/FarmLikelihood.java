package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Step 6c: who works for a farm, by one round's hits. A worker comes to hit p with probability ρ_p,
 * half of the share of the other members who did; by chance at the rate λ_up = (activity of u
 * elsewhere + 1) x (others on p + ½) / (events elsewhere), or the same within the niche, the
 * larger; times the chance of the window where the time is known. L_u = Σ_hits min(6, ln(1 + ρ_p /
 * λ_up)) - Σ_all ρ_p. Targets are no workers. Cost: the events on the hit posts.
 */
final class FarmLikelihood {
  private final Events events;
  private final Margins margins;
  private final FarmRules rules;

  /** Of each actor on hits: hits, authors of these, and the author met last + 1. */
  private final Tallies hits;

  private final Tallies authors;
  private final int[] lastAuthor;

  /** Of each actor on hits the members whom it meets there. */
  private final Tallies company;

  /** Of each actor on enough authors: its number here + 1. */
  private final Tallies slots;

  FarmLikelihood(Events events, Margins margins, FarmRules rules) {
    this.events = events;
    this.margins = margins;
    this.rules = rules;
    hits = new Tallies(events.accounts());
    authors = new Tallies(events.accounts());
    company = new Tallies(events.accounts());
    slots = new Tallies(events.accounts());
    lastAuthor = new int[events.accounts()];
  }

  /**
   * Workers by number; the workers of a group are found among all who come to its hits.
   *
   * @param worker who is one
   */
  FarmStanding[] workers(int[] group, List<Hit> found, WorkerRules worker) {
    int[] targets = Sets.of(found.stream().mapToInt(Hit::author).toArray());
    visit(found);
    int[] candidates =
        Arrays.stream(authors.atLeast(worker.leastAuthors()))
            .filter(a -> !Sets.contains(targets, a))
            .toArray();
    double[] nats = nats(group, found, candidates);
    double least = worker.even() * meanCompany(group);
    FarmStanding[] workers = new FarmStanding[candidates.length];
    int n = 0;
    for (int i = 0; i < candidates.length; i++) {
      int a = candidates[i];
      if (nats[i] > worker.leastTotal() && company.of(a) >= least) {
        workers[n++] = new FarmStanding(a, hits.of(a), authors.of(a), nats[i]);
      }
    }
    for (int i = 0; i < hits.size(); i++) {
      lastAuthor[hits.met(i)] = 0;
    }
    hits.clear();
    authors.clear();
    company.clear();
    return Arrays.copyOf(workers, n);
  }

  private void visit(List<Hit> found) {
    for (Hit hit : found) {
      for (int k = events.firstOn(hit.post()); k < events.endOn(hit.post()); k++) {
        int e = events.eventAt(k);
        if (hit.window().holds(events.delay(e))) {
          int a = events.actor(e);
          hits.add(a, 1);
          company.add(a, hit.window().hitters());
          if (lastAuthor[a] != hit.author() + 1) {
            lastAuthor[a] = hit.author() + 1;
            authors.add(a, 1);
          }
        }
      }
    }
  }

  /** Mean company of the members that were at one hit at least. */
  private double meanCompany(int[] group) {
    int[] active = Arrays.stream(group).map(company::of).filter(n -> n > 0).toArray();
    return Arrays.stream(active).average().orElse(0);
  }

  private double[] nats(int[] group, List<Hit> found, int[] candidates) {
    BitSet members = new BitSet(events.accounts());
    Arrays.stream(group).forEach(members::set);
    for (int i = 0; i < candidates.length; i++) {
      slots.add(candidates[i], i + 1);
    }
    ElsewhereByNiche elsewhere = new ElsewhereByNiche(events, margins, found, slots, candidates);
    double onHits = found.stream().mapToDouble(h -> margins.byPost()[h.post()]).sum();
    double outside = Math.max(1, margins.events() - onHits);
    int n = group.length;
    double[] nats = new double[candidates.length];
    double expected = 0;
    for (Hit hit : found) {
      double usual = rules.dilution() * hit.window().hitters() / n;
      double ofMember = rules.dilution() * (hit.window().hitters() - 1) / Math.max(1, n - 1);
      expected += usual;
      double others = margins.byPost()[hit.post()] - hit.window().hitters() + 0.5;
      for (int k = events.firstOn(hit.post()); k < events.endOn(hit.post()); k++) {
        int e = events.eventAt(k);
        int slot = slots.of(events.actor(e)) - 1;
        if (slot >= 0 && hit.window().holds(events.delay(e))) {
          int a = events.actor(e);
          double rho = members.get(a) ? ofMember : usual;
          double active = margins.byActor()[a] - hits.of(a) + 1.0;
          double chance =
              Math.max(active * others / outside, elsewhere.rate(slot, hit.author()) * others);
          chance *= events.isTimed(e) ? hit.window().othersInside() : 1;
          double ratio = Math.log1p(rho / Math.max(MutualNull.LEAST, chance));
          nats[slot] += Math.min(rules.mostOfHit(), ratio) + usual - rho;
        }
      }
    }
    slots.clear();
    for (int i = 0; i < nats.length; i++) {
      nats[i] -= expected;
    }
    return nats;
  }
}

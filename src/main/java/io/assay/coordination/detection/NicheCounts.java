package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Events of each actor in each niche, d_uc, and in all niches, E_c: only where there are some.
 * Events on authors without a niche count nowhere.
 */
final class NicheCounts {
  private final int[] starts;
  private final int[] niche;
  private final int[] count;
  private final long[] all;

  private NicheCounts(int[] starts, int[] niche, int[] count, long[] all) {
    this.starts = starts;
    this.niche = niche;
    this.count = count;
    this.all = all;
  }

  static NicheCounts of(Events events, Niches niches) {
    int[] starts = new int[events.accounts() + 1];
    IntList found = new IntList();
    IntList counts = new IntList();
    long[] all = new long[niches.count()];
    Tallies ofActor = new Tallies(niches.count());
    for (int u = 0; u < events.accounts(); u++) {
      for (int e = events.firstOf(u); e < events.endOf(u); e++) {
        int c = niches.of(events.author(e));
        if (c >= 0) {
          ofActor.add(c, 1);
        }
      }
      ofActor.sort();
      for (int i = 0; i < ofActor.size(); i++) {
        int c = ofActor.met(i);
        found.add(c);
        counts.add(ofActor.of(c));
        all[c] += ofActor.of(c);
      }
      ofActor.clear();
      starts[u + 1] = found.size();
    }
    return new NicheCounts(starts, found.toArray(), counts.toArray(), all);
  }

  /**
   * Counts that were made elsewhere, by actor and then niche.
   *
   * @param actor never falling
   * @param niche rising within an actor
   * @param events of the actor in the niche
   * @param all events in each niche, also of actors who are not here
   */
  static NicheCounts ofCounts(int actors, int[] actor, int[] niche, int[] events, long[] all) {
    for (int i = 1; i < actor.length; i++) {
      if (actor[i] < actor[i - 1] || actor[i] == actor[i - 1] && niche[i] <= niche[i - 1]) {
        throw new IllegalArgumentException(
            "actor " + actor[i] + ", niche " + niche[i] + " stands behind a higher one");
      }
    }
    return new NicheCounts(Starts.count(actor, actors), niche, events, all);
  }

  /** Events of an actor in a niche; 0 where the niche is {@link Niches#NONE}. */
  int of(int actor, int ofNiche) {
    int at = Arrays.binarySearch(niche, starts[actor], starts[actor + 1], ofNiche);
    return at < 0 ? 0 : count[at];
  }

  /** Events in a niche. */
  long all(int ofNiche) {
    return all[ofNiche];
  }

  /** Adds an actor's events to sums by niche, of which the first stands at a place. */
  void addTo(long[] byNiche, int first, int actor) {
    for (int i = starts[actor]; i < starts[actor + 1]; i++) {
      byNiche[first + niche[i]] += count[i];
    }
  }
}

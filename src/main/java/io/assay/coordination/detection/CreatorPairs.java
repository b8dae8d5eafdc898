package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * How often creators engage creators: distinct posts e_uv by actor u and author v, as lists in both
 * directions, each ascending. Linear in the events of creators; what others do is not in it.
 */
final class CreatorPairs {
  private final int[] outStarts;
  private final int[] to;
  private final int[] given;
  private final int[] inStarts;
  private final int[] from;
  private final int[] taken;

  private CreatorPairs(int[] outStarts, int[] to, int[] given) {
    this.outStarts = outStarts;
    this.to = to;
    this.given = given;
    int creators = outStarts.length - 1;
    inStarts = Starts.count(to, creators);
    from = new int[to.length];
    taken = new int[to.length];
    int[] next = inStarts.clone();
    for (int u = 0; u < creators; u++) {
      for (int k = outStarts[u]; k < outStarts[u + 1]; k++) {
        int at = next[to[k]]++;
        from[at] = u;
        taken[at] = given[k];
      }
    }
  }

  static CreatorPairs of(Events events) {
    int[] starts = new int[events.authors() + 1];
    IntList to = new IntList();
    IntList given = new IntList();
    for (int u = 0; u < events.authors(); u++) {
      int end = events.endOf(u);
      int e = events.firstOf(u);
      while (e < end) {
        int v = events.author(e);
        int first = e;
        while (e < end && events.author(e) == v) {
          e++;
        }
        to.add(v);
        given.add(e - first);
      }
      starts[u + 1] = to.size();
    }
    return new CreatorPairs(starts, to.toArray(), given.toArray());
  }

  /**
   * Pairs that were counted elsewhere, by actor and then author.
   *
   * @param actor creators, never falling
   * @param author creators, rising within an actor
   * @param posts distinct posts of the author that the actor engaged
   */
  static CreatorPairs ofCounts(int creators, int[] actor, int[] author, int[] posts) {
    for (int i = 1; i < actor.length; i++) {
      if (actor[i] < actor[i - 1] || actor[i] == actor[i - 1] && author[i] <= author[i - 1]) {
        throw new IllegalArgumentException(
            "pair " + actor[i] + ", " + author[i] + " stands behind a higher one");
      }
    }
    return new CreatorPairs(Starts.count(actor, creators), author, posts);
  }

  int creators() {
    return outStarts.length - 1;
  }

  /** First place of those whom a creator engages, for {@link #to} and {@link #given}. */
  int firstOut(int creator) {
    return outStarts[creator];
  }

  int endOut(int creator) {
    return outStarts[creator + 1];
  }

  int to(int place) {
    return to[place];
  }

  int given(int place) {
    return given[place];
  }

  /** First place of those who engage a creator, for {@link #from} and {@link #taken}. */
  int firstIn(int creator) {
    return inStarts[creator];
  }

  int endIn(int creator) {
    return inStarts[creator + 1];
  }

  int from(int place) {
    return from[place];
  }

  int taken(int place) {
    return taken[place];
  }

  /** Posts of an author that a creator engaged. */
  int count(int creator, int author) {
    int at = Arrays.binarySearch(to, outStarts[creator], outStarts[creator + 1], author);
    return at < 0 ? 0 : given[at];
  }
}

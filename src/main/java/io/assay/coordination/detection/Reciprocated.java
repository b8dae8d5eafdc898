package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Step 2: pairs of creators who engage each other, each once for either direction, by the first of
 * the pair and then the second: who gives, who takes, distinct posts e_uv.
 */
final class Reciprocated {
  private final int[] starts;
  private final int[] to;
  private final int[] given;

  private Reciprocated(int[] starts, int[] to, int[] given) {
    this.starts = starts;
    this.to = to;
    this.given = given;
  }

  static Reciprocated of(CreatorPairs pairs) {
    int[] starts = new int[pairs.creators() + 1];
    IntList to = new IntList();
    IntList given = new IntList();
    for (int u = 0; u < pairs.creators(); u++) {
      int in = pairs.firstIn(u);
      for (int k = pairs.firstOut(u); k < pairs.endOut(u); k++) {
        while (in < pairs.endIn(u) && pairs.from(in) < pairs.to(k)) {
          in++;
        }
        if (in < pairs.endIn(u) && pairs.from(in) == pairs.to(k)) {
          to.add(pairs.to(k));
          given.add(pairs.given(k));
        }
      }
      starts[u + 1] = to.size();
    }
    return new Reciprocated(starts, to.toArray(), given.toArray());
  }

  /**
   * Pairs that were counted elsewhere, each once for either direction.
   *
   * @param actor never falling
   * @param author rising within an actor
   * @param posts distinct posts of the author that the actor engaged
   */
  static Reciprocated ofCounts(int creators, int[] actor, int[] author, int[] posts) {
    return new Reciprocated(Starts.count(actor, creators), author, posts);
  }

  /** Those whose places meet a condition. */
  Reciprocated where(IntPredicate condition) {
    int[] left = new int[starts.length];
    IntList kept = new IntList();
    IntList posts = new IntList();
    for (int u = 0; u < creators(); u++) {
      for (int k = starts[u]; k < starts[u + 1]; k++) {
        if (condition.test(k)) {
          kept.add(to[k]);
          posts.add(given[k]);
        }
      }
      left[u + 1] = kept.size();
    }
    return new Reciprocated(left, kept.toArray(), posts.toArray());
  }

  int creators() {
    return starts.length - 1;
  }

  /** Directions of all pairs. */
  int size() {
    return to.length;
  }

  int first(int creator) {
    return starts[creator];
  }

  int end(int creator) {
    return starts[creator + 1];
  }

  int to(int place) {
    return to[place];
  }

  int given(int place) {
    return given[place];
  }

  /** Place of a pair's other direction. */
  int place(int creator, int author) {
    return Arrays.binarySearch(to, starts[creator], starts[creator + 1], author);
  }
}

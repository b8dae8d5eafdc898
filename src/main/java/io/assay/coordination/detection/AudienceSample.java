package io.assay.coordination.detection;

import java.util.BitSet;

/**
 * Step 1: the audience of each author among actors who publish nothing, a repeatable sample of at
 * most some 30 authors an actor, see {@link ReaderSample}.
 */
final class AudienceSample {
  private final int authors;

  /** Entries by actor. */
  private final int[] actorStarts;

  private final int[] author;
  private final long[] weight;

  /** Actors by author. */
  private final int[] authorStarts;

  private final int[] actors;

  /**
   * @param leftOut accounts that count as no audience
   */
  AudienceSample(Events events, NicheRules rules, BitSet leftOut) {
    authors = events.authors();
    int quiet = events.accounts() - authors;
    actorStarts = new int[quiet + 1];
    weight = new long[quiet];
    int[] sizes = new int[authors + 1];
    long[] keys = events.accountKeys();
    IntList kept = new IntList();
    IntList distinct = new IntList();
    for (int x = 0; x < quiet; x++) {
      distinct.clear();
      if (!leftOut.get(authors + x)) {
        authorsOf(events, authors + x, distinct);
      }
      int df = distinct.size();
      for (int i = 0; i < df; i++) {
        int v = distinct.get(i);
        if (ReaderSample.keeps(rules, keys[v], keys[authors + x], df)) {
          kept.add(v);
          sizes[v + 1]++;
        }
      }
      actorStarts[x + 1] = kept.size();
      weight[x] = ReaderSample.weight(rules, df);
    }
    author = kept.toArray();
    authorStarts = Starts.ofSizes(sizes);
    actors = new int[author.length];
    int[] next = authorStarts.clone();
    for (int x = 0; x < quiet; x++) {
      for (int k = actorStarts[x]; k < actorStarts[x + 1]; k++) {
        actors[next[author[k]]++] = x;
      }
    }
  }

  private static void authorsOf(Events events, int actor, IntList distinct) {
    int last = -1;
    for (int e = events.firstOf(actor); e < events.endOf(actor); e++) {
      int v = events.author(e);
      if (v != last) {
        distinct.add(v);
        last = v;
      }
    }
  }

  int authors() {
    return authors;
  }

  /** Sum of the weights of an author's audience. */
  long norm(int v) {
    long sum = 0;
    for (int k = authorStarts[v]; k < authorStarts[v + 1]; k++) {
      sum += weight[actors[k]];
    }
    return sum;
  }

  /**
   * Adds the weights of the audience that an author shares with each, itself included.
   *
   * @param sums by author
   * @param met takes each other author that has a sum, once
   */
  void addShared(int v, long[] sums, IntList met) {
    for (int k = authorStarts[v]; k < authorStarts[v + 1]; k++) {
      int x = actors[k];
      long w = weight[x];
      for (int i = actorStarts[x]; i < actorStarts[x + 1]; i++) {
        int other = author[i];
        if (sums[other] == 0 && other != v) {
          met.add(other);
        }
        sums[other] += w;
      }
    }
  }
}

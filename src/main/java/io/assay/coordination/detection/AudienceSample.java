package io.assay.coordination.detection;

import java.util.BitSet;

/**
 * Step 1: the audience of each author among actors who publish nothing, a repeatable sample of at
 * most some 30 authors an actor. An actor's weight is sqrt(max(1, df / cap)) / df for df authors:
 * who engages everybody says little of any. Weights are whole multiples of 2^-30, since sums of
 * these do not depend on their order.
 */
final class AudienceSample {
  private static final double UNIT = 1L << 30;
  private static final long SALT = 5;

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
    IntList kept = new IntList();
    IntList distinct = new IntList();
    for (int x = 0; x < quiet; x++) {
      distinct.clear();
      if (!leftOut.get(authors + x)) {
        authorsOf(events, authors + x, distinct);
      }
      int df = distinct.size();
      double limit = (double) rules.authorsOfActor() / df;
      for (int i = 0; i < df; i++) {
        int v = distinct.get(i);
        if (limit >= 1 || chance(events, v, authors + x) < limit) {
          kept.add(v);
          sizes[v + 1]++;
        }
      }
      actorStarts[x + 1] = kept.size();
      weight[x] = Math.round(UNIT * Math.sqrt(Math.max(1, 1 / limit)) / Math.max(1, df));
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

  private static double chance(Events events, int author, int actor) {
    long[] keys = events.accountKeys();
    return StableHash.uniform(StableHash.ofPair(keys[author] + SALT, keys[actor]));
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

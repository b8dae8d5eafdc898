package io.assay.coordination.detection;

/**
 * Steps 5 and 5b: which objects share more actors than their actors' activity explains. Objects are
 * posts or authors; λ = slack · max(n_j w_i, n_i w_j) for n actors of an object and w the sum over
 * them of their shares of everything, where neither object was sampled. Pairs are counted where
 * they arise and never written. Cost: for each actor half the square of its objects.
 */
final class SharedActors {
  /** What is known of two objects. */
  interface Objects {
    /** First object that may be paired with an object, above it; those between are its own. */
    int firstOther(int object);

    /** How many of the actors that an object keeps another would keep as well by chance. */
    double rate(int object, int other);
  }

  private final ActorLists lists;
  private final SharingRules rules;
  private final Objects objects;

  SharedActors(ActorLists lists, SharingRules rules, Objects objects) {
    this.lists = lists;
    this.rules = rules;
    this.objects = objects;
  }

  /** Improbable pairs, the first the smaller, by first and second. */
  Edges edges() {
    CriticalRates rates = new CriticalRates(rules.chance());
    Tallies shared = new Tallies(lists.objects());
    int[] next = lists.startsOfActors();
    EdgeList edges = new EdgeList();
    for (int i = 0; i < lists.objects(); i++) {
      int first = objects.firstOther(i);
      for (int k = lists.first(i); k < lists.end(i); k++) {
        int u = lists.actorAt(k);
        // Objects ascend: those up to this one are behind already.
        int at = ++next[u];
        for (; at < lists.endOfActor(u) && lists.objectAt(at) < first; at++) {
          continue;
        }
        for (; at < lists.endOfActor(u); at++) {
          shared.add(lists.objectAt(at), 1);
        }
      }
      int[] often = shared.atLeast(rules.leastShared());
      for (int j : often) {
        if (expected(i, j) <= rates.of(shared.of(j))) {
          edges.add(i, j);
        }
      }
      shared.clear();
    }
    return edges.toEdges();
  }

  /** Those of some pairs that are improbable. Cost: their objects' actors. */
  Edges among(Edges pairs) {
    CriticalRates rates = new CriticalRates(rules.chance());
    EdgeList edges = new EdgeList();
    for (int k = 0; k < pairs.size(); k++) {
      int i = pairs.from()[k];
      int j = pairs.to()[k];
      int shared = shared(i, j);
      if (shared >= rules.leastShared() && expected(i, j) <= rates.of(shared)) {
        edges.add(i, j);
      }
    }
    return edges.toEdges();
  }

  /** λ: actors that two objects would share by chance. */
  double expected(int i, int j) {
    return rules.slack() * Math.max(objects.rate(i, j), objects.rate(j, i));
  }

  /** Actors that two objects share; cost: their actors. */
  int shared(int i, int j) {
    int n = 0;
    int b = lists.first(j);
    for (int a = lists.first(i); a < lists.end(i); a++) {
      while (b < lists.end(j) && lists.actorAt(b) < lists.actorAt(a)) {
        b++;
      }
      n += b < lists.end(j) && lists.actorAt(b) == lists.actorAt(a) ? 1 : 0;
    }
    return n;
  }
}

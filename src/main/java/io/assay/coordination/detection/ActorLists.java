package io.assay.coordination.detection;

/**
 * Which actors each object has, and which objects each actor, as lists in both directions, each
 * ascending. Made of pairs that are given by actor.
 */
final class ActorLists {
  private final int[] actorStarts;
  private final int[] object;
  private final int[] starts;
  private final int[] actor;

  /**
   * @param actorStarts where the objects of each actor start
   * @param object ascending within an actor
   * @param objects how many there are
   */
  ActorLists(int[] actorStarts, int[] object, int objects) {
    this.actorStarts = actorStarts;
    this.object = object;
    starts = Starts.count(object, objects);
    actor = new int[object.length];
    int[] next = starts.clone();
    for (int u = 0; u < actorStarts.length - 1; u++) {
      for (int k = actorStarts[u]; k < actorStarts[u + 1]; k++) {
        actor[next[object[k]]++] = u;
      }
    }
  }

  /** The lists without objects that have fewer actors. */
  ActorLists ofObjectsWith(int leastActors) {
    int[] left = new int[actorStarts.length];
    IntList kept = new IntList();
    for (int u = 0; u < actorStarts.length - 1; u++) {
      for (int k = actorStarts[u]; k < actorStarts[u + 1]; k++) {
        if (size(object[k]) >= leastActors) {
          kept.add(object[k]);
        }
      }
      left[u + 1] = kept.size();
    }
    return new ActorLists(left, kept.toArray(), objects());
  }

  int objects() {
    return starts.length - 1;
  }

  /** Actors of an object. */
  int size(int ofObject) {
    return starts[ofObject + 1] - starts[ofObject];
  }

  /** First place of an object's actors, for {@link #actorAt}. */
  int first(int ofObject) {
    return starts[ofObject];
  }

  int end(int ofObject) {
    return starts[ofObject + 1];
  }

  int actorAt(int place) {
    return actor[place];
  }

  /** A copy of where each actor's objects start, for {@link #objectAt}. */
  int[] startsOfActors() {
    return actorStarts.clone();
  }

  int endOfActor(int ofActor) {
    return actorStarts[ofActor + 1];
  }

  int objectAt(int place) {
    return object[place];
  }
}

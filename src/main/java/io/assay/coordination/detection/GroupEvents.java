package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Step 7: the events that a group is judged by, sorted by post and then actor: of a pod those of
 * members on members' posts, of a farm those of members on the posts that it hits.
 *
 * @param events numbers of events
 */
record GroupEvents(int[] events) {

  static GroupEvents ofPod(Events events, int[] members) {
    return of(events, members, e -> Sets.contains(members, events.author(e)));
  }

  static GroupEvents ofFarm(Events events, int[] members, List<Hit> hits) {
    int[] posts = hits.stream().mapToInt(Hit::post).toArray();
    return of(events, members, e -> Sets.contains(posts, events.post(e)));
  }

  private static GroupEvents of(Events events, int[] members, IntPredicate targeted) {
    IntList found = new IntList();
    for (int u : members) {
      for (int e = events.firstOf(u); e < events.endOf(u); e++) {
        if (targeted.test(e)) {
          found.add(e);
        }
      }
    }
    // Events are in the order of actors: by post and number is by post and actor.
    long[] byPost = new long[found.size()];
    for (int i = 0; i < byPost.length; i++) {
      byPost[i] = (long) events.post(found.get(i)) << Integer.SIZE | found.get(i);
    }
    Arrays.sort(byPost);
    return new GroupEvents(Arrays.stream(byPost).mapToInt(key -> (int) key).toArray());
  }
}

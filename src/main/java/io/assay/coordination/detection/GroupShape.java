package io.assay.coordination.detection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is told of a group besides the signs it is judged by.
 *
 * @param density share of what members could engage, of members' posts or of the posts that are
 *     hit, that they did
 * @param reciprocity share of a pod's members' ties that are returned; NaN of a farm
 * @param latency of the group's events
 * @param firstSeen second of the first event, from 1970; {@link KnownPosts#UNKNOWN} without times
 * @param lastSeen second of the last event
 */
record GroupShape(
    double density, double reciprocity, Latency latency, long firstSeen, long lastSeen) {

  static GroupShape ofPod(Events events, int[] members) {
    GroupEvents group = GroupEvents.ofPod(events, members);
    long posts = 0;
    for (int u : members) {
      posts += events.postsOf(u);
    }
    Set<Long> ties = new HashSet<>();
    for (int e : group.events()) {
      ties.add(tie(events.actor(e), events.author(e)));
    }
    double returned =
        ties.stream()
            .filter(t -> ties.contains(tie(t.intValue(), (int) (t >> Integer.SIZE))))
            .count();
    return of(
        events, group, (double) posts * (members.length - 1), returned / Math.max(1, ties.size()));
  }

  static GroupShape ofFarm(Events events, int[] members, List<Hit> hits) {
    GroupEvents group = GroupEvents.ofFarm(events, members, hits);
    return of(events, group, (double) hits.size() * members.length, Double.NaN);
  }

  private static long tie(int from, int to) {
    return (long) from << Integer.SIZE | to;
  }

  private static GroupShape of(
      Events events, GroupEvents group, double possible, double reciprocity) {
    long first = Long.MAX_VALUE;
    long last = KnownPosts.UNKNOWN;
    for (int e : group.events()) {
      long published = events.posts().publishedAt()[events.post(e)];
      if (events.isTimed(e) && published != KnownPosts.UNKNOWN) {
        first = Math.min(first, published + events.delay(e));
        last = Math.max(last, published + events.delay(e));
      }
    }
    return new GroupShape(
        group.events().length / Math.max(1, possible),
        reciprocity,
        Latency.ofGroup(events, group),
        last == KnownPosts.UNKNOWN ? last : first,
        last);
  }
}

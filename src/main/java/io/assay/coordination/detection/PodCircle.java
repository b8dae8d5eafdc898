package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Step 4: a pod as it stands in one round, with the sums over what passes inside it, which the null
 * of its members leaves out.
 */
final class PodCircle {
  final int[] members;

  /** What each member gives to others of the group, and takes from them: distinct posts. */
  final int[] given;

  final int[] taken;

  /** Ordered pairs inside of which the first engages the second. */
  final int ties;

  /** Posts of each member, and of all. */
  final int[] posts;

  final long allPosts;

  /** Engagements of a member's posts by others than members. */
  final long[] fromOutside;

  /** All events that are not on posts of members; the same by niche. */
  final long eventsOutside;

  final long[] eventsOutsideByNiche;

  /** Events of each member outside the group by niche, one member after the other. */
  private final long[] outsideByNiche;

  PodCircle(int[] members, CreatorPairs pairs, Margins margins, int[] postsOf) {
    this.members = members;
    int n = members.length;
    int niches = margins.niches().count();
    outsideByNiche = new long[Math.multiplyExact(n, niches)];
    given = new int[n];
    taken = new int[n];
    posts = Arrays.stream(members).map(m -> postsOf[m]).toArray();
    allPosts = Arrays.stream(posts).asLongStream().sum();
    fromOutside = new long[n];
    int tied = 0;
    for (int i = 0; i < n; i++) {
      margins.inNiches().addTo(outsideByNiche, i * niches, members[i]);
      for (int k = pairs.firstOut(members[i]); k < pairs.endOut(members[i]); k++) {
        int j = Arrays.binarySearch(members, pairs.to(k));
        if (j >= 0) {
          given[i] += pairs.given(k);
          taken[j] += pairs.given(k);
          tied++;
          int c = margins.niches().of(members[j]);
          if (c >= 0) {
            outsideByNiche[i * niches + c] -= pairs.given(k);
          }
        }
      }
    }
    ties = tied;
    long onMembers = 0;
    eventsOutsideByNiche = new long[niches];
    for (int c = 0; c < niches; c++) {
      eventsOutsideByNiche[c] = margins.inNiches().all(c);
    }
    for (int i = 0; i < n; i++) {
      int in = margins.byAuthor()[members[i]];
      fromOutside[i] = Math.max(0, in - taken[i]);
      onMembers += in;
      int c = margins.niches().of(members[i]);
      if (c >= 0) {
        eventsOutsideByNiche[c] -= in;
      }
    }
    eventsOutside = margins.events() - onMembers;
  }

  int size() {
    return members.length;
  }

  /** Events of a member outside the group in a niche. */
  long outsideInNiche(int i, int niche) {
    return outsideByNiche[i * eventsOutsideByNiche.length + niche];
  }
}

package io.assay.coordination.detection;

import java.util.List;

/**
 * Whether a group does no more than everybody does, or is most of everybody: then nothing is left
 * that it could be compared with. Where all engage everything, those who publish engage each other.
 */
final class Everybody {
  private static final double TIMES_OTHERS = 2;

  private Everybody() {}

  /** Compares how much of members' posts members engage, and others. */
  static boolean doesAsPod(Events events, Margins margins, int[] members) {
    long inside = GroupEvents.ofPod(events, members).events().length;
    long outside = -inside;
    long posts = 0;
    for (int u : members) {
      outside += margins.byAuthor()[u];
      posts += events.postsOf(u);
    }
    return does(margins, members.length, inside, posts * (members.length - 1), outside, posts);
  }

  /** Compares how many members come to the posts that a farm hits, and how many others. */
  static boolean doesAsFarm(Margins margins, int[] members, List<Hit> hits) {
    long inside = 0;
    long outside = 0;
    for (Hit hit : hits) {
      inside += hit.hitters();
      outside += margins.byPost()[hit.post()] - hit.hitters();
    }
    long possible = (long) hits.size() * members.length;
    return does(margins, members.length, inside, possible, outside, hits.size());
  }

  private static boolean does(
      Margins margins, int members, long inside, long possible, long outside, long posts) {
    long others = margins.actors() - members;
    if (others < members) {
      return true;
    }
    double share = inside / Math.max(1.0, possible);
    return share < TIMES_OTHERS * outside / Math.max(1.0, (double) posts * others);
  }
}

package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * An author whose posts a farm hits. Who pays wants posts hit one after the other; who is hit to
 * distract from payers, or by mistake, has few hits beside theirs. To take a victim for a customer
 * is the worse error: whoever is not clearly a customer counts as a victim. What share of its posts
 * is hit tells less, since that depends on how much an author publishes.
 *
 * @param author its number
 * @param hits posts of it that the farm hits
 * @param posts all of its posts that are known
 * @param role by {@link #of}
 */
record FarmTarget(int author, int hits, int posts, TargetRole role) {
  private static final int LEAST_HITS = 2;

  /** Hits that a customer has more of, as a share of the hits of the target that has most. */
  private static final double OF_MOST = 2.0 / 3;

  /** Share of its posts that are hit. */
  double share() {
    return hits / (double) posts;
  }

  /**
   * The targets of a farm by number: customers are hit on two posts at least, and on more than two
   * thirds as many as the target that is hit on most. None of a pod.
   */
  static List<FarmTarget> of(Events events, CoordinatedGroup group) {
    Tallies hits = new Tallies(events.authors());
    for (Hit hit : group.hits()) {
      hits.add(hit.author(), 1);
    }
    hits.sort();
    int most = 0;
    for (int i = 0; i < hits.size(); i++) {
      most = Math.max(most, hits.of(hits.met(i)));
    }
    List<FarmTarget> targets = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      int author = hits.met(i);
      int n = hits.of(author);
      boolean paid = n >= LEAST_HITS && n > OF_MOST * most;
      TargetRole role = paid ? TargetRole.CUSTOMER : TargetRole.VICTIM;
      targets.add(new FarmTarget(author, n, events.postsOf(author), role));
    }
    return targets;
  }
}

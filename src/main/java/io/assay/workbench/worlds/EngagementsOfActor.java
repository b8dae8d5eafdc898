package io.assay.workbench.worlds;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one account does, each post at most once: where several behaviours lead to the same post the
 * earliest counts. What cannot be is left out: before the post or the account's own beginning,
 * after the crawler's last visit, with a post of one's own.
 */
final class EngagementsOfActor {
  private final Person actor;
  private final Society society;
  private final Map<Integer, Engagement> byPost = new HashMap<>();
  private int planted;
  private int hiding;

  EngagementsOfActor(Person actor, Society society) {
    this.actor = actor;
    this.society = society;
  }

  void add(Engagement engagement) {
    int post = engagement.post();
    int author = society.timeline().author(post);
    long second = engagement.second();
    if (author == actor.index()
        || second <= society.timeline().posted(post)
        || second < actor.created()
        || second >= society.seen(author)) {
      return;
    }
    planted += engagement.planted() ? 1 : 0;
    byPost.merge(post, engagement, (a, b) -> a.second() <= b.second() ? a : b);
  }

  /** The same of one that hides others; a post that is engaged already hides nothing more. */
  void addHiding(Engagement engagement) {
    int before = byPost.size();
    add(engagement);
    hiding += byPost.size() - before;
  }

  /** Those that hide others. */
  int hiding() {
    return hiding;
  }

  /** Planted ones that were added so far. */
  int planted() {
    return planted;
  }

  /** All, by time. */
  List<Engagement> sorted() {
    return byPost.values().stream()
        .sorted(Comparator.comparingLong(Engagement::second).thenComparingInt(Engagement::post))
        .toList();
  }

  /** Share that is planted, 0–1. */
  double plantedShare() {
    double fake = byPost.values().stream().filter(Engagement::planted).count();
    return byPost.isEmpty() ? 0 : fake / byPost.size();
  }
}

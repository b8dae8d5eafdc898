package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.List;

/**
 * Step 6: completes and cleans the first visitors of a farm, by turns: the posts that the group
 * hits, when, and who works there. Cost of a round: the events of the members and on the hits.
 */
final class FarmRefinement {
  private final HitSearch search;
  private final FarmLikelihood likelihood;
  private final FarmRules rules;
  private final Needs needs;

  FarmRefinement(Events events, Margins margins, FarmRules rules) {
    this(events, margins, rules, Needs.ofWhole());
  }

  /**
   * @param needs is told which accounts and posts are asked for; where one is missing, what is
   *     returned is of no use
   */
  FarmRefinement(Events events, Margins margins, FarmRules rules, Needs needs) {
    this.needs = needs;
    this.search = new HitSearch(events, margins, rules);
    this.likelihood = new FarmLikelihood(events, margins, rules);
    this.rules = rules;
  }

  /**
   * @param workers ascending
   * @param hits by post
   */
  record Refined(FarmStanding[] workers, List<Hit> hits) {
    int[] members() {
      return Arrays.stream(workers).mapToInt(FarmStanding::account).toArray();
    }
  }

  /** Null where no farm is left: too few workers, or hits on too few authors. */
  Refined refine(int[] visitors) {
    int[] group = visitors;
    Refined refined = null;
    for (int round = 0; round < rules.rounds(); round++) {
      if (group.length < rules.least()) {
        return null;
      }
      boolean known = needs.accounts(group);
      List<Hit> hits = search.of(group);
      // Asked for even where members are missing: most hits are those of the others.
      known &= needs.posts(hits);
      if (!known) {
        return null;
      }
      if (hits.stream().mapToInt(Hit::author).distinct().count() < rules.leastAuthors()) {
        return null;
      }
      refined = new Refined(likelihood.workers(group, hits, rules.worker()), hits);
      if (refined.workers().length < rules.least()) {
        return null;
      }
      int[] next = refined.members();
      if (Arrays.equals(next, group)) {
        break;
      }
      group = next;
    }
    return refined == null ? null : withTheLazy(refined);
  }

  /**
   * Once it is clear which posts are hit, those who work little are told from those who keep other
   * company: these hit other posts, which are no longer looked for.
   */
  private Refined withTheLazy(Refined farm) {
    return new Refined(likelihood.workers(farm.members(), farm.hits(), rules.lazy()), farm.hits());
  }
}

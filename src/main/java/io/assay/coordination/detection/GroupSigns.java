package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.List;

/**
 * Step 7: what a group is like. Times, evenness, stock phrases and the strength of ties only judge;
 * they find nobody.
 *
 * @param unevenness of who engages whom
 * @param synchrony of when
 * @param spread of how far apart delays are
 * @param stock of what is written
 * @param ties how strong those of a pod are
 * @param events that these come from
 * @param probability that such a group acts by agreement
 */
record GroupSigns(
    Unevenness unevenness,
    Synchrony synchrony,
    DelaySpread spread,
    StockShare stock,
    TieStrength ties,
    int events,
    double probability) {

  /**
   * A pod's: members are each other's targets.
   *
   * @param standings of its members, ascending
   */
  static GroupSigns ofPod(
      Events events, PodStanding[] standings, Background background, SignRules rules) {
    int[] members = Arrays.stream(standings).mapToInt(PodStanding::account).toArray();
    GroupEvents group = GroupEvents.ofPod(events, members);
    int[] posts = new int[members.length];
    for (int i = 0; i < members.length; i++) {
      posts[i] = events.postsOf(members[i]);
    }
    Unevenness uneven = Unevenness.of(events, group, members, members, posts);
    TieStrength ties = TieStrength.of(standings);
    return of(events, group, members.length, uneven, ties, background, rules, rules.pod());
  }

  /** A farm's: what counts of its targets are the posts that it hits. */
  static GroupSigns ofFarm(
      Events events, int[] members, List<Hit> hits, Background background, SignRules rules) {
    GroupEvents group = GroupEvents.ofFarm(events, members, hits);
    int[] targets = Sets.of(hits.stream().mapToInt(Hit::author).toArray());
    int[] hit = new int[targets.length];
    for (Hit h : hits) {
      hit[Arrays.binarySearch(targets, h.author())]++;
    }
    Unevenness uneven = Unevenness.of(events, group, members, targets, hit);
    return of(
        events, group, members.length, uneven, TieStrength.NONE, background, rules, rules.farm());
  }

  boolean isLikely(SignRules rules) {
    return probability >= rules.accept();
  }

  /** Strangers may be as even as dice, too, but do not give each other thousands. */
  private static double mostEven(GroupEvents group, SignRules rules, SignWeights weights) {
    double more = Math.log10(Math.max(1, group.events().length / rules.fewEvents()));
    return weights.mostEven() * (1 + rules.evenOfTenfold() * more);
  }

  private static GroupSigns of(
      Events events,
      GroupEvents group,
      int members,
      Unevenness uneven,
      TieStrength ties,
      Background background,
      SignRules rules,
      SignWeights weights) {
    Synchrony synchrony = Synchrony.of(events, group, background, rules);
    DelaySpread spread = DelaySpread.of(events, group, background, rules);
    StockShare stock = StockShare.of(events, group, background, rules);
    double logit =
        weights.base()
            + weights.evenness() * Math.min(mostEven(group, rules, weights), uneven.sign(rules))
            + weights.synchrony() * synchrony.sign(rules, weights.neutral())
            + weights.spread() * spread.sign(rules, weights.neutral())
            + weights.stock() * stock.sign(rules)
            + weights.ties() * ties.sign(rules)
            + weights.size() * Math.max(0, Math.log(members / rules.friends()));
    return new GroupSigns(
        uneven, synchrony, spread, stock, ties, group.events().length, 1 / (1 + Math.exp(-logit)));
  }
}

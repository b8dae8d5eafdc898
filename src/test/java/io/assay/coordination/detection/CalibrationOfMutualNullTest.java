package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * In a world where everybody acts alone, improbable pairs are as rare as they say. Pairs are drawn
 * before anything is selected.
 */
class CalibrationOfMutualNullTest {
  private static final int AUTHORS = 200;
  private static final int ACCOUNTS = 3_000;
  private static final int NICHES = 4;
  private static final int POSTS = 10;
  private static final int DRAWN = 20_000;

  /** Activity and popularity are log-normal; most of what one does is in the own niche. */
  private static Events world() {
    SmallCrawl crawl = SmallCrawl.of(ACCOUNTS, AUTHORS, POSTS);
    double[] upTo = new double[AUTHORS];
    for (int v = 0; v < AUTHORS; v++) {
      upTo[v] = (v < NICHES ? 0 : upTo[v - NICHES]) + Math.exp(normal(v, 1));
    }
    for (int u = 0; u < ACCOUNTS; u++) {
      int events = (int) Math.ceil((u < AUTHORS ? 60 : 20) * Math.exp(1.2 * normal(u, 2)));
      for (int i = 0; i < Math.min(events, 1_500); i++) {
        long draw = StableHash.ofPair(u, i);
        boolean atHome = uniform(draw, 3) < 0.7;
        int niche = atHome ? u % NICHES : (int) (NICHES * uniform(draw, 4));
        int last = AUTHORS - NICHES + niche;
        double target = upTo[last] * uniform(draw, 5);
        int v = niche;
        while (upTo[v] < target) {
          v += NICHES;
        }
        crawl.likes(u, v, (int) (POSTS * uniform(draw, 6)));
      }
    }
    return crawl.build();
  }

  private static double uniform(long draw, int salt) {
    return StableHash.uniform(StableHash.of(draw, salt));
  }

  /** By Box and Muller. */
  private static double normal(int who, int salt) {
    double radius = Math.sqrt(-2 * Math.log(1 - uniform(who, 10 + salt)));
    return radius * Math.cos(2 * Math.PI * uniform(who, 20 + salt));
  }

  @Test
  void improbablePairsAreRare() {
    Events events = world();
    Margins margins = Margins.of(events, Niches.find(events, CoordinationMethod.DEFAULT.niches()));
    assertThat(margins.niches().count()).isEqualTo(NICHES);
    CreatorPairs pairs = CreatorPairs.of(events);
    MutualRules rules = CoordinationMethod.DEFAULT.mutual();
    MutualNull chance = new MutualNull(margins, MutualPairs.improbable(pairs, margins, rules));
    int oneWay = 0;
    int bothWays = 0;
    double expected = 0;
    double seen = 0;
    for (int i = 0; i < DRAWN; i++) {
      int u = (int) (AUTHORS * uniform(i, 31));
      int v = (u + 1 + (int) ((AUTHORS - 1) * uniform(i, 32))) % AUTHORS;
      double there = chance.chance(u, v, pairs.count(u, v));
      double back = chance.chance(v, u, pairs.count(v, u));
      oneWay += there <= 0.01 ? 1 : 0;
      bothWays += MutualPairs.both(there, back) <= 0.01 ? 1 : 0;
      expected += chance.rate(u, v);
      seen += pairs.count(u, v);
    }
    assertThat(oneWay / (double) DRAWN).isLessThanOrEqualTo(0.015);
    assertThat(bothWays / (double) DRAWN).isLessThanOrEqualTo(0.015);
    // Nor is the null so wide that it would hide everything.
    assertThat(expected / seen).isBetween(0.7, 2.0);
  }
}

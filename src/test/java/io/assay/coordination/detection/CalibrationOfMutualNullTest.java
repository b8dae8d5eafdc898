package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/**
 * In a world where everybody acts alone, improbable pairs are as rare as they say. Pairs are drawn
 * before anything is selected.
 */
class CalibrationOfMutualNullTest {
  private static final int DRAWN = 20_000;

  private static double uniform(long draw, int salt) {
    return StableHash.uniform(StableHash.of(draw, salt));
  }

  @Test
  void improbablePairsAreRare() {
    Events events = LoneWorld.events();
    Margins margins =
        Margins.of(events, Niches.find(events, CoordinationMethod.DEFAULT.niches(), new BitSet()));
    assertThat(margins.niches().count()).isEqualTo(LoneWorld.NICHES);
    CreatorPairs pairs = CreatorPairs.of(events);
    MutualRules rules = CoordinationMethod.DEFAULT.mutual();
    MutualNull chance = new MutualNull(margins, MutualPairs.improbable(pairs, margins, rules));
    int oneWay = 0;
    int bothWays = 0;
    double expected = 0;
    double seen = 0;
    for (int i = 0; i < DRAWN; i++) {
      int u = (int) (LoneWorld.AUTHORS * uniform(i, 31));
      int v = (u + 1 + (int) ((LoneWorld.AUTHORS - 1) * uniform(i, 32))) % LoneWorld.AUTHORS;
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

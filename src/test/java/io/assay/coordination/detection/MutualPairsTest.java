package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MutualPairsTest {
  private static final MutualRules TENTH = new MutualRules(0.1, 2, 0);

  /**
   * Four authors of two posts, two others. 0 and 1 engage each other, 0 twice and 1 once; one-sided
   * are 2 on 0, 4 on 0, 1 and 2, and 5 on 1: five events, of which two on 0, two on 1, one on 2.
   */
  private static final Events EVENTS =
      SmallCrawl.of(6, 4, 2)
          .likes(0, 1, 0)
          .likes(0, 1, 1)
          .likes(1, 0, 0)
          .likes(2, 0, 0)
          .likes(4, 0, 0)
          .likes(4, 1, 0)
          .likes(4, 2, 0)
          .likes(5, 1, 1)
          .build();

  private static final CreatorPairs PAIRS = CreatorPairs.of(EVENTS);

  private static MutualNull chance(Niches niches) {
    return new MutualNull(Margins.of(EVENTS, niches), Reciprocated.of(PAIRS));
  }

  @Test
  void pairsOfCreatorsAreListedBothWays() {
    assertThat(PAIRS.count(0, 1)).isEqualTo(2);
    assertThat(PAIRS.count(1, 0)).isEqualTo(1);
    assertThat(PAIRS.count(0, 2)).isZero();
    assertThat(PAIRS.endIn(0) - PAIRS.firstIn(0)).isEqualTo(2);
    assertThat(PAIRS.from(PAIRS.firstIn(0) + 1)).isEqualTo(2);
    assertThat(PAIRS.endIn(1) - PAIRS.firstIn(1)).isEqualTo(1);
    assertThat(PAIRS.taken(PAIRS.firstIn(1))).isEqualTo(2);
  }

  @Test
  void pairsCountedElsewhereAreTheSame() {
    CreatorPairs given =
        CreatorPairs.ofCounts(4, new int[] {0, 1, 2}, new int[] {1, 0, 0}, new int[] {2, 1, 1});
    for (int u = 0; u < 4; u++) {
      for (int v = 0; v < 4; v++) {
        assertThat(given.count(u, v)).isEqualTo(PAIRS.count(u, v));
      }
    }
    assertThat(given.taken(given.firstIn(0))).isEqualTo(1);
    assertThatThrownBy(
            () -> CreatorPairs.ofCounts(4, new int[] {1, 1}, new int[] {2, 0}, new int[] {1, 1}))
        .hasMessageContaining("pair 1, 0 stands behind a higher one");
  }

  @Test
  void onlyWhoEngageEachOtherAreReciprocated() {
    Reciprocated mutual = Reciprocated.of(PAIRS);
    assertThat(mutual.size()).isEqualTo(2);
    assertThat(mutual.to(mutual.first(0))).isEqualTo(1);
    assertThat(mutual.to(mutual.first(1))).isZero();
    assertThat(mutual.first(2)).isEqualTo(mutual.end(2));
  }

  @Test
  void chanceFollowsFromWhatIsOneSided() {
    MutualNull chance = chance(Niches.none(4));
    // Both of 0's events are on 1, who engages it: (0 + 1) x 2 / 5.
    assertThat(chance.rate(0, 1)).isCloseTo(0.4, within(1e-12));
    // (1 + 1) x 2 / 5.
    assertThat(chance.rate(2, 0)).isCloseTo(0.8, within(1e-12));
    // Nobody engages 3.
    assertThat(chance.rate(0, 3)).isEqualTo(0.001);
  }

  @Test
  void aNicheMakesMeetingsLikelier() {
    // In the niche of 0 and 1 four events are one-sided: (0 + 1) x 2 / 4.
    MutualNull chance = chance(new Niches(new int[] {0, 0, 1, 1}));
    assertThat(chance.rate(0, 1)).isCloseTo(0.5, within(1e-12));
    assertThat(chance.rate(2, 0)).isCloseTo((1 + 1) * 2 / 4.0, within(1e-12));
  }

  @Test
  void bothDirectionsTogetherAreTested() {
    // P(X >= 2; .4) = 1 - 1.4 e^-.4 and P(X >= 1; .4) = 1 - e^-.4; x (1 - ln x) of their product.
    double product = (1 - 1.4 * Math.exp(-0.4)) * (1 - Math.exp(-0.4));
    MutualPairs found = MutualPairs.of(PAIRS, Margins.of(EVENTS, Niches.none(4)), TENTH);
    assertThat(found.edges().size()).isEqualTo(1);
    assertThat(found.edges().from()[0]).isZero();
    assertThat(found.edges().to()[0]).isEqualTo(1);
    assertThat(found.given()).containsExactly(2);
    assertThat(found.taken()).containsExactly(1);
    assertThat(found.chance()[0])
        .isCloseTo(product * (1 - Math.log(product)), within(1e-12))
        .isCloseTo(0.0994, within(1e-4));
    // The usual rules ask for less than .05.
    MutualPairs usual =
        MutualPairs.of(
            PAIRS, Margins.of(EVENTS, Niches.none(4)), CoordinationMethod.DEFAULT.mutual());
    assertThat(usual.edges().size()).isZero();
  }

  @Test
  void nobodyWhoPublishesHasNoPairs() {
    Events none = new SmallCrawl(3).build();
    MutualPairs found =
        MutualPairs.of(CreatorPairs.of(none), Margins.of(none, Niches.none(0)), TENTH);
    assertThat(found.edges().size()).isZero();
  }
}

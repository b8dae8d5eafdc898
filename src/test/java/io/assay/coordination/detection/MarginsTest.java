package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarginsTest {
  /** Authors 0, 1 (niche 0), 2 (niche 1), 3 (none), one post each; 4 engages all, 0 only 1. */
  private static final Events EVENTS =
      SmallCrawl.of(5, 4, 1)
          .likes(4, 0, 0)
          .likes(4, 1, 0)
          .likes(4, 2, 0)
          .likes(4, 3, 0)
          .likes(0, 1, 0)
          .build();

  private static final Margins MARGINS =
      Margins.of(EVENTS, new Niches(new int[] {0, 0, 1, Niches.NONE}));

  @Test
  void eventsAreCountedByActorAuthorAndPost() {
    assertThat(MARGINS.byActor()).containsExactly(1, 0, 0, 0, 4);
    assertThat(MARGINS.byAuthor()).containsExactly(1, 2, 1, 1);
    assertThat(MARGINS.byPost()).containsExactly(1, 2, 1, 1);
    assertThat(MARGINS.events()).isEqualTo(5);
    assertThat(MARGINS.actors()).isEqualTo(2);
  }

  @Test
  void eventsAreCountedByNicheWhereThereIsOne() {
    assertThat(MARGINS.inNiches().of(4, 0)).isEqualTo(2);
    assertThat(MARGINS.inNiches().of(4, 1)).isEqualTo(1);
    assertThat(MARGINS.inNiches().of(0, 1)).isZero();
    assertThat(MARGINS.inNiches().all(0)).isEqualTo(3);
    assertThat(MARGINS.inNiches().all(1)).isEqualTo(1);
    assertThat(MARGINS.inNicheOf(4, 1)).isEqualTo(2);
    assertThat(MARGINS.inNicheOf(4, 3)).isZero();
    long[] sums = new long[3];
    MARGINS.inNiches().addTo(sums, 1, 4);
    assertThat(sums).containsExactly(0, 2, 1);
  }

  @Test
  void withoutNichesNothingIsCountedByNiche() {
    Margins none = Margins.of(EVENTS, Niches.none(4));
    assertThat(none.niches().count()).isZero();
    assertThat(none.inNicheOf(4, 0)).isZero();
  }

  @Test
  void countsMadeElsewhereAreTheSame() {
    NicheCounts given =
        NicheCounts.ofCounts(
            5, new int[] {0, 4, 4}, new int[] {0, 0, 1}, new int[] {1, 2, 1}, new long[] {3, 1});
    for (int u = 0; u < 5; u++) {
      for (int c = 0; c < 2; c++) {
        assertThat(given.of(u, c)).isEqualTo(MARGINS.inNiches().of(u, c));
      }
    }
    assertThatThrownBy(
            () ->
                NicheCounts.ofCounts(
                    5, new int[] {4, 0}, new int[] {0, 0}, new int[] {1, 1}, new long[] {2}))
        .hasMessageContaining("actor 0, niche 0 stands behind a higher one");
  }
}

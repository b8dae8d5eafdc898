package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.workbench.evaluation.GroupMatch.Overlap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Labelled groups have numbers from 1, found ones from 11. */
class MatchedGroupsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void partnersTogetherShareAsMuchAsTheyCan() {
    // 1 and 11 are 4 and 4 accounts of which 3 are common: .75; 1 and 12 share 1 of 4 + 2: 1/3;
    // 2 and 11 share 1 of 2 + 4: 1/3; 2 and 12 share 1 of 2 + 2: .5. 3 shares with nobody.
    MatchedGroups matched =
        MatchedGroups.of(
            Map.of(1L, 4L, 2L, 2L, 3L, 5L),
            Map.of(11L, 4L, 12L, 2L),
            List.of(
                new Overlap(1, 11, 3),
                new Overlap(1, 12, 1),
                new Overlap(2, 11, 1),
                new Overlap(2, 12, 1)));
    assertThat(matched.of(1)).isCloseTo(.75, EXACT);
    assertThat(matched.of(2)).isCloseTo(.5, EXACT);
    assertThat(matched.of(3)).isZero();
    assertThat(matched.f1()).containsOnlyKeys(1L, 2L);
  }

  @Test
  void aGroupGivesUpItsBestPartnerWhereTheOtherHasNone() {
    // 1 shares 3 of 4 + 4 with 11 and 2 of 4 + 4 with 12; 2 shares with 11 alone, 1 of 2 + 4
    MatchedGroups matched =
        MatchedGroups.of(
            Map.of(1L, 4L, 2L, 2L),
            Map.of(11L, 4L, 12L, 4L),
            List.of(new Overlap(1, 11, 3), new Overlap(1, 12, 2), new Overlap(2, 11, 1)));
    assertThat(matched.of(1)).isCloseTo(.5, EXACT);
    assertThat(matched.of(2)).isCloseTo(1 / 3.0, EXACT);
  }

  @Test
  void tooManyGroupsThatAllOverlapAreNotPaired() {
    Map<Long, Long> truths = new HashMap<>();
    Map<Long, Long> founds = new HashMap<>();
    List<Overlap> overlaps = new ArrayList<>();
    for (long i = 0; i < 2000; i++) {
      truths.put(i, 2L);
      founds.put(10_000 + i, 2L);
      overlaps.add(new Overlap(i, 10_000 + i, 1));
      overlaps.add(new Overlap(i, 10_000 + (i + 1) % 2000, 1));
    }
    MatchedGroups matched = MatchedGroups.of(truths, founds, overlaps);
    assertThat(matched.reason()).contains("2000 labelled and 2000 found groups overlap");
    assertThat(matched.of(1)).isNaN();
  }
}

package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.workbench.evaluation.GroupMatch.Overlap;
import io.assay.workbench.evaluation.MutualInformation.Cell;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Labelled groups have numbers from 1, found ones from 11. */
class GroupsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void groupsMatchFromHalfOfTheirUnionOn() {
    // 1 and 11 share 3 of 4 + 3 - 3 = 4; 2 and 12 share 2 of 4 + 4 - 2 = 6; 3 and 13 2 of 4
    GroupMatch match =
        GroupMatch.of(
            Map.of(1L, 4L, 2L, 4L, 3L, 4L),
            Map.of(11L, 3L, 12L, 4L, 13L, 2L),
            List.of(new Overlap(1, 11, 3), new Overlap(2, 12, 2), new Overlap(3, 13, 2)));
    assertThat(match.truths()).containsExactlyInAnyOrder(1L, 3L);
    assertThat(match.founds()).containsExactlyInAnyOrder(11L, 13L);
  }

  @Test
  void aGroupHasOnePartner() {
    // 1 fell into two halves, each half of it: one of them is paired, the other is wrong
    GroupMatch halves =
        GroupMatch.of(
            Map.of(1L, 4L),
            Map.of(11L, 2L, 12L, 2L),
            List.of(new Overlap(1, 12, 2), new Overlap(1, 11, 2)));
    assertThat(halves.truths()).containsExactly(1L);
    assertThat(halves.founds()).containsExactly(11L);
    // the better partner first, whatever the numbers: 4 of 5 before 3 of 5
    GroupMatch better =
        GroupMatch.of(
            Map.of(1L, 5L),
            Map.of(11L, 3L, 12L, 4L),
            List.of(new Overlap(1, 11, 3), new Overlap(1, 12, 4)));
    assertThat(better.founds()).containsExactly(12L);
  }

  @Test
  void informationOfEqualPartitionsIsOne() {
    assertThat(nmi(new Cell(1, 11, 2), new Cell(2, 12, 3))).isCloseTo(1, EXACT);
    assertThat(nmi(new Cell(1, 11, 5))).isCloseTo(1, EXACT);
  }

  @Test
  void oneGroupOfEverybodyTellsNothing() {
    // truth has entropy ln 2, the one found group 0, both together ln 2: nothing in common
    assertThat(nmi(new Cell(1, 11, 2), new Cell(2, 11, 2))).isCloseTo(0, EXACT);
  }

  @Test
  void accountsThatOneSideLeavesAloneAreGroupsOfTheirOwn() {
    // truth {a b} {c} {d}, found {a b} {c d}: entropies 1.5 ln 2 and ln 2, together 1.5 ln 2, so
    // ln 2 in common: 2 x 1 / (1.5 + 1)
    assertThat(nmi(new Cell(1, 11, 2), new Cell(0, 12, 2))).isCloseTo(.8, EXACT);
    // the same the other way round
    assertThat(nmi(new Cell(1, 11, 2), new Cell(2, 0, 2))).isCloseTo(.8, EXACT);
  }

  @Test
  void nothingFoundSharesWhatSinglesShare() {
    // truth {a b}, found {a} {b}: entropies 0 and ln 2, nothing in common
    assertThat(nmi(new Cell(1, 0, 2))).isCloseTo(0, EXACT);
    assertThat(MutualInformation.of(List.of(), group -> 1)).isNaN();
  }

  @Test
  void aGroupThatIsDrawnTwiceCountsTwice() {
    // {a b} twice and {c d} once, found as one: as 4 and 2 accounts
    double drawn =
        MutualInformation.of(
            List.of(new Cell(1, 11, 2), new Cell(2, 12, 1), new Cell(2, 13, 1)),
            group -> group == 1 ? 2 : 1);
    assertThat(drawn)
        .isCloseTo(nmi(new Cell(1, 11, 4), new Cell(2, 12, 1), new Cell(2, 13, 1)), EXACT);
  }

  private static double nmi(Cell... cells) {
    return MutualInformation.of(List.of(cells), group -> 1);
  }
}

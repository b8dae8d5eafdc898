package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a farm works for, and whom it only hits. */
class FarmTargetTest {
  private static final Events EVENTS = new SmallCrawl(20, 6, 5, 30, 4, 8).build();

  /** Hits on the first posts of each author. */
  private static List<FarmTarget> targets(int... hitsByAuthor) {
    List<Hit> hits = new ArrayList<>();
    for (int v = 0; v < hitsByAuthor.length; v++) {
      for (int k = 0; k < hitsByAuthor[v]; k++) {
        hits.add(new Hit(EVENTS.firstPostOf(v) + k, v, 5, 0, new HitWindow(0, 9, 5, 0.5)));
      }
    }
    int[] members = {10, 11, 12, 13, 14};
    return FarmTarget.of(
        EVENTS,
        new CoordinatedGroup(
            GroupKind.FARM,
            members,
            new int[] {0, 1, 2, 3, 4},
            hits,
            List.of(),
            List.of(),
            null,
            null,
            Hub.NONE,
            Verdict.ACCEPTED));
  }

  /** Four of six, or more, would be more than two thirds of six: five is, four is not. */
  @Test
  void customersAreHitMoreThanTwoThirdsAsOftenAsWhoIsHitMost() {
    List<FarmTarget> targets = targets(6, 5, 4, 3, 0);
    assertThat(targets).extracting(FarmTarget::author).containsExactly(0, 1, 2, 3);
    assertThat(targets).extracting(FarmTarget::hits).containsExactly(6, 5, 4, 3);
    assertThat(targets).extracting(FarmTarget::posts).containsExactly(6, 5, 30, 4);
    assertThat(targets)
        .extracting(FarmTarget::role)
        .containsExactly(
            TargetRole.CUSTOMER, TargetRole.CUSTOMER, TargetRole.VICTIM, TargetRole.VICTIM);
    assertThat(targets.get(3).share()).isEqualTo(0.75);
  }

  /** Where nobody is hit twice, or somebody else far more often, nothing says who paid. */
  @Test
  void whoCannotBeToldFromAVictimIsOne() {
    assertThat(targets(1, 1, 1, 1, 1)).extracting(FarmTarget::role).containsOnly(TargetRole.VICTIM);
    assertThat(targets(2, 2, 20, 2, 2).stream().filter(t -> t.role() == TargetRole.CUSTOMER))
        .extracting(FarmTarget::author)
        .containsExactly(2);
  }

  @Test
  void aPodHasNoTargetsBesidesItself() {
    assertThat(targets()).isEmpty();
  }
}

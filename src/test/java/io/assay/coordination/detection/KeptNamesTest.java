package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.coordination.detection.PlatformCrawl.Named;
import io.assay.coordination.detection.PlatformCrawl.NamesBefore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptNamesTest {
  private static final long[] KEYS = {10, 11, 12, 13, 14, 15, 16, 17};

  /** Accounts 0 to 3 were pod-a, with one more who is gone; 4 and 5 were pod-b. */
  private static final NamesBefore BEFORE =
      new NamesBefore(
          new int[] {0, 1, 2, 3, 4, 5},
          List.of("pod-a", "pod-a", "pod-a", "pod-a", "pod-b", "pod-b"),
          Map.of("pod-a", new Named(5, 100), "pod-b", new Named(2, 101)));

  private static List<KeptNames.Name> names(List<int[]> groups, String... forms) {
    return new KeptNames(BEFORE, KEYS, 102).of(groups, List.of(forms));
  }

  @Test
  void halfOfAGroupKeepsItsName() {
    // Three of five, and one of two.
    assertThat(names(List.of(new int[] {0, 1, 2, 6}, new int[] {5, 7}), "pod", "pod"))
        .containsExactly(new KeptNames.Name("pod-a", 100), new KeptNames.Name("pod-b", 101));
  }

  @Test
  void lessThanHalfGetsANewOne() {
    KeptNames.Name name = names(List.<int[]>of(new int[] {0, 1, 6, 7}), "pod").get(0);
    assertThat(name.text()).matches("pod-[0-9a-f]{8}");
    assertThat(name.since()).isEqualTo(102);
  }

  @Test
  void ofTwoThatClaimANameTheOneWithMoreOfItGetsIt() {
    NamesBefore six =
        new NamesBefore(
            new int[] {0, 1, 2, 3},
            List.of("pod-a", "pod-a", "pod-a", "pod-a"),
            Map.of("pod-a", new Named(4, 100)));
    List<KeptNames.Name> names =
        new KeptNames(six, KEYS, 102)
            .of(List.of(new int[] {0, 1}, new int[] {1, 2, 3}), List.of("pod", "pod"));
    assertThat(names.get(0).since()).isEqualTo(102);
    assertThat(names.get(1)).isEqualTo(new KeptNames.Name("pod-a", 100));
  }

  @Test
  void aGroupThatUnitesTwoBearsTheNameOfTheLarger() {
    assertThat(names(List.<int[]>of(new int[] {0, 1, 2, 3, 4, 5}), "pod"))
        .containsExactly(new KeptNames.Name("pod-a", 100));
  }

  @Test
  void aFarmIsNoPod() {
    assertThat(names(List.<int[]>of(new int[] {0, 1, 2, 3}), "farm").get(0).text())
        .startsWith("farm-");
  }

  /** Members decide, not the order in which groups come or the day's earlier names. */
  @Test
  void aNewNameFollowsFromDayAndMembers() {
    int[] members = {6, 7};
    String name = names(List.<int[]>of(members), "pod").get(0).text();
    assertThat(names(List.of(new int[] {0, 1, 2}, members), "pod", "pod").get(1).text())
        .isEqualTo(name);
    assertThat(new KeptNames(BEFORE, KEYS, 103).of(List.<int[]>of(members), List.of("pod")).get(0))
        .extracting(KeptNames.Name::text)
        .isNotEqualTo(name);
  }
}

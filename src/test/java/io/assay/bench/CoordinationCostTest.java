package io.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code jobs/bench --only coordination} prints, and with what it is not content. */
class CoordinationCostTest {
  private static final Timed FIXED = new Timed(4, 6);

  private static CoordinationCost cost(long rows, double clock, Timed join) {
    return new CoordinationCost(
        rows, rows / 2, new Timed(clock, 2 * clock), FIXED, new Timed(2, 8), join, 3_000);
  }

  @Test
  void aLineHoldsRatiosBesideSeconds() {
    CoordinationCost million = cost(1_000_000, 8, new Timed(32, 64));
    // 8 / 2 and 16 / 8; 8 / 32 and 16 / 64; 8 - 4 seconds for half a million.
    assertThat(million.line(null).trim().split(" +"))
        .containsExactly(
            "1,000,000",
            "500,000",
            "8.0",
            "16.0",
            "2.0",
            "4.00",
            "2.00",
            "32.0",
            "0.25",
            "0.25",
            "8.00",
            "-",
            "-",
            "3,000");
    // Ten times the rows in ten times the time.
    assertThat(cost(10_000_000, 80, null).line(million).trim().split(" +"))
        .containsExactly(
            "10,000,000",
            "5,000,000",
            "80.0",
            "160.0",
            "2.0",
            "40.00",
            "20.00",
            "-",
            "-",
            "-",
            "15.20",
            "1.00",
            "1.00",
            "3,000");
  }

  @Test
  void theExponentIsOfTimeBySize() {
    assertThat(CoordinationCost.exponent(2, 18, 3)).isCloseTo(2, within(1e-12));
  }

  @Test
  void slowMillionsAndGrowthBeyondTheRowsAreTold() {
    CoordinationCost million = cost(1_000_000, 8, null);
    assertThat(million.acceptable(null)).isTrue();
    assertThat(cost(1_000_000, 8.1, null).acceptable(null)).isFalse();
    assertThat(cost(1_000_000, 8.1, null).line(null)).endsWith("OVER THE BAR");
    // 8 * 2 ^ 1.15 = 17.75.
    assertThat(cost(2_000_000, 17.7, null).acceptable(million)).isTrue();
    assertThat(cost(2_000_000, 17.8, null).acceptable(million)).isFalse();
    assertThat(cost(10_000_000, 90, null).acceptable(null)).isTrue();
    assertThat(cost(10_000_000, 90.1, null).acceptable(null)).isFalse();
  }

  @Test
  void aGroupIsKeptWhereNineteenInTwentyMembersStay() {
    Set<String> five = Set.of("a", "b", "c", "d", "e");
    Set<String> other = Set.of("p", "q");
    GroupsKept kept =
        GroupsKept.of(
            Map.of("pod-1", five, "farm-1", other),
            Map.of("pod-9", five, "farm-1", other, "farm-2", Set.of("x")));
    assertThat(kept).isEqualTo(new GroupsKept(2, 0, 1, 1));
    assertThat(kept.acceptable()).isTrue();
    // Four in five members stay of the one, of the other both.
    GroupsKept lost =
        GroupsKept.of(
            Map.of("pod-1", five, "farm-1", other),
            Map.of("pod-1", Set.of("a", "b", "c", "d"), "farm-1", other));
    assertThat(lost).isEqualTo(new GroupsKept(2, 1, 1, 0));
    assertThat(lost.text()).contains("of 2 accepted groups 1 lost").endsWith("OVER THE BAR");
  }

  @Test
  void aCrawlInWhichNothingWasFoundShowsNothing() {
    assertThat(GroupsKept.of(Map.of(), Map.of()).acceptable()).isFalse();
  }
}

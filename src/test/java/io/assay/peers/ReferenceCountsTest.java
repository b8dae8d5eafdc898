package io.assay.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ReferenceCountsTest {
  private static final List<Row> ALL =
      List.of(
          count("y", "y all", "followings", 3, 7),
          count("x", "x small", "rate_spread", 9, 2),
          count("x", "x all", "followings", 5, 4),
          count("x", "x all", "followings", 3, 10));

  private static Row count(String platform, String group, String signal, int bin, long n) {
    return RowFactory.create(platform, group, signal, bin, n);
  }

  @Test
  void someAreTakenFromTheirGroupSignalAndBin() {
    assertThat(
            ReferenceCounts.without(
                ALL,
                List.of(
                    count("x", "x all", "followings", 3, 1),
                    count("x", "x all", "followings", 5, 4))))
        .as("in the order of groups, signals and bins; where nobody is left there is no bin")
        .containsExactly(
            count("x", "x all", "followings", 3, 9),
            count("x", "x small", "rate_spread", 9, 2),
            count("y", "y all", "followings", 3, 7));
  }

  @Test
  void withoutNobodyAllAreLeft() {
    assertThat(ReferenceCounts.without(ALL, List.of())).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(ReferenceCounts.without(ALL, ALL)).isEmpty();
  }

  @Test
  void whoIsNotAmongAllCannotBeTakenAway() {
    assertThatThrownBy(
            () -> ReferenceCounts.without(ALL, List.of(count("x", "x all", "followings", 5, 5))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> ReferenceCounts.without(ALL, List.of(count("x", "x all", "quiet_hours", 5, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

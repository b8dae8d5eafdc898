package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class GroupsBySizeTest {

  private static GroupsBySize groups(int atLeast, Long... followers) {
    List<Row> profiles =
        List.of(followers).stream().map(n -> RowFactory.create("x", null, n)).toList();
    Iterable<Row> counted = () -> new CountProfiles().call(profiles.iterator());
    return GroupsBySize.of(new ProfileCounts().addAll(counted).octaves(), atLeast);
  }

  @Test
  void neighboursShareAGroupUntilItHoldsEnough() {
    GroupsBySize groups = groups(2, 0L, 1L, 5L, 900L, 1_000_000L);
    assertThat(groups.of("x", 0L)).isEqualTo("x 0-1 followers");
    assertThat(groups.of("x", 1L)).isEqualTo("x 0-1 followers");
    // Too few are above 900 followers, so they join those below.
    assertThat(groups.of("x", 5L)).isEqualTo("x 4-1048575 followers");
    assertThat(groups.of("x", 1_000_000L)).isEqualTo("x 4-1048575 followers");
  }

  @Test
  void onePlatformsFewAccountsAreOneGroup() {
    GroupsBySize groups = groups(200, 3L, 70L);
    assertThat(groups.of("x", 3L)).isEqualTo("x 2-127 followers");
    assertThat(groups.of("x", 70L)).isEqualTo("x 2-127 followers");
  }

  @Test
  void platformsAreMergedApart() {
    ProfileCounts counts = new ProfileCounts();
    for (long followers : List.of(2L, 2L, 4L, 4L, 4L, 4L, 4L, 128L)) {
      counts.add("x", null, followers);
    }
    counts.add("y", null, 2L);
    GroupsBySize groups = GroupsBySize.of(counts.octaves(), 6);
    // Two and five are enough, and what is left over joins them; the other platform has one.
    assertThat(groups.of("x", 2L)).isEqualTo("x 2-255 followers");
    assertThat(groups.of("x", 128L)).isEqualTo("x 2-255 followers");
    assertThat(groups.of("y", 2L)).isEqualTo("y 2-3 followers");
  }

  @Test
  void whoHidesFollowersHasAGroupToHimself() {
    assertThat(groups(1, 3L).of("x", null)).isEqualTo("x followers unknown");
    assertThat(new GroupsBySize(Map.of()).of("y", null)).isEqualTo("y followers unknown");
  }
}

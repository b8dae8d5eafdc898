package io.assay.clusters;

import static io.assay.clusters.SignalRows.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ids from day to day. */
class ClusterNamesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  private static final Cluster ONE = new Cluster("one", List.of(leaf(0)), null);
  private static final Cluster TWO = new Cluster("two", List.of(leaf(1)), null);

  private static final ClusterNames.Before OLD = before("audience-2026-10-01-01", 100);
  private static final ClusterNames.Before OTHER = before("audience-2026-10-01-02", 100);

  private static ClusterNames.Before before(String id, long accounts) {
    return new ClusterNames.Before("x", Stratum.AUDIENCE, id, FIRST, "what it was", accounts);
  }

  private static ClusterNames names(
      List<ClusterNames.Before> before, List<ClusterNames.SharedMembers> shared) {
    return ClusterNames.of(List.of(ONE, TWO), Map.of("one", 100L, "two", 50L), before, shared, DAY);
  }

  @Test
  void withoutADayBeforeAllAreNewAndNumbered() {
    ClusterNames names = names(List.of(), List.of());
    assertThat(names.named())
        .containsOnly(
            Map.entry("one", new ClusterNames.NamedCluster("audience-2026-10-31-01", DAY, true)),
            Map.entry("two", new ClusterNames.NamedCluster("audience-2026-10-31-02", DAY, true)));
    assertThat(names.gone()).isEmpty();
  }

  @Test
  void halfOfAllMembersMakesItTheSame() {
    // Of 100 + 50 - 50 members both have 50.
    ClusterNames names =
        names(List.of(OLD), List.of(new ClusterNames.SharedMembers("two", OLD, 50)));
    assertThat(names.named().get("two"))
        .isEqualTo(new ClusterNames.NamedCluster("audience-2026-10-01-01", FIRST, false));
    assertThat(names.named().get("one").id()).isEqualTo("audience-2026-10-31-01");
    assertThat(names.gone()).isEmpty();
  }

  @Test
  void oneLessMakesItNew() {
    // Of 100 + 50 - 49 = 101 members both have 49.
    ClusterNames names =
        names(List.of(OLD), List.of(new ClusterNames.SharedMembers("two", OLD, 49)));
    assertThat(names.named().get("two").isNew()).isTrue();
    assertThat(names.gone()).containsExactly(OLD);
  }

  @Test
  void ofTwoThatCouldBeItTheNearerIs() {
    ClusterNames names =
        names(
            List.of(OLD, OTHER),
            List.of(
                new ClusterNames.SharedMembers("one", OLD, 70),
                new ClusterNames.SharedMembers("one", OTHER, 80)));
    assertThat(names.named().get("one").id()).isEqualTo(OTHER.id());
    assertThat(names.gone()).containsExactly(OLD);
  }

  @Test
  void anIdIsGivenOnce() {
    // Of 100 + 100 - 70 = 130 one has 70 (.54), of 100 + 50 - 50 = 100 two has 50 (.5).
    ClusterNames names =
        names(
            List.of(OLD),
            List.of(
                new ClusterNames.SharedMembers("two", OLD, 50),
                new ClusterNames.SharedMembers("one", OLD, 70)));
    assertThat(names.named().get("one").id()).isEqualTo(OLD.id());
    assertThat(names.named().get("two").isNew()).isTrue();
  }

  @Test
  void ofEquallyNearOnesTheFirstIsTaken() {
    ClusterNames names =
        names(
            List.of(OTHER, OLD),
            List.of(
                new ClusterNames.SharedMembers("one", OTHER, 80),
                new ClusterNames.SharedMembers("one", OLD, 80)));
    assertThat(names.named().get("one").id()).isEqualTo(OLD.id());
  }

  @Test
  void platformsAndStrataAreNumberedApart() {
    Cluster creators = new Cluster("c", List.of(new Leaf("x", Stratum.CREATORS, 0)), null);
    Cluster elsewhere = new Cluster("e", List.of(new Leaf("y", Stratum.AUDIENCE, 0)), null);
    ClusterNames names =
        ClusterNames.of(
            List.of(ONE, creators, elsewhere),
            Map.of("one", 1L, "c", 1L, "e", 1L),
            List.of(),
            List.of(),
            DAY);
    assertThat(names.named().get("c").id()).isEqualTo("creators-2026-10-31-01");
    assertThat(names.named().get("e").id()).isEqualTo("audience-2026-10-31-01");
  }
}

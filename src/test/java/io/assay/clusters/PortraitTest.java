package io.assay.clusters;

import static io.assay.clusters.SignalRows.BINS;
import static io.assay.clusters.SignalRows.bins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** In what members differ, by counts of pairs that can be done by hand. */
class PortraitTest {

  /** Counts of a signal: pairs of a value and how many have it. */
  private static List<Row> counts(String signal, Object... valueAndCount) {
    List<Row> rows = new ArrayList<>();
    bins(valueAndCount)
        .forEach((bin, n) -> rows.add(RowFactory.create("x", SignalRows.GROUP, signal, bin, n)));
    return rows;
  }

  private static Portrait.Trait trait(List<Row> inside, List<Row> outside) {
    List<Portrait.Trait> traits = Portrait.of(inside, outside, BINS).traits();
    assertThat(traits).hasSize(1);
    return traits.get(0);
  }

  @Test
  void theEffectIsCliffsDelta() {
    // Of 400 pairs the member is higher in 300 and equal in 100.
    Portrait.Trait trait = trait(counts("followings", 3, 20), counts("followings", 1, 15, 3, 5));
    assertThat(trait.effect()).isCloseTo(0.75, within(1e-12));
    assertThat(trait.median()).isEqualTo(3);
    assertThat(trait.medianOutside()).isEqualTo(1);
    // Of 400 pairs it is higher in 200 and lower in 200.
    assertThat(trait(counts("followings", 1, 10, 3, 10), counts("followings", 2, 20)).effect())
        .isCloseTo(0, within(1e-12));
    // 20 x 20: higher in 5 x 20, lower in 15 x 10, equal in 15 x 10.
    assertThat(
            trait(counts("followings", 2, 15, 9, 5), counts("followings", 2, 10, 5, 10)).effect())
        .isCloseTo(-50 / 400.0, within(1e-12));
  }

  @Test
  void whatIsUnknownCountsOnNeitherSide() {
    Portrait.Trait trait =
        trait(counts("followings", 3, 20, null, 500), counts("followings", 1, 20, null, 9));
    assertThat(trait.effect()).isEqualTo(1);
    assertThat(trait.inside()).isEqualTo(bins(3, 20, null, 500));
  }

  @Test
  void countsOfGroupsOfPeersAddUp() {
    List<Row> inside = new ArrayList<>(counts("rate_spread", 1, 10));
    inside.add(RowFactory.create("x", "x 1024-2047 followers", "rate_spread", BINS.bin(1), 10L));
    assertThat(trait(inside, counts("rate_spread", 2, 20)).effect()).isEqualTo(-1);
  }

  @Test
  void aSignalThatIsKnownOfFewerThanTwentyIsNoTrait() {
    List<Row> twenty = counts("followings", 1, 20);
    List<Row> fewer = counts("followings", 2, 19, null, 100);
    assertThat(Portrait.of(fewer, twenty, BINS).traits()).isEmpty();
    assertThat(Portrait.of(twenty, fewer, BINS).traits()).isEmpty();
    assertThat(Portrait.of(twenty, List.of(), BINS).traits()).isEmpty();
    assertThat(Portrait.of(twenty, counts("followings", 2, 20), BINS).traits()).hasSize(1);
  }

  @Test
  void theLargestDifferenceComesFirstAndEqualsByName() {
    List<Row> inside = new ArrayList<>();
    List<Row> outside = new ArrayList<>();
    // Effects .5, 1 and -1.
    inside.addAll(counts("bio_length", 5, 20));
    outside.addAll(counts("bio_length", 1, 10, 5, 10));
    inside.addAll(counts("writes_copies", 1, 20));
    outside.addAll(counts("writes_copies", 0, 20));
    inside.addAll(counts("posts_count", 1, 20));
    outside.addAll(counts("posts_count", 100, 20));
    Portrait portrait = Portrait.of(inside, outside, BINS);
    assertThat(portrait.traits().stream().map(trait -> trait.signal().name()))
        .containsExactly("posts_count", "writes_copies", "bio_length");
    // A long text in the profile is not what is suspicious of it.
    assertThat(portrait.traits().stream().map(Portrait.Trait::suspiciousEffect))
        .containsExactly(1.0, 1.0, -0.5);
    assertThat(portrait.suspiciousFamilies()).containsExactly(Family.PROFILE, Family.PROMOTION);
  }

  @Test
  void whatIsEvidenceOfNothingIsNoSuspiciousFamily() {
    Portrait portrait = Portrait.of(counts("silence", 9, 20), counts("silence", 1, 20), BINS);
    assertThat(portrait.traits()).hasSize(1);
    assertThat(portrait.suspiciousFamilies()).isEmpty();
  }

  @Test
  void ofASignalThatIsSuspiciousOnBothEndsEachCounts() {
    Map<String, Object[]> ends = Map.of("high", new Object[] {9, 20}, "low", new Object[] {1, 20});
    ends.values()
        .forEach(
            end ->
                assertThat(
                        trait(
                                counts("comments_per_100_likes", end),
                                counts("comments_per_100_likes", 5, 20))
                            .suspiciousEffect())
                    .isEqualTo(1));
  }
}

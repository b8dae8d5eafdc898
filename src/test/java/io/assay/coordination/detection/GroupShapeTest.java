package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupShapeTest {

  /** Three authors of two posts: 0 and 1 engage one post of each other, 2 one of 0. */
  private static SmallCrawl three() {
    SmallCrawl crawl = SmallCrawl.of(4, 3, 2);
    crawl.published(0, 0, 1_000).published(1, 0, 2_000).published(0, 1, 3_000);
    return crawl.likes(0, 1, 0, 100).likes(1, 0, 0, 200).likes(2, 0, 1, 400).likes(3, 0, 0, 9);
  }

  @Test
  void aPodIsDenseAndMutual() {
    GroupShape shape = GroupShape.ofPod(three().build(), new int[] {0, 1, 2});
    // Each could engage four posts of others.
    assertThat(shape.density()).isEqualTo(3 / 12.0);
    assertThat(shape.reciprocity()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(shape.latency().timed()).isEqualTo(3);
    assertThat(shape.latency().median()).isEqualTo(200);
    assertThat(shape.latency().quartileRatio()).isEqualTo(2);
    assertThat(shape.firstSeen()).isEqualTo(1_000 + 200);
    assertThat(shape.lastSeen()).isEqualTo(3_000 + 400);
  }

  @Test
  void aFarmComesToTheHits() {
    HitWindow any = new HitWindow(0, Double.POSITIVE_INFINITY, 2, 1);
    List<Hit> hits = List.of(new Hit(0, 0, 2, 0.1, any), new Hit(1, 0, 1, 0.1, any));
    GroupShape shape = GroupShape.ofFarm(three().build(), new int[] {2, 3}, hits);
    assertThat(shape.density()).isEqualTo(2 / 4.0);
    assertThat(shape.reciprocity()).isNaN();
    assertThat(shape.firstSeen()).isEqualTo(1_000 + 9);
  }

  @Test
  void withoutTimesNobodyKnowsWhen() {
    Events untimed = SmallCrawl.of(3, 2, 1).likes(0, 1, 0).likes(1, 0, 0).build();
    GroupShape shape = GroupShape.ofPod(untimed, new int[] {0, 1});
    assertThat(shape.density()).isEqualTo(1);
    assertThat(shape.latency().median()).isNaN();
    assertThat(shape.firstSeen()).isEqualTo(KnownPosts.UNKNOWN);
    assertThat(Latency.ofAll(untimed).median()).isNaN();
  }

  @Test
  void everybodysLatencyIsMeasuredTheSameWay() {
    Latency all = Latency.ofAll(three().likes(3, 2, 0).build());
    assertThat(all.timed()).isEqualTo(4);
    assertThat(all.median()).isEqualTo(100);
    // Ranks 0 and 2 of 9, 100, 200, 400.
    assertThat(all.quartileRatio()).isCloseTo(200 / 9.0, within(1e-12));
  }
}

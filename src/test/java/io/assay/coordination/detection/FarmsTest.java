package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Step 6: the hits of a farm, when, and by whom. */
class FarmsTest {
  private static final FarmRules RULES = CoordinationMethod.DEFAULT.farms();
  private static final int[] WORKERS = IntStream.range(600, 607).toArray();

  /**
   * 200 authors of four posts and a crowd of 400, who engage ten posts each; seven more, 600 to
   * 606, hit two posts of each of five authors within ten minutes.
   */
  private static SmallCrawl sevenOnFive() {
    SmallCrawl crawl = SmallCrawl.of(607, 200, 4).crowd(200, 607, 10, 0, 200);
    for (int u : WORKERS) {
      for (int v = 0; v < 5; v++) {
        crawl.likes(u, v, 0, 3_000 + 60 * (u - 600)).likes(u, v, 1, 3_000 + 60 * (u - 600));
      }
    }
    return crawl;
  }

  private static FarmRefinement.Refined refined(Events events, int... visitors) {
    Margins margins = Margins.of(events, Niches.none(events.authors()));
    return new FarmRefinement(events, margins, RULES).refine(visitors);
  }

  @Test
  void aFarmStaysWhatItIs() {
    FarmRefinement.Refined farm = refined(sevenOnFive().build(), WORKERS);
    assertThat(farm.members()).containsExactly(WORKERS);
    assertThat(farm.hits().stream().map(Hit::post))
        .containsExactly(0, 1, 4, 5, 8, 9, 12, 13, 16, 17);
    assertThat(farm.workers()[0].hits()).isEqualTo(10);
    assertThat(farm.workers()[0].authors()).isEqualTo(5);
    assertThat(farm.workers()[0].nats()).isGreaterThan(10);
  }

  @Test
  void visitorsAreCompletedAndStrangersLeave() {
    assertThat(refined(sevenOnFive().build(), 250, 251, 600, 601, 602, 603, 604, 605).members())
        .containsExactly(WORKERS);
  }

  @Test
  void aTargetIsNoWorker() {
    SmallCrawl crawl = sevenOnFive();
    for (int v = 1; v < 5; v++) {
      crawl.likes(0, v, 0, 3_100).likes(0, v, 1, 3_100);
    }
    assertThat(refined(crawl.build(), WORKERS).members()).containsExactly(WORKERS);
  }

  /**
   * Twenty hit two posts each of authors 0 to 4, six those of 5 to 9. Each of the twenty meets 20
   * on ten posts, each of the six 6 on ten: 60 of the 168 that a member meets on average.
   */
  @Test
  void otherCompanyOnOtherPostsIsNotOfTheFarm() {
    SmallCrawl crawl = SmallCrawl.of(626, 200, 4).crowd(200, 626, 10, 0, 200);
    for (int i = 0; i < 26; i++) {
      for (int v = 0; v < 5; v++) {
        int author = i < 20 ? v : v + 5;
        crawl.likes(600 + i, author, 0, 3_000 + 60 * i).likes(600 + i, author, 1, 3_000 + 60 * i);
      }
    }
    int[] all = IntStream.range(600, 626).toArray();
    assertThat(refined(crawl.build(), all).members())
        .containsExactly(IntStream.range(600, 620).toArray());
  }

  /**
   * Beside the seven, 240 comes with them to three posts of authors 0 and 1, and 241 to one post of
   * 0. 240 meets 7 members three times, less than .4 of the 70 that a member meets.
   */
  @Test
  void whoWorksLittleIsAWorkerOnceItIsClearWhichPostsAreHit() {
    SmallCrawl crawl = sevenOnFive();
    crawl.likes(240, 0, 0, 3_100).likes(240, 0, 1, 3_100).likes(240, 1, 0, 3_100);
    crawl.likes(241, 0, 0, 3_100);
    Events events = crawl.build();
    assertThat(refined(events, WORKERS).members()).contains(240).doesNotContain(241);
    Margins margins = Margins.of(events, Niches.none(events.authors()));
    List<Hit> hits = new HitSearch(events, margins, RULES).of(WORKERS);
    FarmLikelihood likelihood = new FarmLikelihood(events, margins, RULES);
    assertThat(likelihood.workers(WORKERS, hits, RULES.worker()))
        .extracting(FarmStanding::account)
        .doesNotContain(240);
  }

  @Test
  void hitsOnTwoAuthorsAreNoFarm() {
    SmallCrawl crawl = SmallCrawl.of(607, 200, 4).crowd(200, 607, 10, 0, 200);
    for (int u : WORKERS) {
      for (int k = 0; k < 4; k++) {
        crawl.likes(u, 0, k, 3_000).likes(u, 1, k, 3_000);
      }
    }
    assertThat(refined(crawl.build(), WORKERS)).isNull();
  }

  @Test
  void strangersHitNothing() {
    assertThat(refined(sevenOnFive().build(), 250, 251, 252, 253, 254, 255)).isNull();
    assertThat(refined(sevenOnFive().build(), 600, 601)).isNull();
  }

  /** One author of one post and two more; 4 members are at the post, and one stranger. */
  @Test
  void aHitIsWhatMembersElsewhereDoNotExplain() {
    SmallCrawl crawl = SmallCrawl.of(8, 3, 1);
    for (int u = 3; u < 7; u++) {
      crawl.likes(u, 0, 0);
    }
    crawl.likes(7, 0, 0).likes(7, 1, 0).likes(7, 2, 0).likes(3, 1, 0);
    Events events = crawl.build();
    Margins margins = Margins.of(events, Niches.none(3));
    FarmRules lenient =
        new FarmRules(1, 0.5, 3, 0.1, 3, 0.5, 6, RULES.worker(), RULES.lazy(), 12, 5);
    List<Hit> hits = new HitSearch(events, margins, lenient).of(new int[] {3, 4, 5, 6});
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).hitters()).isEqualTo(4);
    // (5 - 4 + .5) x (5 of the members - 4 there) / (8 - 5 events elsewhere).
    assertThat(hits.get(0).expected()).isCloseTo(1.5 * 1 / 3, within(1e-12));
    assertThat(hits.get(0).window().isKnown()).isFalse();
  }

  @Test
  void theNicheCountsWhereItExplainsMore() {
    SmallCrawl crawl = SmallCrawl.of(8, 3, 1);
    for (int u = 3; u < 7; u++) {
      crawl.likes(u, 0, 0);
    }
    crawl.likes(7, 0, 0).likes(7, 1, 0).likes(7, 2, 0).likes(3, 1, 0);
    Events events = crawl.build();
    Margins margins = Margins.of(events, new Niches(new int[] {0, 0, Niches.NONE}));
    FarmRules lenient =
        new FarmRules(1, 0.5, 3, 0.1, 3, 0.5, 6, RULES.worker(), RULES.lazy(), 12, 5);
    List<Hit> hits = new HitSearch(events, margins, lenient).of(new int[] {3, 4, 5, 6});
    // In the niche of 0 and 1 there are 7 events, two of them elsewhere, one of a member.
    assertThat(hits.get(0).expected()).isCloseTo(1.5 * 1 / 2, within(1e-12));
  }

  /** Ten members at 1000, 1100, ... 1900 seconds; strangers at 1200, 5000 and 6000; one untimed. */
  @Test
  void aWindowIsWhereMembersTimesLie() {
    SmallCrawl crawl = SmallCrawl.of(15, 1, 1);
    BitSet members = new BitSet();
    for (int i = 0; i < 10; i++) {
      crawl.likes(1 + i, 0, 0, 1_000 + 100 * i);
      members.set(1 + i);
    }
    crawl.likes(11, 0, 0, 1_200).likes(12, 0, 0, 5_000).likes(13, 0, 0, 6_000).likes(14, 0, 0);
    HitWindow window = HitWindows.of(crawl.build(), 0, members);
    // 10th percentile 1100, 90th 1800: widened by 700 / 4 + 60.
    assertThat(window.from()).isEqualTo(1_100 - 235);
    assertThat(window.to()).isEqualTo(1_800 + 235);
    assertThat(window.hitters()).isEqualTo(10);
    // One of three timed strangers is inside: (1 + 1) / (3 + 2).
    assertThat(window.othersInside()).isEqualTo(0.4);
    assertThat(window.holds(2_036)).isFalse();
    assertThat(window.holds(864)).isFalse();
    assertThat(window.holds(Events.UNTIMED)).isTrue();
  }

  @Test
  void threeTimedMembersMakeNoWindow() {
    SmallCrawl crawl = SmallCrawl.of(5, 1, 1);
    crawl.likes(1, 0, 0, 10).likes(2, 0, 0, 20).likes(3, 0, 0, 30).likes(4, 0, 0);
    BitSet members = new BitSet();
    members.set(1, 5);
    HitWindow window = HitWindows.of(crawl.build(), 0, members);
    assertThat(window.isKnown()).isFalse();
    assertThat(window.hitters()).isEqualTo(4);
    assertThat(window.holds(1_000_000)).isTrue();
  }

  /** Who comes to the posts outside the windows does not take part. */
  @Test
  void whoComesAtAnotherTimeIsNoWorker() {
    SmallCrawl crawl = sevenOnFive();
    for (int v = 0; v < 5; v++) {
      crawl.likes(240, v, 0, 90_000).likes(240, v, 1, 90_000);
      crawl.likes(241, v, 0, 3_100).likes(241, v, 1, 3_100);
    }
    assertThat(refined(crawl.build(), WORKERS).members()).contains(241).doesNotContain(240);
  }
}

package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All steps together, on crawls that one can oversee and on those that hold nothing to find. */
class DetectorTest {
  private static final int[] POD = {0, 1, 2, 3, 4, 5};
  private static final int[] WORKERS = IntStream.range(600, 607).toArray();

  /** 200 authors of four posts, and a crowd of 400. */
  private static SmallCrawl crowd() {
    return SmallCrawl.of(607, 200, 4).crowd(6, 600, 10, 0, 200);
  }

  /** Six engage three of four posts of each other, soon. */
  private static SmallCrawl pod(SmallCrawl crawl) {
    for (int u : POD) {
      for (int v : POD) {
        for (int k = 0; k < 3; k++) {
          crawl.likes(u, v, k, 200 + 10 * u);
        }
      }
    }
    return crawl;
  }

  /** Seven hit two posts of each of five authors, most with a stock phrase. */
  private static SmallCrawl farm(SmallCrawl crawl) {
    for (int u : WORKERS) {
      for (int v = 10; v < 15; v++) {
        crawl.comments(u, v, 0, 7_000 + 20 * (u - 600), u % 7 > 0);
        crawl.comments(u, v, 1, 90_000 + 20 * (u - 600), u % 7 > 0);
      }
    }
    return crawl;
  }

  @Test
  void aPodAndAFarmAreFound() {
    Detection found = SmallCrawl.detect(farm(pod(crowd())).build());
    assertThat(found.accepted()).hasSize(2);
    CoordinatedGroup pod = found.accepted().get(0);
    assertThat(pod.kind()).isEqualTo(GroupKind.POD);
    assertThat(pod.members()).containsExactly(POD);
    assertThat(pod.targets()).containsExactly(POD);
    assertThat(pod.pod()).hasSize(6);
    CoordinatedGroup farm = found.accepted().get(1);
    assertThat(farm.kind()).isEqualTo(GroupKind.FARM);
    assertThat(farm.members()).containsExactly(WORKERS);
    assertThat(farm.targets()).containsExactly(10, 11, 12, 13, 14);
    assertThat(farm.hits()).hasSize(10);
    assertThat(farm.hub()).isEqualTo(Hub.NONE);
  }

  @Test
  void membersScoreAboveOneAndTargetsNothing() {
    Detection found = SmallCrawl.detect(farm(pod(crowd())).build());
    Scores scores = found.scores();
    assertThat(scores.score()[0]).isBetween(1.7, 2.0);
    assertThat(scores.score()[600]).isBetween(1.7, 2.0);
    assertThat(scores.score()[10]).isZero();
    assertThat(scores.score()[300]).isZero();
    // What 0 does is all in the pod, what 600 does all in hits.
    assertThat(scores.mutualShare()[0]).isEqualTo(1);
    assertThat(scores.mutualShare()[600]).isZero();
    assertThat(scores.hitShare()[600]).isEqualTo(1);
    assertThat(scores.hitShare()[0]).isZero();
  }

  @Test
  void aCrowdAloneIsNoGroup() {
    Detection found = SmallCrawl.detect(crowd().build());
    assertThat(found.accepted()).isEmpty();
    assertThat(found.scores().score()).containsOnly(0);
  }

  /** The pod is found without times, the farm too, but it could be a curator's audience. */
  @Test
  void withoutTimesAFarmStaysUnexplained() {
    SmallCrawl crawl = SmallCrawl.of(607, 200, 4);
    Events timed = farm(pod(crowd())).build();
    for (int e = 0; e < timed.size(); e++) {
      crawl.likes(
          timed.actor(e), timed.author(e), timed.post(e) - timed.firstPostOf(timed.author(e)));
    }
    Detection found = SmallCrawl.detect(crawl.build());
    assertThat(found.accepted()).hasSize(1);
    assertThat(found.accepted().get(0).members()).containsExactly(POD);
    CoordinatedGroup farm = found.groups().get(1);
    assertThat(farm.members()).containsExactly(WORKERS);
    assertThat(farm.verdict()).isEqualTo(Verdict.UNTIMED);
    assertThat(found.scores().score()[600]).isEqualTo(farm.probability() / 10);
  }

  @Test
  void whereAllTimesAreEqualTheySayNothing() {
    SmallCrawl crawl = SmallCrawl.of(607, 200, 4);
    Events timed = pod(crowd()).build();
    for (int e = 0; e < timed.size(); e++) {
      int author = timed.author(e);
      crawl.likes(timed.actor(e), author, timed.post(e) - timed.firstPostOf(author), 3_600);
    }
    Detection found = SmallCrawl.detect(crawl.build());
    assertThat(found.accepted()).hasSize(1);
    assertThat(found.accepted().get(0).members()).containsExactly(POD);
    assertThat(found.accepted().get(0).signs().synchrony().ratio()).isEqualTo(1);
  }

  /**
   * As the farm above, with hits three days apart, but the members follow 20, who publishes some
   * minutes before each hit, and whom they engaged once.
   */
  @Test
  void aCuratorsAudienceIsExplained() {
    int[] posts = new int[200];
    Arrays.fill(posts, 4);
    posts[20] = 10;
    SmallCrawl crawl = new SmallCrawl(607, posts);
    for (int i = 0; i < 10; i++) {
      long day = 3 * i * 86_400L;
      crawl.published(10 + i / 2, i % 2, day).published(20, i, day + 6_000);
    }
    crawl.crowd(200, 600, 10, 0, 200);
    for (int u : WORKERS) {
      crawl.likes(u, 20, 0, 500);
      for (int v = 10; v < 15; v++) {
        crawl.comments(u, v, 0, 7_000 + 20 * (u - 600), u % 7 > 0);
        crawl.comments(u, v, 1, 7_000 + 20 * (u - 600), u % 7 > 0);
      }
    }
    int[] curator = new int[WORKERS.length];
    Arrays.fill(curator, 20);
    Follows follows = new Follows(WORKERS, curator, 607);
    Detection found = Detector.detect(crawl.build(), follows, CoordinationMethod.DEFAULT);
    assertThat(found.accepted()).isEmpty();
    assertThat(found.groups()).hasSize(1);
    CoordinatedGroup audience = found.groups().get(0);
    assertThat(audience.members()).containsExactly(WORKERS);
    assertThat(audience.verdict()).isEqualTo(Verdict.HUB);
    assertThat(audience.hub().author()).isEqualTo(20);
    assertThat(found.scores().score()[600]).isEqualTo(audience.probability() / 10);
  }

  /** Forty come to twenty posts at the same minute, as a farm would, but write their own words. */
  @Test
  void whoComesTogetherAndWritesAsOthersDoAreGuests() {
    SmallCrawl crawl = SmallCrawl.of(640, 200, 4).crowd(6, 600, 10, 0, 200);
    int[] guests = IntStream.range(600, 640).toArray();
    for (int u : guests) {
      for (int v = 10; v < 20; v++) {
        crawl.comments(u, v, 0, 7_000 + u - 600, false).comments(u, v, 1, 9_000 + u - 600, false);
      }
    }
    Detection found = SmallCrawl.detect(crawl.build());
    assertThat(found.groups()).hasSize(1);
    CoordinatedGroup group = found.groups().get(0);
    assertThat(group.members()).containsExactly(guests);
    // Synchrony alone: -3.4 + 1.5 x 780 / 800 x ln 20.
    assertThat(group.probability())
        .isCloseTo(1 / (1 + Math.exp(3.4 - 1.5 * 0.975 * Math.log(20))), within(1e-9));
    assertThat(group.verdict()).isEqualTo(Verdict.GUESTS);
    assertThat(found.scores().score()[600]).isEqualTo(group.probability() / 10);
  }

  @Test
  void aPodOfTwoIsTooSmallToTell() {
    SmallCrawl crawl = crowd();
    for (int k = 0; k < 4; k++) {
      crawl.likes(0, 1, k, 60).likes(1, 0, k, 60);
    }
    Detection found = SmallCrawl.detect(crawl.build());
    assertThat(found.groups()).isEmpty();
    // That they engage each other is told all the same.
    assertThat(found.mutual().edges().size()).isPositive();
    assertThat(found.scores().mutualShare()[0]).isEqualTo(1);
  }

  @Test
  void nothingIsFoundWhereNothingHappened() {
    Detection none = SmallCrawl.detect(SmallCrawl.of(5, 3, 2).build());
    assertThat(none.groups()).isEmpty();
    assertThat(none.scores().score()).containsExactly(0, 0, 0, 0, 0);
    assertThat(SmallCrawl.detect(new SmallCrawl(0).build()).groups()).isEmpty();
    SmallCrawl own = SmallCrawl.of(5, 5, 2);
    IntStream.range(0, 5).forEach(u -> own.likes(u, u, 0, 60).likes(u, u, 1, 60));
    assertThat(SmallCrawl.detect(own.build()).groups()).isEmpty();
  }

  @Test
  void whereAllEngageEverythingNobodyIsAccused() {
    SmallCrawl crawl = SmallCrawl.of(300, 30, 4);
    SmallCrawl alone = SmallCrawl.of(30, 30, 4);
    for (int v = 0; v < 30; v++) {
      for (int k = 0; k < 4; k++) {
        for (int u = 0; u < 300; u++) {
          crawl.likes(u, v, k, 60 + u);
        }
        for (int u = 0; u < 30; u++) {
          alone.likes(u, v, k, 60 + u);
        }
      }
    }
    Detection found = SmallCrawl.detect(crawl.build());
    assertThat(found.accepted()).isEmpty();
    assertThat(SmallCrawl.detect(alone.build()).accepted()).isEmpty();
    assertThat(found.groups())
        .extracting(CoordinatedGroup::verdict)
        .containsOnly(Verdict.EVERYBODY);
  }

  @Test
  void onePostJoinsNobody() {
    SmallCrawl crawl = SmallCrawl.of(1_000, 1, 1);
    IntStream.range(1, 1_000).forEach(u -> crawl.likes(u, 0, 0, 60));
    assertThat(SmallCrawl.detect(crawl.build()).groups()).isEmpty();
  }

  @Test
  void resultsDoNotDependOnTheOrderOfRows() {
    Detection once = SmallCrawl.detect(pod(farm(crowd())).build());
    Detection again = SmallCrawl.detect(farm(pod(crowd())).build());
    assertThat(again.scores().score()).containsExactly(once.scores().score());
  }
}

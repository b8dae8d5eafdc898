package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of crawls that hold nothing, or too much of one thing, beside those of others. */
class BadInputTest {
  private static final int[] POD = {0, 1, 2, 3, 4, 5};
  private static final int[] WORKERS = IntStream.range(600, 607).toArray();

  /** A pod of six and a farm of seven in a crowd of 400 on 200 authors of four posts. */
  private static SmallCrawl podAndFarm(long podDelay, long farmDelay, int accounts) {
    SmallCrawl crawl = SmallCrawl.of(accounts, 200, 4).crowd(6, 600, 10, 0, 200);
    for (int u : POD) {
      for (int v : POD) {
        for (int k = 0; k < 3; k++) {
          crawl.likes(u, v, k, podDelay + 10 * u);
        }
      }
    }
    for (int u : WORKERS) {
      for (int v = 10; v < 15; v++) {
        crawl.comments(u, v, 0, farmDelay + 20 * (u - 600), u % 7 > 0);
        crawl.comments(u, v, 1, farmDelay + 20 * (u - 600), u % 7 > 0);
      }
    }
    return crawl;
  }

  private static void findsBoth(Detection found) {
    assertThat(found.accepted())
        .extracting(CoordinatedGroup::members)
        .containsExactly(POD, WORKERS);
  }

  @Test
  void selfEngagementIsNoEvent() {
    SmallCrawl crawl = podAndFarm(200, 7_000, 607);
    for (int u = 0; u < 200; u++) {
      for (int k = 0; k < 4; k++) {
        crawl.likes(u, u, k, 30);
      }
    }
    Events events = crawl.build();
    assertThat(events.size()).isEqualTo(podAndFarm(200, 7_000, 607).build().size());
    findsBoth(SmallCrawl.detect(events));
  }

  /**
   * Times before publication count as a second after it: the 90 likes of the pod and the 70
   * comments of the farm, while nobody of the crowd comes within a minute. Who is always first is
   * in step.
   */
  @Test
  void timesBeforePublicationAreAtOnce() {
    Events events = podAndFarm(-5_000, -7_000, 607).build();
    assertThat(IntStream.range(0, events.size()).map(events::delay))
        .allMatch(delay -> delay == 1 || delay >= 60)
        .filteredOn(delay -> delay == 1)
        .hasSize(90 + 70);
    Detection found = SmallCrawl.detect(events);
    findsBoth(found);
    assertThat(found.accepted()).extracting(g -> g.shape().latency().median()).containsOnly(1.0);
    assertThat(found.accepted()).extracting(g -> g.signs().synchrony().ratio()).containsOnly(0.0);
  }

  /**
   * Where all times are equal a farm is judged by what it writes, as a pod by whom it engages; all
   * times are known, and say nothing.
   */
  @Test
  void whereAllTimesAreEqualNothingIsSaidOfThem() {
    SmallCrawl crawl = SmallCrawl.of(607, 200, 4);
    Events timed = podAndFarm(200, 7_000, 607).build();
    for (int e = 0; e < timed.size(); e++) {
      int v = timed.author(e);
      int k = timed.post(e) - timed.firstPostOf(v);
      if (timed.isComment(e)) {
        crawl.comments(timed.actor(e), v, k, 3_600, timed.isStock(e));
      } else {
        crawl.likes(timed.actor(e), v, k, 3_600);
      }
    }
    Detection found = SmallCrawl.detect(crawl.build());
    findsBoth(found);
    assertThat(found.groups()).hasSize(2);
    assertThat(found.groups())
        .extracting(g -> g.shape().latency().timed())
        .containsExactly(90L, 70L);
    assertThat(found.groups()).extracting(g -> g.signs().synchrony().known()).containsOnly(false);
    assertThat(found.groups()).extracting(g -> g.signs().synchrony().ratio()).containsOnly(1.0);
    assertThat(found.groups()).extracting(g -> g.signs().spread().known()).containsOnly(false);
  }

  /**
   * One account engages all 800 posts, over and over, in more than a million rows: it is one event
   * a post, in no group, and hides nobody.
   */
  @Test
  void anActorWithAMillionRowsHidesNobody() {
    SmallCrawl crawl = podAndFarm(200, 7_000, 608);
    for (int again = 0; again < 1_300; again++) {
      for (int v = 0; v < 200; v++) {
        for (int k = 0; k < 4; k++) {
          crawl.likes(607, v, k, 60 + again);
        }
      }
    }
    Events events = crawl.build();
    assertThat(events.endOf(607) - events.firstOf(607)).isEqualTo(800);
    Detection found = SmallCrawl.detect(events);
    findsBoth(found);
    assertThat(found.scores().score()[607]).isZero();
  }

  /** A million different posts of one actor: it keeps some 200 of them for the overlap of posts. */
  @Test
  void anActorOnAMillionPostsIsSampled() {
    int posts = 5_000;
    SmallCrawl crawl = SmallCrawl.of(260, 200, posts);
    for (int v = 0; v < 200; v++) {
      for (int k = 0; k < posts; k++) {
        crawl.likes(200, v, k, 60 + k);
      }
    }
    crawl.crowd(201, 260, 10, 0, 200);
    Detection found = SmallCrawl.detect(crawl.build());
    assertThat(found.accepted()).isEmpty();
    assertThat(found.scores().score()[200]).isZero();
  }

  /** Two who engage each other's every post are told as a pair, and are no group. */
  @Test
  void twoAreAPairAndNoPod() {
    SmallCrawl crawl = podAndFarm(200, 7_000, 607);
    for (int k = 0; k < 4; k++) {
      crawl.likes(20, 21, k, 60).likes(21, 20, k, 60);
    }
    Detection found = SmallCrawl.detect(crawl.build());
    findsBoth(found);
    Edges pairs = found.mutual().edges();
    assertThat(IntStream.range(0, pairs.size()))
        .anyMatch(i -> pairs.from()[i] == 20 && pairs.to()[i] == 21);
    assertThat(found.scores().score()[20]).isZero();
    assertThat(found.scores().mutualShare()[20]).isPositive();
  }
}

package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.statistics.PoissonTail;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps 5 and 5b: posts, and authors, that share actors. */
class SharedActorsTest {
  private static final SharingRules POSTS = CoordinationMethod.DEFAULT.posts();
  private static final IntPredicate ALL = e -> true;

  @Test
  void aCriticalRateIsTheLargestThatIsStillImprobable() {
    CriticalRates rates = new CriticalRates(1e-4);
    for (int count : new int[] {1, 3, 40, 1_000}) {
      assertThat(PoissonTail.of(count, rates.of(count))).isCloseTo(1e-4, within(1e-9));
      assertThat(PoissonTail.of(count, rates.of(count) * 1.001)).isGreaterThan(1e-4);
    }
    // P(X >= 1; r) = 1 - e^-r.
    assertThat(rates.of(1)).isCloseTo(-Math.log1p(-1e-4), within(1e-12));
  }

  /** Post 0 has actors 0, 1, 2; post 1 has 0, 1, 2, 3; post 2 has 2, 3. */
  @Test
  void pairsAreTestedByWhatTheyShare() {
    ActorLists lists =
        new ActorLists(new int[] {0, 2, 4, 7, 9}, new int[] {0, 1, 0, 1, 0, 1, 2, 1, 2}, 3);
    assertThat(edges(lists, 0.001, 2)).containsExactly("0-1", "1-2");
    assertThat(edges(lists, 0.001, 3)).containsExactly("0-1");
    // A rate of .75 for each: 1.5 x max(4 x .75, 3 x .75) = 4.5 shared ones are to be expected.
    assertThat(edges(lists, 0.75, 2)).isEmpty();
  }

  private static List<String> edges(ActorLists lists, double weight, int least) {
    SharingRules rules = new SharingRules(200, 1000, least, 1.5, 1e-4, 0, 5);
    SharedActors.Objects apart =
        new SharedActors.Objects() {
          @Override
          public int firstOther(int object) {
            return object + 1;
          }

          @Override
          public double rate(int object, int other) {
            return weight * lists.size(other);
          }
        };
    Edges found = new SharedActors(lists, rules, apart).edges();
    return IntStream.range(0, found.size())
        .mapToObj(i -> found.from()[i] + "-" + found.to()[i])
        .toList();
  }

  @Test
  void objectsOfFewActorsAreLeftOut() {
    ActorLists lists = new ActorLists(new int[] {0, 2, 3}, new int[] {0, 1, 1}, 2);
    ActorLists two = lists.ofObjectsWith(2);
    assertThat(two.size(0)).isZero();
    assertThat(two.size(1)).isEqualTo(2);
    assertThat(two.objects()).isEqualTo(2);
  }

  /** Five accounts at the first posts of five authors, in a crowd of 400 on 200 authors. */
  private static SmallCrawl fiveOnFive() {
    SmallCrawl crawl = SmallCrawl.of(605, 200, 4).crowd(200, 600, 10, 0, 200);
    for (int u = 600; u < 605; u++) {
      for (int v = 0; v < 5; v++) {
        crawl.likes(u, v, 0);
      }
    }
    return crawl;
  }

  @Test
  void postsThatTheSamePeopleVisitAreJoined() {
    Events events = fiveOnFive().build();
    Margins margins = Margins.of(events, Niches.none(200));
    Edges edges = PostOverlap.edges(events, margins, ALL, POSTS);
    assertThat(edges.vertices()).containsExactly(0, 4, 8, 12, 16);
    assertThat(edges.size()).isEqualTo(10);
    assertThat(
            new Visitors(events, margins, CoordinationMethod.DEFAULT.farms()).of(edges.vertices()))
        .contains(600, 601, 602, 603, 604)
        .hasSizeLessThan(10);
  }

  @Test
  void aCrowdJoinsNothing() {
    Events events = SmallCrawl.of(600, 200, 4).crowd(200, 600, 10, 0, 200).build();
    Margins margins = Margins.of(events, Niches.none(200));
    assertThat(PostOverlap.edges(events, margins, ALL, POSTS).size()).isZero();
  }

  @Test
  void whatDoesNotCountJoinsNothing() {
    Events events = fiveOnFive().build();
    Margins margins = Margins.of(events, Niches.none(200));
    Edges edges = PostOverlap.edges(events, margins, e -> events.actor(e) < 600, POSTS);
    assertThat(edges.size()).isZero();
  }

  /**
   * Five who are at a third of 600 posts keep the same 20 of them, some 200 / 600 of the others.
   */
  @Test
  void busyAccomplicesKeepTheSamePosts() {
    SmallCrawl crawl = SmallCrawl.of(300, 200, 3);
    for (int u = 200; u < 205; u++) {
      for (int v = 0; v < 200; v++) {
        crawl.likes(u, v, 0).likes(u, v, 1);
      }
    }
    crawl.crowd(205, 300, 10, 0, 200);
    Events events = crawl.build();
    SharingRules few = new SharingRules(40, 1000, 5, 0.001, 1e-4, 0, 5);
    Edges edges = PostOverlap.edges(events, Margins.of(events, Niches.none(200)), ALL, few);
    // Each keeps some 40 of its 400 posts, all five the same: all pairs of these but an author's.
    int kept = edges.vertices().length;
    assertThat(kept).isBetween(20, 60);
    assertThat(edges.size()).isGreaterThan(kept * (kept - 1) / 2 - kept);
  }

  @Test
  void hotPostsKeepTheSameActors() {
    SmallCrawl crawl = SmallCrawl.of(1_004, 4, 1);
    for (int u = 4; u < 1_004; u++) {
      crawl.likes(u, 0, 0).likes(u, 1, 0);
    }
    Events events = crawl.build();
    SharingRules few = new SharingRules(200, 100, 60, 1e-6, 1e-4, 0, 5);
    Edges edges = PostOverlap.edges(events, Margins.of(events, Niches.none(4)), ALL, few);
    assertThat(edges.size()).isEqualTo(1);
  }

  /** Of two posts of the same thousand each keeps some hundred, the same, as chance expects. */
  @Test
  void chanceIsThatOfTheSample() {
    SmallCrawl crawl = SmallCrawl.of(1_004, 4, 1);
    for (int u = 4; u < 1_004; u++) {
      crawl.likes(u, 0, 0).likes(u, 1, 0);
    }
    // Post 2 has a hundred of them, and keeps all.
    for (int u = 4; u < 104; u++) {
      crawl.likes(u, 2, 0);
    }
    Events events = crawl.build();
    Margins margins = Margins.of(events, Niches.none(4));
    SharingRules tenth = new SharingRules(200, 100, 1, 1, 1e-4, 0, 5);
    SharedActors shared = PostOverlap.shared(events, margins, ALL, tenth);
    int kept = shared.shared(0, 1);
    assertThat(kept).isBetween(70, 130);
    // Each actor of post 0 has 2 or 3 of 2,100 events: about 1,000 x 2.1 / 2100 of it are on 1.
    assertThat(shared.expected(0, 1)).isBetween(0.9 * kept, 1.1 * kept);
    // Those of post 2 have 3 each, and are on post 0 by chance as often; it keeps a tenth of them.
    assertThat(shared.expected(0, 2)).isBetween(10.0, 14.5);
  }

  /**
   * 300 accounts are at home with authors 0 to 39, a niche, and make four excursions each to
   * others, of no niche. Seven more go to the authors 40 to 44, never two to one post.
   */
  @Test
  void strangersWhoMeetAtSeveralAuthorsAreVisitors() {
    SmallCrawl crawl = SmallCrawl.of(387, 80, 8);
    crawl.crowd(80, 387, 20, 0, 40).crowd(80, 380, 4, 45, 80);
    for (int u = 380; u < 387; u++) {
      for (int v = 40; v < 45; v++) {
        crawl.likes(u, v, u - 380);
      }
    }
    Events events = crawl.build();
    int[] niches = new int[80];
    Arrays.fill(niches, 40, 80, Niches.NONE);
    Margins margins = Margins.of(events, new Niches(niches));
    CoordinationMethod method = CoordinationMethod.DEFAULT;
    assertThat(PostOverlap.edges(events, margins, ALL, POSTS).size()).isZero();
    // 35 of 1,235 excursions are theirs: 1.5 x 7 x 35 / 1235 = .3 meetings at two authors by
    // chance.
    List<int[]> visitors = Excursions.visitors(events, margins, ALL, method, 3);
    assertThat(visitors).hasSize(1);
    assertThat(visitors.get(0)).containsExactly(380, 381, 382, 383, 384, 385, 386);
  }

  @Test
  void whoIsAtHomeMakesNoExcursion() {
    SmallCrawl crawl = SmallCrawl.of(387, 80, 8);
    crawl.crowd(80, 387, 20, 0, 40).crowd(80, 380, 4, 45, 80);
    for (int u = 380; u < 387; u++) {
      for (int v = 40; v < 45; v++) {
        crawl.likes(u, v, u - 380);
      }
    }
    Events events = crawl.build();
    Margins margins = Margins.of(events, new Niches(new int[80]));
    assertThat(Excursions.visitors(events, margins, ALL, CoordinationMethod.DEFAULT, 3)).isEmpty();
  }
}

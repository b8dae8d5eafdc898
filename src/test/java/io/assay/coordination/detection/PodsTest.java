package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Step 4: who belongs to a pod. */
class PodsTest {
  private static final int NETWORKER = 19;
  private static final int[] POD = {0, 1, 2, 3, 4, 5};

  /** Twenty authors of four posts; a hash draws what everybody does. */
  private static SmallCrawl crawl() {
    return SmallCrawl.of(40, 20, 4).crowd(6, 40, 12, 0, 20);
  }

  /** Six engage three of four posts of each other. */
  private static SmallCrawl withPod(SmallCrawl crawl) {
    for (int u : POD) {
      for (int v : POD) {
        for (int k = 0; k < 3; k++) {
          crawl.likes(u, v, k, 300);
        }
      }
    }
    return crawl;
  }

  private static PodRefinement refinement(Events events) {
    return refinement(events, Niches.none(events.authors()));
  }

  private static PodRefinement refinement(Events events, Niches niches) {
    int[] posts = new int[events.authors()];
    Arrays.setAll(posts, events::postsOf);
    return new PodRefinement(
        CreatorPairs.of(events),
        Margins.of(events, niches),
        posts,
        CoordinationMethod.DEFAULT.pods());
  }

  @Test
  void aPodStaysWhatItIs() {
    assertThat(refinement(withPod(crawl()).build()).refine(POD)).containsExactly(POD);
  }

  @Test
  void aCoreIsCompleted() {
    assertThat(refinement(withPod(crawl()).build()).refine(new int[] {0, 1, 2, 3, 4}))
        .containsExactly(POD);
  }

  @Test
  void strangersLeaveACore() {
    assertThat(refinement(withPod(crawl()).build()).refine(new int[] {0, 1, 2, 3, 4, 5, 8, 9}))
        .containsExactly(POD);
  }

  @Test
  void aCoreOfStrangersIsNoPod() {
    assertThat(refinement(crawl().build()).refine(new int[] {6, 7, 8, 9, 10})).isEmpty();
  }

  /** It engages two posts of everybody, and each member one of its own. */
  @Test
  void aNetworkerDoesNoMoreHereThanElsewhere() {
    SmallCrawl crawl = withPod(crawl());
    for (int v = 0; v < NETWORKER; v++) {
      crawl.likes(NETWORKER, v, 0).likes(NETWORKER, v, 1);
    }
    for (int u : POD) {
      crawl.likes(u, NETWORKER, 0);
    }
    PodRefinement refinement = refinement(crawl.build());
    PodStanding networker = refinement.standings(new int[] {0, 1, 2, 3, 4, 5, NETWORKER})[6];
    assertThat(networker.reaches()).isEqualTo(1);
    assertThat(networker.reached()).isEqualTo(1);
    assertThat(networker.inwards()).isPositive();
    assertThat(networker.outwards()).isNegative();
    assertThat(refinement.refine(POD)).containsExactly(POD);
  }

  /**
   * Three authors with one post each; 0 and 1 engage each other, 3 and 4 engage all. Of the events
   * outside the pod of 0 and 1 there are the two on 2, and two on each member.
   */
  @Test
  void likelihoodsLeaveTheGroupOut() {
    SmallCrawl crawl = SmallCrawl.of(5, 3, 1).likes(0, 1, 0).likes(1, 0, 0);
    for (int u = 3; u < 5; u++) {
      crawl.likes(u, 0, 0).likes(u, 1, 0).likes(u, 2, 0);
    }
    PodStanding[] standings = refinement(crawl.build()).standings(new int[] {0, 1});
    // Of others' gifts to 1 there are none: no rate is expected, so nothing is said outwards.
    assertThat(standings[0].outwards()).isZero();
    assertThat(standings[0].given()).isEqualTo(1);
    assertThat(standings[0].taken()).isEqualTo(1);
    // 2 outside: by chance (0 + 1) x 2 / 2; half of one engagement a member is expected, none came.
    PodStanding outside = standing(crawl.build(), 2);
    assertThat(outside.outwards()).isCloseTo(-2 * 0.5, within(1e-12));
    // 0 gave one to the one post of 1; half of that for each member's post.
    assertThat(outside.inwards()).isCloseTo(-2 * 0.5, within(1e-12));
  }

  private static PodStanding standing(Events events, int account) {
    Margins margins = Margins.of(events, Niches.none(events.authors()));
    CreatorPairs pairs = CreatorPairs.of(events);
    int[] posts = {1, 1, 1};
    PodCircle circle = new PodCircle(new int[] {0, 1}, pairs, margins, posts);
    assertThat(circle.fromOutside).containsExactly(2, 2);
    assertThat(circle.eventsOutside).isEqualTo(2);
    assertThat(circle.ties).isEqualTo(2);
    return new PodLikelihood(circle, pairs, margins, posts, CoordinationMethod.DEFAULT.pods())
        .of(account);
  }

  @Test
  void oneOfTwoGroupsThatAreMostlyTheSameIsDropped() {
    CreatorPairs none = CreatorPairs.of(SmallCrawl.of(20, 20, 1).build());
    int[] posts = new int[20];
    Arrays.fill(posts, 1);
    int[] large = {0, 1, 2, 3, 4, 5, 6, 7};
    int[] half = {4, 5, 6, 7, 8, 9, 10};
    int[] other = {7, 11, 12, 13, 14, 15};
    List<int[]> kept = GroupMerge.pods(List.of(other, half, large), pod -> 2, none, posts);
    assertThat(kept).containsExactly(large, other);
  }

  @Test
  void aPodIsNotJudgedByTheStrangersThatCameWithIt() {
    CreatorPairs none = CreatorPairs.of(SmallCrawl.of(20, 20, 1).build());
    int[] posts = new int[20];
    Arrays.fill(posts, 1);
    int[] pod = {0, 1, 2, 3, 4, 5};
    int[] withStrangers = {0, 1, 2, 3, 4, 5, 16, 17, 18};
    List<int[]> found = List.of(pod, withStrangers);
    assertThat(GroupMerge.pods(found, p -> p == pod ? 2.6 : 2, none, posts))
        .containsExactly(new int[] {16, 17, 18}, pod);
    assertThat(GroupMerge.pods(found, p -> p == pod ? 2.4 : 2, none, posts))
        .containsExactly(withStrangers);
  }

  /** Who takes nine nats where members take a hundred is hardly answered. */
  @Test
  void whoIsHardlyAnsweredIsNoMember() {
    PodRules rules = CoordinationMethod.DEFAULT.pods();
    PodStanding busy = new PodStanding(7, 60, 3, 80, 9, 1, 0.5);
    assertThat(busy.isMember(rules, 0.4, 0.2 * 40)).isTrue();
    assertThat(busy.isMember(rules, 0.4, 0.2 * 100)).isFalse();
    assertThat(busy.isMember(rules, 0.6, 0.2 * 40)).isFalse();
  }

  /** Four in a group of ten engage all of each other's posts, the others hardly. */
  @Test
  void aDenserCircleInsideALargerGroupIsOneOfItsOwn() {
    SmallCrawl crawl = SmallCrawl.of(10, 10, 1);
    for (int u = 0; u < 4; u++) {
      for (int v = 0; v < 4; v++) {
        crawl.likes(u, v, 0);
      }
    }
    int[] posts = new int[10];
    Arrays.fill(posts, 1);
    int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    int[] circle = {0, 1, 2, 3};
    CreatorPairs pairs = CreatorPairs.of(crawl.build());
    assertThat(GroupMerge.density(circle, pairs, posts)).isEqualTo(1);
    List<int[]> kept = GroupMerge.pods(List.of(all, circle), pod -> 2, pairs, posts);
    assertThat(kept.get(0)).containsExactly(4, 5, 6, 7, 8, 9);
    assertThat(kept.get(1)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aFarmThatLiesInAPodIsDropped() {
    List<int[]> farms = List.of(new int[] {1, 2, 3, 50, 51}, new int[] {1, 2, 60, 61, 62});
    assertThat(GroupMerge.farms(farms, List.of(new int[] {1, 2, 3}))).containsExactly(1);
  }
}

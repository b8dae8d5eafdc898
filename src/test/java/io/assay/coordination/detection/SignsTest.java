package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Step 7: evenness, synchrony, stock phrases. */
class SignsTest {
  private static final SignRules RULES = CoordinationMethod.DEFAULT.signs();
  private static final int[] MEMBERS = {3, 4, 5};
  private static final int[] TARGETS = {0, 1, 2};

  /** Three members at three authors of ten posts: some posts of the own one, others of others. */
  private static Events table(int own, int others) {
    SmallCrawl crawl = SmallCrawl.of(6, 3, 10);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < (i == j ? own : others); k++) {
          crawl.likes(3 + i, j, k);
        }
      }
    }
    return crawl.build();
  }

  private static Unevenness unevenness(Events events) {
    GroupEvents all = new GroupEvents(IntStream.range(0, events.size()).toArray());
    return Unevenness.of(events, all, MEMBERS, TARGETS, new int[] {10, 10, 10});
  }

  @Test
  void whoHasFavouritesIsUneven() {
    // 4 of the own and 2 of the others: 8 / 3 everywhere are expected, of variance 8/3 x 22/30;
    // three squares of (4/3)^2 and six of (2/3)^2 make 8, with 9 - 3 - 3 degrees of freedom.
    Unevenness uneven = unevenness(table(4, 2));
    assertThat(uneven.freedom()).isEqualTo(3);
    assertThat(uneven.phi()).isCloseTo(8 / (8 / 3.0 * 22 / 30) / 3, within(1e-12));
    // Of 9 cells, whose 6 sums are given: 8 x 9 / 4 less 9 variances, over 9 x (8/3)^2 x .9.
    double variance = 8 / 3.0 * 22 / 30;
    double squares = 9 * 64 / 9.0 * 0.9;
    assertThat(uneven.kappa()).isCloseTo((18 - 9 * variance) / squares, within(1e-12));
    assertThat(uneven.error())
        .isCloseTo(Math.sqrt(9 * (2 * variance * variance + variance)) / squares, within(1e-12));
  }

  /**
   * Twenty engage eight in ten posts of every fourth of twenty authors, and two in ten of the
   * others: rates of .35 with a variance of .0675. Of what is seen by half φ is nearer to 1, but
   * rates differ as before, less certainly.
   */
  @Test
  void whatACrawlDoesNotShowMakesNobodyEven() {
    SmallCrawl crawl = SmallCrawl.of(40, 20, 40);
    for (int i = 0; i < 20; i++) {
      for (int v = 0; v < 20; v++) {
        for (int k = 0; k < 40; k++) {
          double draw = StableHash.uniform(StableHash.ofPair(40 * i + k, v));
          if (draw < ((i + v) % 4 == 0 ? 0.8 : 0.2)) {
            crawl.likes(20 + i, v, k);
          }
        }
      }
    }
    Events all = crawl.build();
    Events half = all.where(e -> StableHash.uniform(StableHash.of(e, 5)) < 0.5);
    Unevenness ofAll = ofTwenty(all);
    Unevenness ofHalf = ofTwenty(half);
    assertThat(ofHalf.phi()).isLessThan(0.7 * ofAll.phi());
    assertThat(ofAll.kappa()).isCloseTo(0.0675 / 0.35 / 0.35, within(0.12));
    assertThat(ofHalf.kappa()).isCloseTo(ofAll.kappa(), within(0.08));
    assertThat(ofHalf.error()).isGreaterThan(1.5 * ofAll.error());
  }

  private static Unevenness ofTwenty(Events events) {
    int[] members = IntStream.range(20, 40).toArray();
    int[] authors = IntStream.range(0, 20).toArray();
    int[] posts = new int[20];
    Arrays.fill(posts, 40);
    GroupEvents all = new GroupEvents(IntStream.range(0, events.size()).toArray());
    return Unevenness.of(events, all, members, authors, posts);
  }

  /** What is seen weighs by its certainty: here as much as what is usual. */
  @Test
  void evennessIsDrawnToTheUsual() {
    assertThat(new Unevenness(1, 9, 0.01, 0.05).sign(RULES))
        .isCloseTo(-Math.log((0.04 + 0.03) / (0.07 + 0.03)), within(1e-12));
    assertThat(new Unevenness(1, 9, 0.21, 0.05).sign(RULES))
        .isCloseTo(-Math.log((0.14 + 0.03) / (0.07 + 0.03)), within(1e-12));
    assertThat(new Unevenness(1, 9, 0.2, Double.POSITIVE_INFINITY).sign(RULES)).isZero();
  }

  @Test
  void whoTreatsAllAlikeIsEven() {
    Unevenness even = unevenness(table(3, 3));
    assertThat(even.phi()).isZero();
    // No square: less nine variances of 3 x .7.
    assertThat(even.kappa()).isCloseTo(-18.9 / (81 * 0.9), within(1e-12));
    assertThat(even.sign(RULES)).isPositive();
  }

  @Test
  void fewCellsSayNothing() {
    Events events = SmallCrawl.of(6, 3, 10).likes(3, 0, 0).likes(4, 1, 0).build();
    Unevenness nothing = unevenness(events);
    assertThat(nothing.phi()).isEqualTo(3);
    assertThat(nothing.freedom()).isEqualTo(1);
  }

  /** Members of a pod do not engage themselves, and that is no unevenness. */
  @Test
  void theDiagonalOfAPodIsEmpty() {
    SmallCrawl crawl = SmallCrawl.of(6, 6, 10);
    for (int u = 0; u < 6; u++) {
      for (int v = 0; v < 6; v++) {
        for (int k = 0; k < 5; k++) {
          crawl.likes(u, v, k);
        }
      }
    }
    Events events = crawl.build();
    int[] pod = {0, 1, 2, 3, 4, 5};
    int[] posts = {10, 10, 10, 10, 10, 10};
    Unevenness even = Unevenness.of(events, GroupEvents.ofPod(events, pod), pod, pod, posts);
    assertThat(even.phi()).isCloseTo(0, within(1e-12));
    assertThat(even.freedom()).isEqualTo(30 - 12);
  }

  /** On post 0 delays 10, 20, 40; on post 1 100, 100; on post 2 7 alone, and one untimed. */
  private static SmallCrawl times() {
    SmallCrawl crawl = SmallCrawl.of(4, 1, 3);
    crawl.likes(1, 0, 0, 10).likes(2, 0, 0, 20).likes(3, 0, 0, 40);
    crawl.likes(1, 0, 1, 100).likes(2, 0, 1, 100).likes(1, 0, 2, 7).likes(2, 0, 2);
    return crawl;
  }

  private static SignRules from(int pairs) {
    return new SignRules(
        0.07,
        0.05,
        0.03,
        500,
        1.5,
        pairs,
        20,
        50,
        5,
        20,
        1.6,
        2.2,
        15,
        RULES.pod(),
        RULES.farm(),
        0.7);
  }

  @Test
  void everybodysSynchronyIsTheMedianOfAllNeighbours() {
    // ln 2, ln 2 and 0.
    assertThat(Background.of(times().build()).synchrony()).isCloseTo(Math.log(2), within(1e-6));
  }

  @Test
  void aGroupsSynchronyIsMeasuredByEverybodys() {
    Events events = times().build();
    Background background = Background.of(events);
    GroupEvents group = GroupEvents.ofFarm(events, new int[] {1, 3}, hits(0, 1, 2));
    // 1 and 3 meet on post 0: ln (40 / 10).
    Synchrony synchrony = Synchrony.of(events, group, background, from(1));
    assertThat(synchrony.pairs()).isEqualTo(1);
    assertThat(synchrony.ratio()).isCloseTo(2, within(1e-6));
    assertThat(synchrony.sign(RULES, 0)).isCloseTo(-1 / 21.0 * Math.log(2), within(1e-6));
    assertThat(synchrony.sign(RULES, 0.2)).isCloseTo(-1 / 21.0 * (Math.log(2) + 0.2), within(1e-6));
    // Ten pairs are needed.
    assertThat(Synchrony.of(events, group, background, RULES).ratio()).isEqualTo(1);
    assertThat(Synchrony.of(events, group, background, RULES).sign(RULES, 0.2)).isZero();
  }

  /**
   * All delays are 7, 10, 20, 40, 100 and 100: quartiles 10 and 40. Of those of 1 and 2 the
   * quartiles are 10 and 100: their logarithms lie ln 10 apart, everybody's ln 4.
   */
  @Test
  void delaysLieCloserTogetherOrFurtherApartThanEverybodys() {
    Events events = times().build();
    Background background = Background.of(events);
    GroupEvents group = GroupEvents.ofFarm(events, new int[] {1, 2}, hits(0, 1, 2));
    DelaySpread spread = DelaySpread.of(events, group, background, from(5));
    assertThat(spread.timed()).isEqualTo(5);
    assertThat(spread.ratio()).isCloseTo(Math.log(10) / Math.log(4), within(1e-12));
    assertThat(spread.sign(RULES, 0))
        .isCloseTo(-5 / 55.0 * Math.log(spread.ratio()), within(1e-12));
    DelaySpread tooFew = DelaySpread.of(events, group, background, RULES);
    assertThat(tooFew.ratio()).isEqualTo(1);
    assertThat(tooFew.sign(RULES, 0.2)).isZero();
  }

  private static List<Hit> hits(int... posts) {
    HitWindow any = new HitWindow(0, Double.POSITIVE_INFINITY, 0, 1);
    return Arrays.stream(posts).mapToObj(p -> new Hit(p, 0, 0, 0, any)).toList();
  }

  @Test
  void whereAllComeAtOnceOrAtUnknownTimesNobodyIsSynchronous() {
    SmallCrawl crawl = SmallCrawl.of(4, 1, 1);
    crawl.likes(1, 0, 0, 3_600).likes(2, 0, 0, 3_600).likes(3, 0, 0, 3_600);
    Events same = crawl.build();
    Background background = Background.of(same);
    assertThat(background.synchrony()).isZero();
    GroupEvents all = GroupEvents.ofFarm(same, new int[] {1, 2, 3}, hits(0));
    assertThat(Synchrony.of(same, all, background, from(1)).ratio()).isEqualTo(1);
    assertThat(DelaySpread.of(same, all, background, from(1)).sign(RULES, 0.2)).isZero();
    Events untimed = SmallCrawl.of(4, 1, 1).likes(1, 0, 0).likes(2, 0, 0).build();
    Background none = Background.of(untimed);
    assertThat(none.synchrony()).isNaN();
    assertThat(Synchrony.of(untimed, all(untimed), none, from(0)).ratio()).isEqualTo(1);
  }

  private static GroupEvents all(Events events) {
    return new GroupEvents(IntStream.range(0, events.size()).toArray());
  }

  @Test
  void stockCountsBeyondEverybodysShare() {
    SmallCrawl crawl = SmallCrawl.of(6, 1, 2);
    crawl.comments(1, 0, 0, 9, true).comments(2, 0, 0, 9, true).comments(3, 0, 0, 9, false);
    crawl.comments(4, 0, 0, 9, false).likes(5, 0, 0, 9);
    Events events = crawl.build();
    Background background = Background.of(events);
    assertThat(background.stock()).isEqualTo(0.5);
    GroupEvents group = GroupEvents.ofFarm(events, new int[] {1, 2, 5}, hits(0));
    StockShare stock = StockShare.of(events, group, background, RULES);
    assertThat(stock.comments()).isEqualTo(2);
    // (2 + 5 x .5) / 7 less .5, and weighed with 2 / 22.
    assertThat(stock.beyond()).isCloseTo(4.5 / 7 - 0.5, within(1e-12));
    assertThat(stock.rulesOutGuests(RULES)).isNull();
    assertThat(new StockShare(0.13, 20).rulesOutGuests(RULES)).isTrue();
    assertThat(new StockShare(0.12, 20).rulesOutGuests(RULES)).isFalse();
    assertThat(new StockShare(0.5, 19).rulesOutGuests(RULES)).isNull();
    assertThat(stock.sign(RULES)).isCloseTo((4.5 / 7 - 0.5) * 2 / 22, within(1e-12));
  }

  @Test
  void aGroupOfWhichNothingIsKnownHasTheProbabilityOfItsKind() {
    Events events = SmallCrawl.of(6, 6, 1).likes(0, 1, 0).build();
    PodStanding[] pod = members(3, 2.2);
    GroupSigns signs = GroupSigns.ofPod(events, pod, Background.of(events), RULES);
    assertThat(signs.unevenness().phi()).isEqualTo(3);
    // Only cells of posts, of which each has one, and these say nothing of rates.
    assertThat(signs.unevenness().sign(RULES)).isZero();
    assertThat(signs.probability()).isCloseTo(1 / (1 + Math.exp(1.5)), within(1e-12));
    assertThat(signs.events()).isEqualTo(1);
  }

  /** Accounts 0 to n - 1, of each of whose ties the same is said outwards. */
  private static PodStanding[] members(int n, double natsOfTie) {
    return IntStream.range(0, n)
        .mapToObj(u -> new PodStanding(u, 0, 0, natsOfTie * (n - 1), 0, 1, 1))
        .toArray(PodStanding[]::new);
  }

  @Test
  void weakTiesSpeakAgainstAPodAndStrongOnesSayNothing() {
    TieStrength uneven = TieStrength.of(new PodStanding[] {members(2, 3)[0], members(2, 1)[1]});
    assertThat(uneven.nats()).isEqualTo(2);
    assertThat(uneven.sign(RULES)).isCloseTo(2 - 2.2, within(1e-12));
    assertThat(TieStrength.of(members(4, 3)).sign(RULES)).isZero();
    // No weaker than those of strangers, 1.6.
    assertThat(TieStrength.of(members(4, 0.3)).sign(RULES)).isCloseTo(1.6 - 2.2, within(1e-12));
    Events events = SmallCrawl.of(6, 6, 1).likes(0, 1, 0).build();
    double probability =
        GroupSigns.ofPod(events, members(3, 1), Background.of(events), RULES).probability();
    assertThat(probability).isCloseTo(1 / (1 + Math.exp(1.5 + 3 * 0.6)), within(1e-12));
  }

  /**
   * Without times, evenness counts .4 nats at most of 500 events, and .6 more of ten times as many;
   * a group of 30 is larger than circles are.
   */
  @Test
  void evennessAloneSaysOnlySoMuchAndSizeSomething() {
    int n = 30;
    SmallCrawl crawl = SmallCrawl.of(n, n, 10);
    int[] all = IntStream.range(0, n).toArray();
    for (int u : all) {
      for (int v : all) {
        for (int k = 0; k < 5; k++) {
          crawl.likes(u, v, (u + k) % 10);
        }
      }
    }
    Events events = crawl.build();
    GroupSigns signs = GroupSigns.ofPod(events, members(n, 2.5), Background.of(events), RULES);
    // Each gives each other five.
    double most = 0.4 + 0.6 * Math.log10(30 * 29 * 5 / 500.0);
    assertThat(signs.unevenness().sign(RULES)).isGreaterThan(most);
    double logit = -1.5 + 8 * most + 2 * Math.log(30 / 15.0);
    assertThat(signs.probability()).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-12));
  }

  @Test
  void orderStatisticsAreExact() {
    int[] values = {70_000, 3, 70_001, -1, 3, 1 << 30};
    assertThat(Selection.ofRank(i -> values[i], 6, 0)).isEqualTo(3);
    assertThat(Selection.ofRank(i -> values[i], 6, 1)).isEqualTo(3);
    assertThat(Selection.ofRank(i -> values[i], 6, 2)).isEqualTo(70_000);
    assertThat(Selection.ofRank(i -> values[i], 6, 3)).isEqualTo(70_001);
    assertThat(Selection.ofRank(i -> values[i], 6, 4)).isEqualTo(1 << 30);
  }
}

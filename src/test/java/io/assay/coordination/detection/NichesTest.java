package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class NichesTest {
  private static final NicheRules RULES = CoordinationMethod.DEFAULT.niches();

  /** Two audiences of 30 for authors 0-19 and the others, each engaging all of its own. */
  private static SmallCrawl twoAudiences(int authors) {
    SmallCrawl crawl = SmallCrawl.of(authors + 60, authors, 1);
    for (int x = 0; x < 60; x++) {
      for (int v = x < 30 ? 0 : 20; v < (x < 30 ? 20 : authors); v++) {
        crawl.likes(authors + x, v, 0);
      }
    }
    return crawl;
  }

  @Test
  void authorsOfOneAudienceShareANiche() {
    Niches niches = Niches.find(twoAudiences(40).build(), RULES, new BitSet());
    assertThat(niches.count()).isEqualTo(2);
    assertThat(Arrays.copyOfRange(niches.toArray(), 0, 20)).containsOnly(0);
    assertThat(Arrays.copyOfRange(niches.toArray(), 20, 40)).containsOnly(1);
  }

  @Test
  void aNicheOfFewAuthorsIsNone() {
    Niches niches = Niches.find(twoAudiences(39).build(), RULES, new BitSet());
    assertThat(niches.count()).isEqualTo(1);
    assertThat(niches.of(0)).isZero();
    assertThat(niches.of(38)).isEqualTo(Niches.NONE);
  }

  /** Twenty creators who engage each other, without any audience in common. */
  @Test
  void creatorsDoNotMakeTheirOwnNiche() {
    SmallCrawl crawl = SmallCrawl.of(40, 20, 1);
    for (int u = 0; u < 20; u++) {
      for (int v = 0; v < 20; v++) {
        crawl.likes(u, v, 0);
      }
      crawl.likes(20 + u, u, 0);
    }
    assertThat(Niches.find(crawl.build(), RULES, new BitSet()).count()).isZero();
  }

  /** Three authors; 3 engages all of them, 4 the first two, 5 the first. */
  @Test
  void whoEngagesFewSaysMoreOfEach() {
    SmallCrawl crawl = SmallCrawl.of(6, 3, 1);
    crawl.likes(3, 0, 0).likes(3, 1, 0).likes(3, 2, 0).likes(4, 0, 0).likes(4, 1, 0);
    crawl.likes(5, 0, 0);
    AudienceSample sample = new AudienceSample(crawl.build(), RULES, new BitSet());
    long third = Math.round((1L << 30) / 3.0);
    long half = 1L << 29;
    assertThat(sample.norm(0)).isEqualTo(third + half + (1L << 30));
    assertThat(sample.norm(2)).isEqualTo(third);
    long[] shared = new long[3];
    IntList met = new IntList();
    sample.addShared(1, shared, met);
    assertThat(shared).containsExactly(third + half, third + half, third);
    assertThat(met.toArray()).containsExactly(0, 2);
  }

  /** 4,000 actors each engage all of 120 authors: a quarter of these is kept, heavier. */
  @Test
  void whoEngagesManyIsSampled() {
    SmallCrawl crawl = SmallCrawl.of(620, 120, 1);
    for (int x = 0; x < 500; x++) {
      for (int v = 0; v < 120; v++) {
        crawl.likes(120 + x, v, 0);
      }
    }
    AudienceSample sample = new AudienceSample(crawl.build(), RULES, new BitSet());
    // sqrt(120 / 30) / 120 for each of some 125 of 500 actors.
    long weight = Math.round((1L << 30) / 60.0);
    assertThat(sample.norm(7) % weight).isZero();
    assertThat(sample.norm(7) / weight).isBetween(85L, 165L);
  }

  /** 0 shares all of 1's audience and half of 2's; with one neighbour each, 2 is joined to 0. */
  @Test
  void authorsAreJoinedToTheNearest() {
    SmallCrawl crawl = SmallCrawl.of(7, 3, 1);
    for (int x = 3; x < 5; x++) {
      crawl.likes(x, 0, 0).likes(x, 1, 0);
    }
    crawl.likes(4, 2, 0).likes(5, 2, 0);
    NicheRules one = new NicheRules(30, 1, 10, 20);
    Graph graph =
        new NearestAuthors(new AudienceSample(crawl.build(), one, new BitSet()), one).graph();
    assertThat(graph.degree(0)).isEqualTo(3);
    assertThat(graph.degree(1)).isEqualTo(2);
    assertThat(graph.degree(2)).isEqualTo(1);
    assertThat(graph.neighbourAt(graph.first(2))).isZero();
  }
}

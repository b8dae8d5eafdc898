package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventsTest {
  /** Authors 0 and 1 with two posts each (0, 1 and 2, 3), and 2 who publishes nothing. */
  private static SmallCrawl crawl() {
    return SmallCrawl.of(3, 2, 2);
  }

  @Test
  void eventsAreSortedByActorAndPost() {
    Events events = crawl().likes(2, 1, 1).likes(0, 1, 0).likes(2, 0, 0).build();
    assertThat(events.size()).isEqualTo(3);
    assertThat(new int[] {events.actor(0), events.post(0), events.author(0)})
        .containsExactly(0, 2, 1);
    assertThat(new int[] {events.actor(1), events.post(1)}).containsExactly(2, 0);
    assertThat(new int[] {events.actor(2), events.post(2)}).containsExactly(2, 3);
    assertThat(new int[] {events.firstOf(1), events.endOf(1)}).containsExactly(1, 1);
    assertThat(new int[] {events.firstOf(2), events.endOf(2)}).containsExactly(1, 3);
  }

  @Test
  void whatOneDoesToOnePostIsOneEvent() {
    Events events =
        crawl().comments(2, 0, 0, 500, true).likes(2, 0, 0).comments(2, 0, 0, 90, false).build();
    assertThat(events.size()).isEqualTo(1);
    assertThat(events.delay(0)).isEqualTo(90);
    assertThat(events.isComment(0)).isTrue();
    assertThat(events.isStock(0)).isTrue();
  }

  @Test
  void aLikeIsNoStockComment() {
    Events events = crawl().likes(2, 0, 0).likes(2, 0, 1, 7).build();
    assertThat(events.isComment(0)).isFalse();
    assertThat(events.isTimed(0)).isFalse();
    assertThat(events.isTimed(1)).isTrue();
    assertThat(events.isStock(1)).isFalse();
  }

  @Test
  void whatSomebodyDoesUnderAnOwnPostIsDropped() {
    assertThat(crawl().likes(0, 0, 1).likes(1, 1, 0).build().size()).isZero();
  }

  @Test
  void whatCameBeforeThePostCameAtOnce() {
    Events events = crawl().likes(2, 0, 0, -60).likes(2, 0, 1, 0).build();
    assertThat(events.delay(0)).isEqualTo(1);
    assertThat(events.delay(1)).isEqualTo(1);
  }

  @Test
  void postsListWhoCame() {
    Events events = crawl().likes(2, 0, 1).likes(1, 0, 1).likes(2, 1, 0).build();
    assertThat(events.actorsOn(0)).isZero();
    assertThat(events.actorsOn(1)).isEqualTo(2);
    assertThat(events.actor(events.eventAt(events.firstOn(1)))).isEqualTo(1);
    assertThat(events.actor(events.eventAt(events.firstOn(1) + 1))).isEqualTo(2);
    assertThat(events.postsOf(1)).isEqualTo(2);
    assertThat(events.firstPostOf(1)).isEqualTo(2);
  }

  @Test
  void aPartOfTheEventsKeepsAccountsAndPosts() {
    Events all = crawl().likes(2, 0, 1, 5).likes(1, 0, 1, 50).likes(2, 1, 0).build();
    Events fast = all.where(e -> all.isTimed(e) && all.delay(e) <= 5);
    assertThat(fast.size()).isEqualTo(1);
    assertThat(fast.actorsOn(1)).isEqualTo(1);
    assertThat(fast.accounts()).isEqualTo(3);
    assertThat(fast.postsOf(0)).isEqualTo(2);
  }

  @Test
  void whatIsNoActorOrPostIsRefused() {
    assertThatThrownBy(() -> crawl().likes(3, 0, 0))
        .hasMessageContaining("actor 3 of 3, post 0 of 4");
    long[] two = {1, 2};
    assertThatThrownBy(() -> new KnownPosts(new int[] {1, 0}, two, two))
        .hasMessageContaining("post 1 of author 0 stands behind a higher author");
    assertThatThrownBy(() -> new KnownPosts(new int[] {0, 0}, two, new long[1]))
        .hasMessageContaining("2 authors, 2 keys, 1 times");
    KnownPosts ofFifth = new KnownPosts(new int[] {4, 4}, two, two);
    assertThatThrownBy(() -> new EventsBuilder(two, 1, ofFifth).build())
        .hasMessageContaining("a post of author 4 of 1");
    assertThatThrownBy(() -> new EventsBuilder(two, 3, ofFifth))
        .hasMessageContaining("3 of 2 publish");
  }
}

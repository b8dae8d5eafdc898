package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * A crawl in a few words: accounts by number, of which the first publish; engagements in any order.
 * A hash draws when a post is published, within ninety days.
 */
final class SmallCrawl {
  private static final long DAY = 86_400;

  private final int accounts;
  private final int[] posts;
  private final int[] firstPost;
  private final long[] publishedAt;
  private EventsBuilder events;

  /**
   * @param accounts how many there are
   * @param posts of each author
   */
  SmallCrawl(int accounts, int... posts) {
    this.accounts = accounts;
    this.posts = posts;
    firstPost = new int[posts.length + 1];
    for (int v = 0; v < posts.length; v++) {
      firstPost[v + 1] = firstPost[v] + posts[v];
    }
    publishedAt = new long[firstPost[posts.length]];
    for (int v = 0; v < posts.length; v++) {
      for (int k = 0; k < posts[v]; k++) {
        publishedAt[firstPost[v] + k] = Math.floorMod(StableHash.ofPair(-v, k), 90 * DAY);
      }
    }
  }

  /** Authors with equally many posts each. */
  static SmallCrawl of(int accounts, int authors, int posts) {
    int[] each = new int[authors];
    Arrays.fill(each, posts);
    return new SmallCrawl(accounts, each);
  }

  /** When a post of an author was published. */
  SmallCrawl published(int author, int post, long second) {
    publishedAt[firstPost[author] + post] = second;
    return this;
  }

  /** Engages a post of an author at an unknown time. */
  SmallCrawl likes(int actor, int author, int post) {
    events().add(actor, firstPost[author] + post, false, false);
    return this;
  }

  SmallCrawl likes(int actor, int author, int post, long seconds) {
    events().addTimed(actor, firstPost[author] + post, seconds, false, false);
    return this;
  }

  SmallCrawl comments(int actor, int author, int post, long seconds, boolean stock) {
    events().addTimed(actor, firstPost[author] + post, seconds, true, stock);
    return this;
  }

  /**
   * What people do who act alone: each of the actors engages so many posts that a hash draws, of
   * everybody or of a part of the authors, between a minute and two days after the post; one in
   * three is a comment that fits no other post.
   */
  SmallCrawl crowd(int firstActor, int endActor, int each, int firstAuthor, int endAuthor) {
    for (int u = firstActor; u < endActor; u++) {
      for (int i = 0; i < each; i++) {
        long draw = StableHash.ofPair(u, i);
        int author = firstAuthor + (int) Long.remainderUnsigned(draw, endAuthor - firstAuthor);
        int post = (int) Long.remainderUnsigned(StableHash.of(draw, 1), posts[author]);
        double octaves = 11.5 * StableHash.uniform(StableHash.of(draw, 2));
        long seconds = Math.round(60 * Math.pow(2, octaves));
        if (i % 3 == 0) {
          comments(u, author, post, seconds, false);
        } else {
          likes(u, author, post, seconds);
        }
      }
    }
    return this;
  }

  private EventsBuilder events() {
    if (events == null) {
      long[] keys = new long[accounts];
      Arrays.setAll(keys, u -> StableHash.mix(u + 1L));
      int[] author = new int[publishedAt.length];
      long[] postKeys = new long[publishedAt.length];
      for (int v = 0; v < posts.length; v++) {
        Arrays.fill(author, firstPost[v], firstPost[v + 1], v);
      }
      Arrays.setAll(postKeys, p -> StableHash.mix(-p - 1L));
      events = new EventsBuilder(keys, posts.length, new KnownPosts(author, postKeys, publishedAt));
    }
    return events;
  }

  Events build() {
    return events().build();
  }

  /** Found with the usual rules, nobody following anybody. */
  static Detection detect(Events events) {
    return Detector.detect(events, Follows.none(events.accounts()), CoordinationMethod.DEFAULT);
  }
}

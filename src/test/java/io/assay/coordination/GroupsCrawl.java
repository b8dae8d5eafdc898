package io.assay.coordination;

import io.assay.contracts.Feeds;
import io.assay.testing.MemoryLake;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A delivery in which a pod and a farm hide in a crowd: 200 authors a0 to a199 of four posts each;
 * c0 to c399 engage ten posts each, wherever, within two days.
 */
final class GroupsCrawl {
  static final int AUTHORS = 200;
  static final int POSTS = 4;
  private static final Instant FIRST = Instant.parse("2026-09-20T00:07:00Z");

  private final String platform;
  private final String crawledAt;
  private final List<String> interactions = new ArrayList<>();
  private boolean datedToTheDay;

  /**
   * @param crawledAt time of all observations
   */
  GroupsCrawl(String platform, String crawledAt) {
    this.platform = platform;
    this.crawledAt = crawledAt;
  }

  static String post(int author, int post) {
    return "p" + author + "-" + post;
  }

  private static Instant publishedAt(int author, int post) {
    return FIRST.plus(Duration.ofHours((author * 37 + post * 101) % 240));
  }

  /** The crawl tells of posts on which day they appeared, and no more. */
  GroupsCrawl datedToTheDay() {
    datedToTheDay = true;
    return this;
  }

  /** When a crawl says that a post was published. */
  private Instant told(int author, int post) {
    Instant published = publishedAt(author, post);
    return datedToTheDay ? published.truncatedTo(ChronoUnit.DAYS) : published;
  }

  GroupsCrawl crowd() {
    SplittableRandom draw = new SplittableRandom(1);
    for (int u = 0; u < 400; u++) {
      // Each of the ten on another author, so that nobody likes a post twice.
      int start = draw.nextInt(AUTHORS);
      for (int i = 0; i < 10; i++) {
        int author = (start + 19 * i + draw.nextInt(19)) % AUTHORS;
        long delay = Math.round(60 * Math.pow(2, 11.5 * draw.nextDouble()));
        String text = i % 3 == 0 ? "remark " + u + " about thing " + i : null;
        act("c" + u, author, draw.nextInt(POSTS), delay, text);
      }
    }
    return this;
  }

  /** a0 to a5 engage three of four posts of each other, some three minutes later. */
  GroupsCrawl pod() {
    for (int u = 0; u < 6; u++) {
      for (int v = 0; v < 6; v++) {
        for (int k = 0; u != v && k < 3; k++) {
          act("a" + u, v, k, 200 + 10 * u, null);
        }
      }
    }
    return this;
  }

  /**
   * Workers comment two posts of each of a10 to a14, and one of a15 and of a16, most of them with a
   * stock phrase.
   */
  GroupsCrawl farm(int firstWorker, int endWorker) {
    for (int w = firstWorker; w < endWorker; w++) {
      String text = w % 7 == 0 ? "worker " + w + " has a word of its own" : "wow";
      for (int v = 10; v < 17; v++) {
        act("w" + w, v, 0, 7_000 + 20 * w, text);
        if (v < 15) {
          act("w" + w, v, 1, 86_000 + 20 * w, text);
        }
      }
    }
    return this;
  }

  /** A like, or a comment where there is a text, so many seconds after the post. */
  GroupsCrawl act(String actor, int author, int post, long seconds, String text) {
    interactions.add(
        """
        {"platform":"%s","post_id":"%s","actor_id":"%s","kind":"%s","occurred_at":"%s","crawled_at":"%s"%s}
        """
            .formatted(
                platform,
                post(author, post),
                actor,
                text == null ? "like" : "comment",
                publishedAt(author, post).plusSeconds(seconds),
                crawledAt,
                text == null ? "" : ",\"text\":\"" + text + "\""));
    return this;
  }

  GroupsCrawl deliver(MemoryLake lake, LocalDate day) {
    List<String> accounts = new ArrayList<>();
    List<String> posts = new ArrayList<>();
    for (int v = 0; v < AUTHORS; v++) {
      accounts.add(
          """
          {"platform":"%s","account_id":"a%d","handle":"author.%d","crawled_at":"%s"}
          """
              .formatted(platform, v, v, crawledAt));
      for (int k = 0; k < POSTS; k++) {
        posts.add(
            """
            {"platform":"%s","post_id":"%s","account_id":"a%d","posted_at":"%s","crawled_at":"%s"}
            """
                .formatted(platform, post(v, k), v, told(v, k), crawledAt));
      }
    }
    String crawl = platform + "-" + day;
    lake.deliver(Feeds.ACCOUNTS, crawl, day, accounts.toArray(String[]::new));
    lake.deliver(Feeds.POSTS, crawl, day, posts.toArray(String[]::new));
    lake.deliver(Feeds.INTERACTIONS, crawl, day, interactions.toArray(String[]::new));
    return this;
  }
}

package io.assay.coordination.detection;

import io.assay.text.CommentText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A crawl of one platform as the detector takes it.
 *
 * @param accounts id of each account, by number
 */
record LoadedCrawl(List<String> accounts, Events events, Follows follows) {
  private static final long THINNING = 77;

  private record Post(String id, String author, long publishedAt) {}

  static LoadedCrawl of(Path crawl) {
    Map<String, Post> posts = posts(crawl);
    List<String> accounts = accounts(crawl, posts);
    Map<String, Integer> number = numbers(accounts);
    List<Post> sorted = new ArrayList<>(posts.values());
    sorted.sort(Comparator.<Post>comparingInt(p -> number.get(p.author())).thenComparing(Post::id));
    int authors = (int) sorted.stream().map(Post::author).distinct().count();
    KnownPosts known =
        new KnownPosts(
            sorted.stream().mapToInt(p -> number.get(p.author())).toArray(),
            sorted.stream().mapToLong(p -> key(p.id())).toArray(),
            sorted.stream().mapToLong(Post::publishedAt).toArray());
    long[] keys = accounts.stream().mapToLong(LoadedCrawl::key).toArray();
    Map<String, Integer> postNumber = numbers(sorted.stream().map(Post::id).toList());
    EventsBuilder events = new EventsBuilder(keys, authors, known);
    CrawlReader.read(
        crawl,
        "interactions",
        r -> {
          Integer post = postNumber.get(r.get("post_id"));
          if (post == null) {
            return;
          }
          int actor = number.get(r.get("actor_id"));
          boolean comment = r.get("kind").equals("comment");
          boolean stock = comment && isStock(r.get("text"));
          String at = r.get("occurred_at");
          if (at == null) {
            events.add(actor, post, comment, stock);
          } else {
            long seconds = second(at) - known.publishedAt()[post];
            events.addTimed(actor, post, seconds, comment, stock);
          }
        });
    return new LoadedCrawl(accounts, events.build(), follows(crawl, number, authors));
  }

  /** A crawl that shows only a share of the events, which a hash draws. */
  LoadedCrawl thinned(double share) {
    Events thin =
        events.where(
            e -> {
              long actor = events.accountKeys()[events.actor(e)] + THINNING;
              long post = events.posts().key()[events.post(e)];
              return StableHash.uniform(StableHash.ofPair(actor, post)) < share;
            });
    return new LoadedCrawl(accounts, thin, follows);
  }

  /** What a crawl knows of the time of an event. */
  interface Clock {
    /**
     * @param second since 1970 at which it happened
     * @return what is known of it; {@link KnownPosts#UNKNOWN} if nothing is
     */
    long known(int event, long second);
  }

  /** The same events seen by a crawl that knows other times of those that have one. */
  LoadedCrawl seenBy(Clock clock) {
    return new LoadedCrawl(accounts, timed(events, clock), follows);
  }

  static Events timed(Events events, Clock clock) {
    EventsBuilder seen = new EventsBuilder(events.accountKeys(), events.authors(), events.posts());
    for (int e = 0; e < events.size(); e++) {
      int post = events.post(e);
      long published = events.posts().publishedAt()[post];
      long known =
          events.isTimed(e) ? clock.known(e, published + events.delay(e)) : KnownPosts.UNKNOWN;
      if (known == KnownPosts.UNKNOWN) {
        seen.add(events.actor(e), post, events.isComment(e), events.isStock(e));
      } else {
        seen.addTimed(
            events.actor(e), post, known - published, events.isComment(e), events.isStock(e));
      }
    }
    return seen.build();
  }

  private static Map<String, Post> posts(Path crawl) {
    Map<String, Post> posts = new HashMap<>();
    CrawlReader.read(
        crawl,
        "posts",
        r ->
            posts.putIfAbsent(
                r.get("post_id"),
                new Post(r.get("post_id"), r.get("account_id"), second(r.get("posted_at")))));
    return posts;
  }

  /** Authors first, each by id. */
  private static List<String> accounts(Path crawl, Map<String, Post> posts) {
    TreeSet<String> authors = new TreeSet<>();
    posts.values().forEach(p -> authors.add(p.author()));
    TreeSet<String> others = new TreeSet<>();
    CrawlReader.read(crawl, "accounts", r -> others.add(r.get("account_id")));
    CrawlReader.read(crawl, "interactions", r -> others.add(r.get("actor_id")));
    others.removeAll(authors);
    List<String> accounts = new ArrayList<>(authors);
    accounts.addAll(others);
    return accounts;
  }

  private static Map<String, Integer> numbers(List<String> ids) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String id : ids) {
      numbers.put(id, numbers.size());
    }
    return numbers;
  }

  private static Follows follows(Path crawl, Map<String, Integer> number, int authors) {
    TreeMap<Integer, TreeSet<Integer>> pairs = new TreeMap<>();
    CrawlReader.read(
        crawl,
        "follows",
        r -> {
          Integer follower = number.get(r.get("follower_id"));
          Integer author = number.get(r.get("account_id"));
          if (follower != null && author != null && author < authors) {
            pairs.computeIfAbsent(follower, f -> new TreeSet<>()).add(author);
          }
        });
    IntList from = new IntList();
    IntList to = new IntList();
    pairs.forEach(
        (follower, followed) ->
            followed.forEach(
                author -> {
                  from.add(follower);
                  to.add(author);
                }));
    return new Follows(from.toArray(), to.toArray(), number.size());
  }

  private static boolean isStock(String text) {
    return CommentText.of(text).is(CommentText.GENERIC | CommentText.EMOJI_ONLY);
  }

  private static long second(String time) {
    return Instant.parse(time).getEpochSecond();
  }

  /** FNV-1a, spread. */
  private static long key(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    return StableHash.mix(hash);
  }
}

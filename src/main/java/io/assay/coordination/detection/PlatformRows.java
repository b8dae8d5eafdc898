package io.assay.coordination.detection;

import io.assay.contracts.UserError;
import io.assay.coordination.detection.PlatformCrawl.Account;
import io.assay.coordination.detection.PlatformCrawl.StockComments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the rows of one platform, in whatever order they come, and numbers what they speak of in
 * the order of keys. Cost: some 30 bytes an engagement until all are there.
 */
final class PlatformRows {
  private static final int LIKE = -2;
  private static final int OWN_WORDS = -1;
  private static final long NO_TIME = Long.MIN_VALUE;

  private final String platform;
  private final long most;
  private final List<Account> accounts = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private final LongList actors = new LongList();
  private final LongList engaged = new LongList();
  private final LongList times = new LongList();

  /** Of a stock comment its phrase, else {@link #LIKE} or {@link #OWN_WORDS}. */
  private final IntList says = new IntList();

  private final Map<String, Integer> phrases = new HashMap<>();
  private final ShareRows shares = new ShareRows();
  private final LongList followers = new LongList();
  private final LongList followed = new LongList();
  private final BeforeRows niches = new BeforeRows();
  private final BeforeRows members = new BeforeRows();
  private long rows;

  private record Post(long key, long author, long publishedAt, String id) {}

  /**
   * @param most rows that are taken, without names of the day before
   */
  PlatformRows(String platform, long most) {
    this.platform = platform;
    this.most = most;
  }

  /**
   * @throws UserError if there are more than {@code coordination.max_events}
   */
  void add(CrawlRow row) {
    switch (row.sort()) {
      case CrawlRow.ACCOUNT -> accounts.add(new Account(row.key(), row.text(), row.more()));
      case CrawlRow.POST ->
          posts.add(
              new Post(
                  row.key(),
                  row.other(),
                  row.hasTime() ? row.at() : KnownPosts.UNKNOWN,
                  row.text()));
      case CrawlRow.EVENT -> event(row, LIKE);
      case CrawlRow.COMMENT -> {
        String phrase = row.text();
        event(
            row, phrase == null ? OWN_WORDS : phrases.computeIfAbsent(phrase, p -> phrases.size()));
      }
      case CrawlRow.FOLLOW -> {
        followers.add(row.key());
        followed.add(row.other());
      }
      case CrawlRow.OBJECT -> shares.object(row.key(), row.text());
      case CrawlRow.SHARE -> shares.share(row.key(), row.other(), row.third(), row.at());
      case CrawlRow.NICHE_BEFORE -> niches.add(row.key(), row.text(), 0);
      case CrawlRow.MEMBER_BEFORE -> members.add(row.key(), row.text(), row.at());
      default -> throw new IllegalArgumentException("a row of sort " + row.sort());
    }
    if (row.sort() != CrawlRow.NICHE_BEFORE
        && row.sort() != CrawlRow.MEMBER_BEFORE
        && ++rows > most) {
      throw new UserError(
          platform
              + " has more than "
              + most
              + " interactions, follows, shares, posts and accounts in coordination.window_days, more"
              + " than coordination.max_events",
          "Raise coordination.max_events (some 100 bytes of memory each), or shorten"
              + " coordination.window_days.");
    }
  }

  private void event(CrawlRow row, int what) {
    actors.add(row.key());
    engaged.add(row.other());
    times.add(row.hasTime() ? row.at() : NO_TIME);
    says.add(what);
  }

  /** All there is; the rows are of no further use. */
  PlatformCrawl build(LockstepRules lockstep) {
    KeyNumbers authors =
        new KeyNumbers(posts.stream().mapToLong(Post::author).sorted().distinct().toArray());
    accounts.sort(
        Comparator.<Account, Boolean>comparing(a -> authors.of(a.key()) == KeyNumbers.NONE)
            .thenComparingLong(Account::key));
    long[] keys = accounts.stream().mapToLong(Account::key).toArray();
    KeyNumbers numbers = new KeyNumbers(keys);
    posts.sort(
        Comparator.<Post>comparingInt(p -> numbers.of(p.author())).thenComparingLong(Post::key));
    int publishing = (int) posts.stream().mapToLong(Post::author).distinct().count();
    KnownPosts known =
        new KnownPosts(
            posts.stream().mapToInt(p -> numbers.of(p.author())).toArray(),
            posts.stream().mapToLong(Post::key).toArray(),
            posts.stream().mapToLong(Post::publishedAt).toArray());
    EventsBuilder events = new EventsBuilder(keys, publishing, known);
    StockComments stock = events(events, numbers, known);
    return new PlatformCrawl(
        accounts,
        posts.stream().map(Post::id).toList(),
        events.build(),
        follows(numbers, publishing),
        stock,
        shares.build(keys, numbers, lockstep),
        shares.objectIds(),
        niches.build(numbers),
        members.build(numbers));
  }

  private StockComments events(EventsBuilder events, KeyNumbers numbers, KnownPosts known) {
    KeyNumbers ofPost = new KeyNumbers(known.key());
    IntList actor = new IntList();
    IntList on = new IntList();
    IntList phrase = new IntList();
    for (int i = 0; i < actors.size(); i++) {
      int post = ofPost.of(engaged.get(i));
      int who = numbers.of(actors.get(i));
      if (post == KeyNumbers.NONE) {
        continue;
      }
      int what = says.get(i);
      long published = known.publishedAt()[post];
      if (times.get(i) == NO_TIME || published == KnownPosts.UNKNOWN) {
        events.add(who, post, what != LIKE, what >= 0);
      } else {
        events.addTimed(who, post, times.get(i) - published, what != LIKE, what >= 0);
      }
      if (what >= 0) {
        actor.add(who);
        on.add(post);
        phrase.add(what);
      }
    }
    String[] said = new String[phrases.size()];
    phrases.forEach((text, number) -> said[number] = text);
    return new StockComments(actor.toArray(), on.toArray(), phrase.toArray(), Arrays.asList(said));
  }

  private Follows follows(KeyNumbers numbers, int publishing) {
    IntList from = new IntList();
    IntList to = new IntList();
    for (int i = 0; i < followers.size(); i++) {
      int follower = numbers.of(followers.get(i));
      int author = numbers.of(followed.get(i));
      if (follower != KeyNumbers.NONE && author != KeyNumbers.NONE && author < publishing) {
        from.add(follower);
        to.add(author);
      }
    }
    return new Follows(from.toArray(), to.toArray(), accounts.size());
  }
}

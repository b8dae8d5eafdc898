package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Step 8: explains a farm away. A curator shows posts of others, and its followers arrive there in
 * bursts, which looks like a farm in every respect but one: hits follow posts of the curator.
 */
final class HubCheck {
  private static final int LEAST_HITS = 3;
  private static final double MOST_COVERED = 0.9;
  private static final double SLACK = 0.01;

  private final Events events;
  private final Follows follows;
  private final HubRules rules;
  private final Tallies near;

  /**
   * @param events all of the members
   */
  HubCheck(Events events, Follows follows, HubRules rules) {
    this.events = events;
    this.follows = follows;
    this.rules = rules;
    near = new Tallies(events.authors());
  }

  /** The author that explains the hits best, of those whom most members engage or follow. */
  Hub of(int[] members, List<Hit> hits) {
    long[] times = times(members, hits);
    Hub best = Hub.NONE;
    for (int author : nearest(members)) {
      double chance = chance(author, hits, times);
      if (chance < best.chance()) {
        best = new Hub(author, chance);
      }
    }
    return best;
  }

  /** Whether enough times are known to say that nobody's posts explain the hits. */
  boolean canTell(int[] members, List<Hit> hits) {
    return Arrays.stream(times(members, hits)).filter(t -> t != KnownPosts.UNKNOWN).count()
        >= LEAST_HITS;
  }

  private long[] times(int[] members, List<Hit> hits) {
    return hits.stream().mapToLong(hit -> time(members, hit)).toArray();
  }

  /** When the median member came to a hit; unknown where no time is. */
  private long time(int[] members, Hit hit) {
    int[] delays = new int[members.length];
    int timed = 0;
    for (int k = events.firstOn(hit.post()); k < events.endOn(hit.post()); k++) {
      int e = events.eventAt(k);
      if (events.isTimed(e) && Sets.contains(members, events.actor(e))) {
        delays[timed++] = events.delay(e);
      }
    }
    Arrays.sort(delays, 0, timed);
    long published = events.posts().publishedAt()[hit.post()];
    boolean known = timed > 0 && published != KnownPosts.UNKNOWN;
    return known ? published + delays[timed / 2] : KnownPosts.UNKNOWN;
  }

  /** Authors near enough, the nearest first: each engagement and each follow is a tie. */
  int[] nearest(int[] members) {
    for (int u : members) {
      int last = -1;
      for (int e = events.firstOf(u); e < events.endOf(u); e++) {
        if (events.author(e) != last) {
          last = events.author(e);
          near.add(last, 1);
        }
      }
      for (int k = follows.first(u); k < follows.end(u); k++) {
        near.add(follows.authorAt(k), 1);
      }
    }
    int[] enough = near.atLeast(rules.share() * members.length);
    long[] order = new long[enough.length];
    for (int i = 0; i < enough.length; i++) {
      order[i] = (long) -near.of(enough[i]) << Integer.SIZE | enough[i];
    }
    near.clear();
    Arrays.sort(order);
    return Arrays.stream(order).limit(rules.most()).mapToInt(key -> (int) key).toArray();
  }

  /** Chance that so many hits follow posts of an author; 1 where they are not enough. */
  double chance(int author, List<Hit> hits, long[] times) {
    long[] of = new long[times.length];
    int n = 0;
    for (int i = 0; i < of.length; i++) {
      if (hits.get(i).author() != author && times[i] != KnownPosts.UNKNOWN) {
        of[n++] = times[i];
      }
    }
    if (n < LEAST_HITS) {
      return 1;
    }
    long[] posts = events.posts().times(events.firstPostOf(author), events.firstPostOf(author + 1));
    int soon = 0;
    for (int i = 0; i < n; i++) {
      int at = Arrays.binarySearch(posts, of[i]);
      int before = at >= 0 ? at : -at - 2;
      soon += before >= 0 && of[i] - posts[before] <= rules.seconds() ? 1 : 0;
    }
    if (soon < 2 || soon < rules.hits() * n) {
      return 1;
    }
    double covered = covered(posts, Arrays.copyOf(of, n));
    // Without a source of random numbers, of which none are drawn.
    return 1 - new BinomialDistribution(null, n, covered).cumulativeProbability(soon - 1);
  }

  /** Share of the span of the hits that lies soon after posts. */
  private double covered(long[] posts, long[] hits) {
    long from = Arrays.stream(hits).min().orElseThrow() - rules.seconds();
    long to = Arrays.stream(hits).max().orElseThrow() + 1;
    long sum = 0;
    for (int i = 0; i < posts.length; i++) {
      if (posts[i] > from - rules.seconds() && posts[i] < to) {
        long next = i + 1 < posts.length ? Math.min(posts[i + 1], to) : to;
        sum += Math.min(rules.seconds(), next - posts[i]);
      }
    }
    return Math.min(MOST_COVERED, sum / (double) (to - from) + SLACK);
  }
}

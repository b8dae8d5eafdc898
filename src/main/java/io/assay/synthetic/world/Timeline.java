package io.assay.synthetic.world;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * All posts, numbered by author and then by time: when each appeared and how much attention it
 * draws. It is small (a few bytes a post) and everybody who acts needs it, so it is made once and
 * handed to all tasks.
 */
final class Timeline implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Crawlers see more of a post with more engagement, but not in proportion. */
  private static final double ATTENTION_EXPONENT = 0.8;

  /** Posts are crawled when they are at least so many seconds old. */
  private static final long YOUNGEST = 600;

  private static final double POSTS_SPREAD = 0.7;
  private static final int MOST_POSTS = 400;

  /** Who takes part in something planted published enough for it to show. */
  private static final int LEAST_POSTS_OF_PLAYERS = 5;

  private static final double HOURS_SPREAD = 3.5;
  private static final double VIRAL_EXPONENT = 1.3;
  private static final double LEAST_VIRAL = 5;
  private static final double MOST_VIRAL = 60;

  private final int[] first;
  private final int[] author;
  private final long[] posted;
  private final float[] factor;
  private final float[] weight;
  private final int[] byTime;

  private Timeline(int[] first) {
    int posts = first[first.length - 1];
    this.first = first;
    author = new int[posts];
    posted = new long[posts];
    factor = new float[posts];
    weight = new float[posts];
    byTime = new int[posts];
  }

  /** Posts of the people with indexes below {@code creators}. */
  static Timeline of(World world, long seed, long crawlDay, People people, Traits traits) {
    int creators = world.population.creatorCount();
    int[] first = new int[creators + 1];
    for (int a = 0; a < creators; a++) {
      first[a + 1] = first[a] + count(world, seed, people.of(a));
    }
    Timeline timeline = new Timeline(first);
    for (int a = 0; a < creators; a++) {
      timeline.fill(world, seed, crawlDay, people.of(a), traits.viral(a));
    }
    timeline.scale(world);
    timeline.sort();
    return timeline;
  }

  private static int count(World world, long seed, Person person) {
    double median =
        world.activity.postsPerCreator() * StrictMath.exp(-POSTS_SPREAD * POSTS_SPREAD / 2);
    int count =
        Rng.of(seed, "posts", person.index())
            .count(Rng.of(seed, "posting", person.index()).logNormal(median, POSTS_SPREAD));
    int least = person.role() == Role.CREATOR ? 1 : LEAST_POSTS_OF_PLAYERS;
    return Math.max(least, Math.min(count, MOST_POSTS));
  }

  /** At about the author's usual hour, in its own time zone's day. */
  private void fill(World world, long seed, long crawlDay, Person person, boolean viral) {
    int a = person.index();
    Rng rng = Rng.of(seed, "times", a);
    double usual = 9 + 13 * rng.uniform() - person.utcOffset();
    long[] times = new long[count(a)];
    for (int k = 0; k < times.length; k++) {
      int day = rng.below(world.population.days());
      double hour = usual + HOURS_SPREAD * rng.normal();
      long second = crawlDay - (day + 1) * People.DAY + (long) (hour * 3_600) + rng.below(60);
      long span = world.population.days() * People.DAY;
      // What a time zone pushes out at one end comes in at the other.
      times[k] = crawlDay - span + Math.floorMod(second - crawlDay + span, span - YOUNGEST);
    }
    Arrays.sort(times);
    int outbreak = viral ? rng.below(times.length) : -1;
    double spread = world.population.platform().rate.betweenPosts();
    for (int k = 0; k < times.length; k++) {
      int post = first[a] + k;
      author[post] = a;
      posted[post] = times[k];
      double usualFactor = rng.logNormal(1, spread);
      factor[post] =
          (float)
              (k == outbreak
                  ? LEAST_VIRAL * rng.pareto(VIRAL_EXPONENT, MOST_VIRAL / LEAST_VIRAL)
                  : usualFactor);
      weight[post] =
          (float) StrictMath.pow(person.typicalEngagement() * factor[post], ATTENTION_EXPONENT);
    }
  }

  /** So that weights are expected organic engagements, and no post has more than the cap. */
  private void scale(World world) {
    double sum = 0;
    for (float w : weight) {
      sum += w;
    }
    // Where nobody acts of his own accord, posts still differ in how popular they would be.
    double scale = Math.max(world.organicInteractions(), 1) / sum;
    for (int p = 0; p < weight.length; p++) {
      weight[p] = (float) Math.min(weight[p] * scale, world.activity.mostPerPost());
    }
  }

  private void sort() {
    int[] sorted =
        IntStream.range(0, posts())
            .boxed()
            .sorted((p, q) -> posted[p] != posted[q] ? Long.compare(posted[p], posted[q]) : p - q)
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, byTime, 0, sorted.length);
  }

  int posts() {
    return author.length;
  }

  /** Posts of an author. */
  int count(int creator) {
    return first[creator + 1] - first[creator];
  }

  /** Number of an author's k-th post, from 0, the oldest first. */
  int post(int creator, int k) {
    return first[creator] + k;
  }

  int author(int post) {
    return author[post];
  }

  long posted(int post) {
    return posted[post];
  }

  /** Engagement relative to the author's typical post. */
  double factor(int post) {
    return factor[post];
  }

  /** Expected organic engagements in the crawl. */
  double weight(int post) {
    return weight[post];
  }

  /** The author's post that was engaged most. */
  int best(int creator) {
    int best = first[creator];
    for (int post = best; post < first[creator + 1]; post++) {
      best = factor[post] > factor[best] ? post : best;
    }
    return best;
  }

  /** Posts of an author that had appeared by a second. */
  int countBy(int creator, long second) {
    int post = first[creator];
    while (post < first[creator + 1] && posted[post] <= second) {
      post++;
    }
    return post - first[creator];
  }

  /** The author's newest post that appeared within {@code days} before; negative if none. */
  int newestBefore(int creator, long second, int days) {
    for (int post = first[creator + 1] - 1; post >= first[creator]; post--) {
      if (posted[post] < second) {
        return posted[post] >= second - days * People.DAY ? post : -1;
      }
    }
    return -1;
  }

  /** Any post that was at most {@code hours} old at this second; negative if there is none. */
  int anyRecent(long second, int hours, Rng rng) {
    int from = position(second - hours * 3_600L);
    int to = position(second);
    return to > from ? byTime[from + rng.below(to - from)] : -1;
  }

  /** Posts that appeared before. */
  private int position(long second) {
    int low = 0;
    int high = byTime.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (posted[byTime[middle]] < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

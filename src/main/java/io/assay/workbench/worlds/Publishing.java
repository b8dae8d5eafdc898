package io.assay.workbench.worlds;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Makes the {@link Timeline}: how much each creator publishes, when, and how it is received. */
final class Publishing {
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

  private final World world;
  private final long seed;
  private final long crawlDay;
  private final int[] first;
  private final int[] author;
  private final long[] posted;
  private final float[] factor;
  private final float[] weight;

  private Publishing(World world, long seed, long crawlDay, int[] first) {
    int posts = first[first.length - 1];
    this.world = world;
    this.seed = seed;
    this.crawlDay = crawlDay;
    this.first = first;
    author = new int[posts];
    posted = new long[posts];
    factor = new float[posts];
    weight = new float[posts];
  }

  /** Posts of the people with indexes below {@code creators}. */
  static Timeline timeline(World world, long seed, long crawlDay, People people, Traits traits) {
    int creators = world.population.creatorCount();
    int[] first = new int[creators + 1];
    for (int a = 0; a < creators; a++) {
      first[a + 1] = first[a] + count(world, seed, people.of(a));
    }
    Publishing made = new Publishing(world, seed, crawlDay, first);
    for (int a = 0; a < creators; a++) {
      made.fill(people.of(a), traits.viral(a));
    }
    made.scale();
    return new Timeline(first, made.author, made.posted, made.factor, made.weight, made.byTime());
  }

  private static int count(World world, long seed, Person person) {
    double median =
        world.activity.postsPerCreator() * StrictMath.exp(-POSTS_SPREAD * POSTS_SPREAD / 2);
    int count =
        Rng.of(seed, "posts", person.index())
            .count(Rng.of(seed, "posting", person.index()).logNormal(median, POSTS_SPREAD));
    int least = person.role() == PlayedRole.CREATOR ? 1 : LEAST_POSTS_OF_PLAYERS;
    return Math.max(least, Math.min(count, MOST_POSTS));
  }

  /** At about the author's usual hour, in its own time zone's day. */
  private void fill(Person person, boolean viral) {
    int a = person.index();
    Rng rng = Rng.of(seed, "times", a);
    double usual = 9 + 13 * rng.uniform() - person.utcOffset();
    long[] times = new long[first[a + 1] - first[a]];
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
      double usualFactor = rng.logNormal(1, spread) * Rise.share(world, seed, person, times[k]);
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
  private void scale() {
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

  private int[] byTime() {
    return IntStream.range(0, posted.length)
        .boxed()
        .sorted((p, q) -> posted[p] != posted[q] ? Long.compare(posted[p], posted[q]) : p - q)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}

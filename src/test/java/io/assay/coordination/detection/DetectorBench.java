package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long the method takes by size: made-up events, most of an actor's in one of twenty niches, on
 * posts of power-law size, with forty pods and forty farms. Arguments: events, actors and posts, in
 * thousands.
 */
final class DetectorBench {
  private static final int NICHES = 20;
  private static final int POSTS_OF_AUTHOR = 10;
  private static final int GROUPS = 40;
  private static final int GROUP = 20;

  private final int wanted;
  private final int accounts;
  private final int authors;
  private final int posts;
  private final EventsBuilder events;
  private final int[][] postsOfNiche = new int[NICHES][];
  private long draws;

  private DetectorBench(int events, int accounts, int posts) {
    this.wanted = events;
    this.accounts = accounts;
    this.posts = posts;
    this.authors = posts / POSTS_OF_AUTHOR;
    int[] author = new int[posts];
    long[] key = new long[posts];
    long[] time = new long[posts];
    for (int p = 0; p < posts; p++) {
      author[p] = p / POSTS_OF_AUTHOR;
      key[p] = StableHash.of(p, 1);
      time[p] = Math.floorMod(StableHash.of(p, 2), 90 * 86_400);
    }
    long[] accountKeys = new long[accounts];
    Arrays.setAll(accountKeys, u -> StableHash.of(u, 3));
    this.events = new EventsBuilder(accountKeys, authors, new KnownPosts(author, key, time));
    for (int c = 0; c < NICHES; c++) {
      int niche = c;
      postsOfNiche[c] =
          IntStream.range(0, posts).filter(p -> author[p] % NICHES == niche).toArray();
    }
  }

  private double uniform() {
    return StableHash.uniform(StableHash.mix(++draws));
  }

  /** Numbers from 0, the first ones far more often: rank to the power of -.75. */
  private int skewed(int n) {
    return (int) (n * Math.pow(uniform(), 4));
  }

  private int delay() {
    return (int) (60 * Math.pow(2, 11 * uniform()));
  }

  private Events made() {
    for (int i = 0; i < wanted; i++) {
      int u = (int) (accounts * Math.pow(uniform(), 1.8));
      u = (int) Math.floorMod(StableHash.of(u, 9), (long) accounts);
      int niche = uniform() < 0.8 ? u % NICHES : (int) (NICHES * uniform());
      int[] of = postsOfNiche[niche];
      int at = skewed(of.length);
      int p = of[(int) Math.floorMod(StableHash.of(at, 5), (long) of.length)];
      events.addTimed(u, p, delay(), uniform() < 0.2, uniform() < 0.3);
    }
    for (int g = 0; g < GROUPS; g++) {
      pod(g * GROUP);
      farm(authors + g * GROUP, GROUPS * GROUP + g * GROUP);
    }
    return events.build();
  }

  private void pod(int first) {
    for (int u = first; u < first + GROUP; u++) {
      for (int p = first * POSTS_OF_AUTHOR; p < (first + GROUP) * POSTS_OF_AUTHOR; p++) {
        if (uniform() < 0.6) {
          events.addTimed(u, p, 60 + (int) (300 * uniform()), true, uniform() < 0.6);
        }
      }
    }
  }

  private void farm(int firstWorker, int firstTarget) {
    for (int v = firstTarget; v < firstTarget + GROUP / 2; v++) {
      for (int k = 0; k < 4; k++) {
        int start = delay();
        for (int u = firstWorker; u < firstWorker + GROUP; u++) {
          if (uniform() < 0.6) {
            events.addTimed(
                u, v * POSTS_OF_AUTHOR + k, start + (int) (600 * uniform()), true, true);
          }
        }
      }
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void show(String what, long since) {
    System.out.printf(Locale.ROOT, "  %-12s %6.2f s%n", what, seconds(since));
  }

  public static void main(String[] thousands) {
    int[] sizes = Arrays.stream(thousands).mapToInt(t -> 1_000 * Integer.parseInt(t)).toArray();
    Events events = new DetectorBench(sizes[0], sizes[1], sizes[2]).made();
    System.out.printf(
        Locale.ROOT, "%,d events, %,d accounts, %,d posts%n", events.size(), sizes[1], sizes[2]);
    CoordinationMethod method = CoordinationMethod.DEFAULT;
    long all = System.nanoTime();
    long start = all;
    Background.of(events);
    show("background", start);
    start = System.nanoTime();
    Niches niches = Niches.find(events, method.niches(), new BitSet());
    show("niches", start);
    start = System.nanoTime();
    Margins margins = Margins.of(events, niches);
    show("margins", start);
    start = System.nanoTime();
    PodSearch.FoundPods pods = PodSearch.in(events, margins, method);
    show("pods", start);
    start = System.nanoTime();
    Edges edges = PostOverlap.shared(events, margins, e -> true, method.posts()).edges();
    show("overlap", start);
    start = System.nanoTime();
    Excursions.visitors(events, margins, e -> true, method, 3);
    show("excursions", start);
    start = System.nanoTime();
    FarmSearch.in(events, margins, edges, pods.pods(), method);
    show("all of farms", start);
    System.out.printf(
        Locale.ROOT,
        "  %d niches, %d mutual pairs, %d pods, %d edges of posts%n",
        niches.count(),
        pods.mutual().edges().size(),
        pods.pods().size(),
        edges.size());
    start = System.nanoTime();
    Detection found = Detector.detect(events, Follows.none(sizes[1]), method);
    System.out.printf(
        Locale.ROOT,
        "  all in one: %.1f s, %d groups, %d accepted; heap in use %d MB%n",
        seconds(start),
        found.groups().size(),
        found.accepted().size(),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }
}

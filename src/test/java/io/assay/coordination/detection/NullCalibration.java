package io.assay.coordination.detection;

import io.assay.statistics.PoissonTail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How often each null of the method says p &le; .01 of pairs that are drawn before anything is
 * selected. Pairs are drawn evenly, of which most never meet, or by activity: each end is that of
 * some event, and many do.
 */
final class NullCalibration {
  static final double IMPROBABLE = 0.01;
  private static final int DRAWN = 20_000;
  private static final int GROUPS = 400;
  private static final int GROUP = 30;
  private static final int CORE = 10;
  private static final IntPredicate ALL = e -> true;
  private static final CoordinationMethod METHOD = CoordinationMethod.DEFAULT;
  private static final FarmRules FARMS = METHOD.farms();

  private final Events events;
  private final Margins margins;
  private final boolean byActivity;
  private long draws;

  /**
   * @param byActivity whether pairs are drawn by activity, else evenly
   */
  NullCalibration(Events events, Niches niches, boolean byActivity) {
    this.events = events;
    this.margins = Margins.of(events, niches);
    this.byActivity = byActivity;
  }

  /**
   * @param share of the pairs that are improbable
   * @param width what is expected of all pairs over what is seen; NaN where not all are counted
   */
  record Calibrated(double share, double width) {}

  private interface Test {
    double expected(int first, int second);

    int seen(int first, int second);

    default double chance(int first, int second) {
      int seen = seen(first, second);
      return seen == 0 ? 1 : PoissonTail.of(seen, expected(first, second));
    }
  }

  private int drawn(int below) {
    return (int) Math.floorMod(StableHash.mix(++draws), (long) below);
  }

  private int event() {
    return drawn(events.size());
  }

  private int post() {
    return byActivity ? events.post(event()) : drawn(events.posts().count());
  }

  private int author() {
    return byActivity ? events.author(event()) : drawn(events.authors());
  }

  private int actor() {
    return byActivity ? events.actor(event()) : drawn(events.accounts());
  }

  private Calibrated of(IntSupplier first, IntSupplier second, IntUnaryOperator owner, Test test) {
    double expected = 0;
    double seen = 0;
    int improbable = 0;
    for (int i = 0; i < DRAWN; ) {
      int a = first.getAsInt();
      int b = second.getAsInt();
      if (owner.applyAsInt(a) != owner.applyAsInt(b)) {
        expected += test.expected(a, b);
        seen += test.seen(a, b);
        improbable += test.chance(a, b) <= IMPROBABLE ? 1 : 0;
        i++;
      }
    }
    return new Calibrated(improbable / (double) DRAWN, expected / seen);
  }

  /** Step 2: pairs of creators, both directions together. */
  Calibrated mutual() {
    CreatorPairs pairs = CreatorPairs.of(events);
    MutualNull rates =
        new MutualNull(margins, MutualPairs.improbable(pairs, margins, METHOD.mutual()));
    int[] given =
        IntStream.range(0, events.size())
            .filter(e -> events.actor(e) < events.authors())
            .map(events::actor)
            .toArray();
    IntSupplier creator = () -> byActivity ? given[drawn(given.length)] : author();
    return of(
        creator,
        this::author,
        v -> v,
        new Test() {
          @Override
          public double expected(int u, int v) {
            return rates.rate(u, v);
          }

          @Override
          public int seen(int u, int v) {
            return pairs.count(u, v);
          }

          @Override
          public double chance(int u, int v) {
            return MutualPairs.both(rates.chance(u, v, seen(u, v)), rates.chance(v, u, seen(v, u)));
          }
        });
  }

  /** Step 5: pairs of posts, those of few actors too. */
  Calibrated posts() {
    SharedActors shared = PostOverlap.shared(events, margins, ALL, ofAll(METHOD.posts()));
    return of(this::post, this::post, p -> events.posts().author()[p], shared(shared));
  }

  /** Step 5b: pairs of authors by excursions, those of few visitors too. */
  Calibrated excursions() {
    SharedActors shared = Excursions.shared(events, margins, ALL, ofAll(METHOD.excursions()));
    return of(this::author, this::author, v -> v, shared(shared));
  }

  private static SharingRules ofAll(SharingRules r) {
    return new SharingRules(
        r.perActor(), r.perObject(), 1, r.slack(), r.chance(), r.triangles(), r.core());
  }

  private static Test shared(SharedActors shared) {
    return new Test() {
      @Override
      public double expected(int i, int j) {
        return shared.expected(i, j);
      }

      @Override
      public int seen(int i, int j) {
        return shared.shared(i, j);
      }
    };
  }

  /** Actors, or posts, that are drawn as often as wanted. */
  private int[] some(int wanted, IntSupplier draw) {
    return Sets.of(IntStream.generate(draw).limit(wanted).toArray());
  }

  /** Step 6a: whether a group hits a post, of all groups and posts. */
  Calibrated hits() {
    // All posts where one of the group is are hits by these rules: on others nothing is improbable.
    FarmRules all = new FarmRules(1, 2, 1, 0, 1, 0.5, 6, FARMS.worker(), FARMS.lazy(), 12, 5);
    HitSearch search = new HitSearch(events, margins, all);
    int improbable = 0;
    int[] posts = some(DRAWN / 10, this::post);
    for (int g = 0; g < GROUPS; g++) {
      for (Hit hit : search.of(some(GROUP, this::actor))) {
        if (Sets.contains(posts, hit.post())) {
          double rate = Math.max(HitSearch.LEAST_EXPECTED, hit.expected());
          improbable += PoissonTail.of(hit.hitters(), rate) <= IMPROBABLE ? 1 : 0;
        }
      }
    }
    return new Calibrated(improbable / ((double) GROUPS * posts.length), Double.NaN);
  }

  /** Start of step 6: who visits ten posts, of all actors. */
  Calibrated visitors() {
    FarmRules every =
        new FarmRules(IMPROBABLE, 1e-6, 3, 0.1, 1, 0.5, 6, FARMS.worker(), FARMS.lazy(), 12, 5);
    Visitors visitors = new Visitors(events, margins, every);
    int[] actors = some(DRAWN, this::actor);
    long improbable = 0;
    for (int g = 0; g < GROUPS; g++) {
      improbable += Sets.common(visitors.of(some(CORE, this::post)), actors);
    }
    return new Calibrated(improbable / ((double) GROUPS * actors.length), Double.NaN);
  }

  /** Step 8: whether ten events on posts follow the posts of an author. */
  Calibrated hubs() {
    HubCheck check = new HubCheck(events, Follows.none(events.accounts()), METHOD.hub());
    int improbable = 0;
    for (int i = 0; i < DRAWN; i++) {
      List<Hit> hits = new ArrayList<>();
      long[] times = new long[CORE];
      while (hits.size() < CORE) {
        int e = event();
        if (events.isTimed(e)) {
          int p = events.post(e);
          times[hits.size()] = events.posts().publishedAt()[p] + events.delay(e);
          hits.add(new Hit(p, events.author(e), 0, 0, new HitWindow(0, 0, 0, 0)));
        }
      }
      improbable += check.chance(author(), hits, times) <= IMPROBABLE ? 1 : 0;
    }
    return new Calibrated(improbable / (double) DRAWN, Double.NaN);
  }
}

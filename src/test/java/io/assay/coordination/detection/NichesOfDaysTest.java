package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.testing.SparkFixture;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.WorldGeneration;
import io.assay.workbench.worlds.WorldLoader;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a day more of a crawl leaves niches as they were: the last ten days of a world. */
class NichesOfDaysTest {
  private static final int DAYS = 10;

  @TempDir Path folder;

  /**
   * The adjusted Rand index of two partitions (Hubert and Arabie 1985) over what both have in a
   * part: 1 where they are the same, 0 as by chance.
   */
  static double agreement(Niches a, Niches b, int authors) {
    Map<Long, Integer> both = new HashMap<>();
    Map<Integer, Integer> ofA = new HashMap<>();
    Map<Integer, Integer> ofB = new HashMap<>();
    int n = 0;
    for (int v = 0; v < authors; v++) {
      if (a.of(v) != Niches.NONE && b.of(v) != Niches.NONE) {
        both.merge((long) a.of(v) << Integer.SIZE | b.of(v), 1, Integer::sum);
        ofA.merge(a.of(v), 1, Integer::sum);
        ofB.merge(b.of(v), 1, Integer::sum);
        n++;
      }
    }
    double together = pairs(both);
    double inA = pairs(ofA);
    double inB = pairs(ofB);
    double chance = inA * inB / (n * (n - 1) / 2.0);
    return (together - chance) / ((inA + inB) / 2 - chance);
  }

  private static double pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToDouble(k -> k * (k - 1) / 2.0).sum();
  }

  @Test
  void agreementIsOneForTheSamePartsAndNoneForChance() {
    Niches parts = new Niches(new int[] {0, 0, 1, 1, Niches.NONE});
    assertThat(agreement(parts, new Niches(new int[] {1, 1, 0, 0, 0}), 5)).isEqualTo(1);
    // Of two pairs in either none is in the other; 2/3 by chance.
    assertThat(agreement(parts, new Niches(new int[] {0, 1, 0, 1, 0}), 5))
        .isCloseTo(-0.5, within(1e-12));
  }

  @Test
  @Tag("slow")
  void aDayMoreLeavesNichesAsTheyWere() {
    Path crawl = folder.resolve("default");
    WorldGeneration.of(WorldLoader.load(Path.of("conf/worlds/default.yaml")), 1, CrawlDate.DEFAULT)
        .write(SparkFixture.spark(), crawl.toString(), false);
    Events all = LoadedCrawl.of(crawl).events();
    Niches before = null;
    for (int back = DAYS; back >= 0; back--) {
      long end =
          CrawlDate.DEFAULT
              .minusDays(back)
              .plusDays(1)
              .atStartOfDay()
              .toEpochSecond(ZoneOffset.UTC);
      Events seen = all.where(e -> second(all, e) < end);
      Niches niches = Detector.niches(seen, CoordinationMethod.DEFAULT);
      if (before != null) {
        double agreement = agreement(before, niches, all.authors());
        System.out.printf(
            Locale.ROOT,
            "%s: %,d events, %d niches, adjusted Rand index with the day before %.3f%n",
            CrawlDate.DEFAULT.minusDays(back),
            seen.size(),
            niches.count(),
            agreement);
        assertThat(agreement).isGreaterThanOrEqualTo(0.8);
      }
      before = niches;
    }
  }

  /** When an event took place; one without a time some time after its post. */
  private static long second(Events events, int e) {
    long published = events.posts().publishedAt()[events.post(e)];
    if (events.isTimed(e)) {
      return published + events.delay(e);
    }
    long end = CrawlDate.DEFAULT.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    double drawn = StableHash.uniform(StableHash.of(e, 3));
    return published + (long) (drawn * (end - published));
  }
}

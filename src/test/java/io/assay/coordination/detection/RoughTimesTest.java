package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.WorldGeneration;
import io.assay.workbench.worlds.WorldLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crawls that know times to the minute or the hour, some times, or none. */
class RoughTimesTest {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final int[] POD = {0, 1, 2, 3, 4, 5};
  private static final int[] WORKERS = IntStream.range(600, 607).toArray();

  /** A batch is stamped when it ends: up to the next multiple. */
  private static LoadedCrawl.Clock batches(int seconds) {
    return (event, second) -> Math.floorDiv(second + seconds - 1, seconds) * seconds;
  }

  private static final LoadedCrawl.Clock NONE = (event, second) -> KnownPosts.UNKNOWN;

  /** As if every other event had no time, whoever's it is. */
  private static final LoadedCrawl.Clock HALF =
      (event, second) ->
          StableHash.uniform(StableHash.of(event, 9)) < 0.5 ? second : KnownPosts.UNKNOWN;

  /**
   * 200 authors of four posts, a crowd of 400; six who engage three of four posts of each other
   * some minutes later; seven who hit two posts of each of five authors, two hours and a day later.
   */
  private static Events crawl() {
    SmallCrawl crawl = SmallCrawl.of(607, 200, 4).crowd(6, 600, 10, 0, 200);
    for (int u : POD) {
      for (int v : POD) {
        for (int k = 0; k < 3; k++) {
          crawl.likes(u, v, k, 200 + 10 * u);
        }
      }
    }
    for (int u : WORKERS) {
      for (int v = 10; v < 15; v++) {
        crawl.comments(u, v, 0, 7_000 + 20 * (u - 600), u % 7 > 0);
        crawl.comments(u, v, 1, 86_000 + 20 * (u - 600), u % 7 > 0);
      }
    }
    return crawl.build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, MINUTE, HOUR})
  void aPodAndAFarmAreFoundWhereTimesAreThoseOfBatches(int seconds) {
    Events events = LoadedCrawl.timed(crawl(), batches(seconds));
    assertThat(SmallCrawl.detect(events).accepted())
        .extracting(CoordinatedGroup::members)
        .containsExactly(POD, WORKERS);
  }

  @Test
  void aPodAndAFarmAreFoundWhereHalfOfTheTimesAreKnown() {
    Detection found = SmallCrawl.detect(LoadedCrawl.timed(crawl(), HALF));
    assertThat(found.accepted())
        .extracting(CoordinatedGroup::members)
        .containsExactly(POD, WORKERS);
    assertThat(found.accepted())
        .allSatisfy(
            group ->
                // Of 90 engagements in the pod and 70 by the farm.
                assertThat(group.shape().latency().timed()).isBetween(20L, 60L));
  }

  /** What a crawl of rounded times finds of a world, and one of half of the times or none. */
  @Test
  @Tag("slow")
  void aWorldKeepsItsGroupsWhereTimesAreRough(@TempDir Path folder) {
    LoadedCrawl crawl = crawl(folder.resolve("crawl"));
    PlantedTruth truth = PlantedTruth.of(folder.resolve("crawl"), crawl.accounts());
    WorldFigures exact = figures("to the second", detect(crawl), truth);
    Map<String, LoadedCrawl.Clock> clocks = new LinkedHashMap<>();
    clocks.put("to the minute", batches(MINUTE));
    clocks.put("to the hour", batches(HOUR));
    clocks.put("of half of them", HALF);
    clocks.forEach(
        (name, clock) -> {
          WorldFigures figures = figures(name, detect(crawl.seenBy(clock)), truth);
          assertThat(figures.recallOfPods()).isGreaterThan(exact.recallOfPods() - 0.05);
          assertThat(figures.recallOfFarms()).isGreaterThan(exact.recallOfFarms() - 0.1);
          assertThat(figures.falseAccounts()).isLessThanOrEqualTo(exact.falseAccounts() + 5);
        });

    Detection untimed = detect(crawl.seenBy(NONE));
    WorldFigures figures = figures("of none", untimed, truth);
    assertThat(figures.recallOfPods()).isGreaterThan(exact.recallOfPods() - 0.2);
    assertThat(figures.recallOfFarms()).isZero();
    // Even friends look like a pod where nothing tells that each came when it happened to.
    assertThat(figures.falseAccounts()).isLessThanOrEqualTo(exact.falseAccounts() + 15);
    double unexplained = ofUnexplainedFarms(untimed, truth);
    System.out.printf(Locale.ROOT, "of farms' workers %.3f unexplained%n", unexplained);
    assertThat(unexplained).isGreaterThan(exact.recallOfFarms() - 0.1);
  }

  private static WorldFigures figures(String times, Detection found, PlantedTruth truth) {
    WorldFigures figures = WorldFigures.of(found, truth);
    System.out.println("times " + times + ": " + figures);
    return figures;
  }

  private static LoadedCrawl crawl(Path crawl) {
    WorldGeneration.of(WorldLoader.load(Path.of("conf/worlds/default.yaml")), 1, CrawlDate.DEFAULT)
        .write(SparkFixture.spark(), crawl.toString(), false);
    return LoadedCrawl.of(crawl);
  }

  private static Detection detect(LoadedCrawl crawl) {
    return Detector.detect(crawl.events(), crawl.follows(), CoordinationMethod.DEFAULT);
  }

  /** Of the workers of planted farms those in a group that is not accepted for want of times. */
  private static double ofUnexplainedFarms(Detection found, PlantedTruth truth) {
    BitSet unexplained = new BitSet();
    found.groups().stream()
        .filter(group -> group.verdict() == Verdict.UNTIMED)
        .forEach(group -> Arrays.stream(group.members()).forEach(unexplained::set));
    int[] workers =
        truth.groups().values().stream()
            .flatMapToInt(group -> group.stream().mapToInt(Integer::intValue))
            .filter(u -> !truth.inPod()[u])
            .toArray();
    return Arrays.stream(workers).filter(unexplained::get).count() / (double) workers.length;
  }
}

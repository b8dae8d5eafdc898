package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.WorldGeneration;
import io.assay.workbench.worlds.WorldLoader;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every null of the method in a made-up world without pods and farms, in which friends, fans,
 * employees, hunters of giveaways and audiences of curators act as they do: of pairs drawn before
 * any selection at most 1.5 % have p &le; .01.
 */
@Tag("slow")
class CalibrationOnWorldTest {
  private static Events events;
  private static Niches niches;

  @BeforeAll
  static void world(@TempDir Path folder) {
    WorldGeneration.of(
            WorldLoader.load(Path.of("conf/worlds/nothing-planted.yaml")), 1, CrawlDate.DEFAULT)
        .write(SparkFixture.spark(), folder.resolve("crawl").toString(), false);
    events = LoadedCrawl.of(folder.resolve("crawl")).events();
    niches = Niches.find(events, CoordinationMethod.DEFAULT.niches(), new BitSet());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void improbablePairsAreAsRareAsTheySay(boolean byActivity) {
    NullCalibration calibration = new NullCalibration(events, niches, byActivity);
    Map<String, NullCalibration.Calibrated> found = new LinkedHashMap<>();
    found.put("creators (2)", calibration.mutual());
    found.put("posts (5)", calibration.posts());
    found.put("excursions (5b)", calibration.excursions());
    found.put("hits (6a)", calibration.hits());
    found.put("visitors (6)", calibration.visitors());
    found.put("hubs (8)", calibration.hubs());
    found.forEach(
        (step, c) ->
            System.out.printf(
                Locale.ROOT,
                "%s drawn %s: %.5f have p <= .01; expected / seen %.2f%n",
                step,
                byActivity ? "by activity" : "evenly",
                c.share(),
                c.width()));
    assertThat(found.values()).allSatisfy(c -> assertThat(c.share()).isLessThanOrEqualTo(0.015));
  }
}

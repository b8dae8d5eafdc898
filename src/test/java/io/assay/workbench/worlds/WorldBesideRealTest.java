package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.contracts.BronzeTables;
import io.assay.ingest.Crawl;
import io.assay.ingest.Mapping;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Distributions of worlds beside those of real sets, where these are at hand. What is printed here
 * stands in {@code src/docs/worlds.md}.
 */
@Tag("slow")
class WorldBesideRealTest {
  private static final Path DATA = Path.of("../shared/data");

  @TempDir Path temp;

  @Test
  void instagram() {
    Map<String, Row> real =
        real(
            DATA.resolve("instafake/nonautomatedAccountData.json"),
            "instafake",
            LocalDate.of(2019, 12, 31),
            Instant.parse("2019-12-31T12:00:00Z"));
    compare("instagram", real, made("instagram"));
  }

  @Test
  void tiktok() {
    Map<String, Row> real =
        real(DATA.resolve("tiktok_famous"), "tiktok-famous", LocalDate.of(2020, 11, 8), null);
    compare("tiktok", real, made("tiktok"));
  }

  /** Medians of one order: sets are old, small and chosen by hands unknown. */
  private static void compare(String platform, Map<String, Row> real, Map<String, Row> made) {
    System.out.println(
        platform
            + ": followers, accounts, rate p10, median, p90, comments per 100"
            + " likes, spread; real, then the world's");
    for (String band : made.keySet()) {
      Row found = real.get(band);
      // A band of one account would be that account's numbers.
      System.out.println(line(band, found == null || found.getLong(1) < 20 ? null : found));
      System.out.println(line(band, made.get(band)));
      if (real.containsKey(band) && real.get(band).getLong(1) >= 50) {
        double ratio = made.get(band).getDouble(3) / real.get(band).getDouble(3);
        assertThat(ratio).as(band).isBetween(0.2, 5.0);
      }
    }
  }

  private static String line(String band, Row row) {
    return row == null
        ? String.format(Locale.ROOT, "| %s | fewer than 20 |", band)
        : String.format(
            Locale.ROOT,
            "| %s | %,d | %.2f %% | %.2f %% | %.2f %% | %.1f | %.2f |",
            band,
            row.getLong(1),
            100 * row.getDouble(2),
            100 * row.getDouble(3),
            100 * row.getDouble(4),
            row.<Double>getAs(5),
            row.<Double>getAs(6));
  }

  private static Map<String, Row> made(String platform) {
    World world = Worlds.load("population: {platform: " + platform + "}");
    Society society = Worlds.society(1, world);
    WorldCrawl crawl = new WorldCrawl(SparkFixture.spark(), society);
    return byBand(
        crawl.rows(new AccountRows(society), 2),
        crawl.rows(new PostRows(society, crawl.totals(2)), 2));
  }

  private Map<String, Row> real(Path files, String mapping, LocalDate date, Instant seen) {
    assumeTrue(Files.exists(files), "real data is not at hand: " + files);
    TestLake lake = new TestLake(temp);
    Mapping read = Mapping.load(Path.of("conf/sources/" + mapping + ".yaml"));
    lake.pipeline().ingest(new Crawl(files.toString(), mapping, date, read, seen));
    return byBand(
        lake.table(BronzeTables.ACCOUNT_OBSERVATION), lake.table(BronzeTables.POST_OBSERVATION));
  }

  private static Map<String, Row> byBand(Dataset<Row> accounts, Dataset<Row> posts) {
    List<Row> rows = Distributions.of(accounts, posts).collectAsList();
    Map<String, Row> byBand = new LinkedHashMap<>();
    rows.forEach(row -> byBand.put(row.getString(0), row));
    return byBand;
  }
}

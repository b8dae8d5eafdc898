package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.OpsTables;
import io.assay.testing.TestLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real set, where it is at hand, from its files to its distributions. The expected accounts and
 * medians are those that were computed from the same files apart from this project.
 */
@Tag("slow")
class TiktokFamousTest {
  private static final Path DATA = Path.of("../shared/data/tiktok_famous");
  private static final LocalDate DAY = LocalDate.of(2020, 11, 8);

  @TempDir private static Path folder;
  private static TestLake lake;

  @BeforeAll
  static void walk() {
    assumeTrue(Files.isDirectory(DATA), "real data is not at hand: " + DATA);
    lake =
        TestLake.with(folder, Path.of("conf/examples/tiktok-famous.yaml"))
            .ingest(DATA, "tiktok-famous", DAY, Path.of("conf/sources/tiktok-famous.yaml"))
            .run("conform", DAY)
            .run("engagement", DAY);
  }

  @Test
  void everyRowIsAccountedFor() {
    assertThat(
            lake.rows(
                OpsTables.INGEST_ACCOUNTING,
                "feed; records; accepted; duplicates; quarantined",
                "feed"))
        .containsExactly("accounts|54261|1794|52467|0", "posts|54261|50124|4137|0");
  }

  @Test
  void likesAndCommentsPerFollower() {
    assertThat(medians("rate_public", 2))
        .containsExactly(
            "1-10k|36|3.24",
            "10-50k|129|2.24",
            "50-100k|57|1.88",
            "100-500k|218|1.90",
            "500k-1M|158|2.48",
            "1M+|1194|2.47");
  }

  @Test
  void likesCommentsAndSharesPerFollower() {
    assertThat(medians("rate_total", 2))
        .containsExactly(
            "1-10k|36|3.25",
            "10-50k|129|2.34",
            "50-100k|57|1.94",
            "100-500k|218|1.92",
            "500k-1M|158|2.48",
            "1M+|1194|2.48");
  }

  @Test
  void likesCommentsAndSharesPerPlay() {
    assertThat(medians("rate_view", 1))
        .containsExactly(
            "1-10k|36|17.4",
            "10-50k|129|14.5",
            "50-100k|57|15.5",
            "100-500k|218|12.9",
            "500k-1M|158|12.9",
            "1M+|1194|16.3");
  }

  private static java.util.List<String> medians(String metric, int decimals) {
    return lake
        .table(EngagementTables.BAND_DISTRIBUTION)
        .where("platform = 'tiktok' AND media_type = 'all' AND lower >= 1000")
        .where("scheme = 'famous' AND metric = '" + metric + "'")
        .orderBy("band_order")
        .selectExpr("concat_ws('|', band, n, format_number(100 * median, " + decimals + ")) AS t")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }
}

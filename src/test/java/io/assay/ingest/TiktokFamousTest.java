package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.testing.TestLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mapping of a real set, where that is at hand. */
class TiktokFamousTest {
  private static final Path DATA = Path.of("../shared/data/tiktok_famous");

  @Test
  void everyRowIsAccountedFor(@TempDir Path folder) {
    assumeTrue(Files.isDirectory(DATA), "real data is not at hand: " + DATA);
    LocalDate day = LocalDate.of(2020, 11, 8);
    TestLake lake =
        new TestLake(folder)
            .ingest(DATA, "tiktok-famous", day, Path.of("conf/sources/tiktok-famous.yaml"));
    assertThat(
            lake.rows(
                OpsTables.INGEST_ACCOUNTING,
                "feed; records; accepted; duplicates; quarantined",
                "feed"))
        .containsExactly("accounts|54261|1794|52467|0", "posts|54261|50124|4137|0");
    assertThat(lake.table(BronzeTables.POST_OBSERVATION).count()).isEqualTo(50_124);
    lake.run("conform", day);
  }
}

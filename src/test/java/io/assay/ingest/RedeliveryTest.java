package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.BronzeTables;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second delivery of one name and day, and files that a mapping leaves out: both are said. */
class RedeliveryTest {
  private static final String ACCOUNT =
      "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-31T08:00:00Z\"}\n";

  @TempDir private Path folder;

  @Test
  void whatADeliveryReplacesIsSaid() {
    TestLake lake =
        new TestLake(folder)
            .file("c", "accounts/a.jsonl", ACCOUNT.formatted(1) + ACCOUNT.formatted(2))
            .ingest("c");
    assertThat(lake.said()).doesNotContain("take their place");
    lake.ingest("c");
    assertThat(lake.said()).doesNotContain("take their place");
    lake.file("c", "accounts/a.jsonl", ACCOUNT.formatted(3)).ingest("c");
    assertThat(lake.said())
        .containsPattern(
            "bronze.account_observation held 2 rows of crawl_id=c/crawl_date=2026-10-31 from run"
                + " \\S+; 1 take their place");
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .containsExactly("3");
  }

  @Test
  void filesThatNoSourceOfAMappingReadsAreSaid() throws IOException {
    TestLake lake =
        new TestLake(folder).file("c", "people.csv", "id\n1\n").file("c", "other.csv", "id\n2\n");
    Path mapping = folder.resolve("m.yaml");
    Files.writeString(
        mapping,
        "format: csv\nfeeds:\n  accounts:\n    files: \"people*.csv\"\n    columns:\n"
            + "      platform: \"'x'\"\n      account_id: id\n"
            + "      crawled_at: \"'2026-10-31T08:00:00Z'\"\n");
    lake.ingest(lake.crawl("c"), "c", TestLake.DAY, mapping);
    assertThat(lake.said())
        .contains(
            "of the delivery that are not read: 1, for example other.csv; --dry-run lists them");
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .containsExactly("1");
  }
}

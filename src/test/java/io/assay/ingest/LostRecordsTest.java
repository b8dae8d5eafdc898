package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.QualityGateError;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read as records counts by its size. */
class LostRecordsTest {
  private static final String MAPPING =
      """
      format: json
      feeds:
        accounts:
          schema: "n STRING, fans STRING"
          columns: {platform: "'x'", account_id: n, followers: fans, crawled_at: crawl_date}
      """;

  @TempDir private Path folder;

  /** Lines of 20 bytes, their ends included. */
  private static String lines(char name, int number) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < number; i++) {
      lines.append("{\"n\":\"%c%d\",\"fans\":1}\n".formatted(name, i));
    }
    return lines.toString();
  }

  /** An array without its end, of 20 bytes an element. */
  private static String cut(char name, int number) {
    return "[" + lines(name, number).strip().replace('\n', ',');
  }

  private TestLake ingested(String name, Object content, double share) throws IOException {
    TestLake lake = new TestLake(folder, "ingest.max_quarantined_share=" + share);
    lake.file("c", "fine.json", lines('a', 9));
    lake.file(
        "c",
        name,
        content instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) content);
    Path mapping = Files.writeString(folder.resolve("m.yaml"), MAPPING);
    return lake.ingest(lake.crawl("c"), "c", TestLake.DAY, mapping);
  }

  private static void assertAccounted(TestLake lake, String accounting, String quarantined) {
    assertThat(
            lake.rows(
                OpsTables.INGEST_ACCOUNTING,
                "records; accepted; duplicates; quarantined",
                "records"))
        .containsExactly(accounting);
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file; reason; records", "reason"))
        .containsExactly(quarantined);
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "count(*) AS n", "n"))
        .containsExactly("9");
  }

  @Test
  void aDocumentThatDoesNotParseCountsAsTheRecordsThatItsBytesHold() throws IOException {
    TestLake lake = ingested("cut.json", cut('b', 5), 0.5);
    assertAccounted(lake, "14|9|0|5", "cut.json|not a JSON document|5");
    assertThat(lake.said())
        .contains(
            "accounts: 1 that cannot be read as records (files, documents, arrays) count as 5,"
                + " estimated from their size");
  }

  @Test
  void theGateSeesIt() {
    assertThatThrownBy(() -> ingested("cut.json", cut('b', 6), 0.3))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining("6 of 15 accounts records (40.0 %) were refused")
        .hasMessageContaining("most often: not a JSON document (6)");
  }

  @Test
  void anArrayWhereLinesAreReadCountsLikeItsRecords() throws IOException {
    // 4 objects of 69 bytes, of which the plain file has 3
    String object =
        "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-31T08:00:00Z\"}";
    String lines = String.join("\n", object, object, object, "").formatted("a", "b", "c");
    String array =
        "[" + String.join(",", object, object, object, object).formatted("d", "e", "f", "g") + "]";
    TestLake lake =
        new TestLake(folder, "ingest.max_quarantined_share=0.6")
            .file("c", "accounts/a.jsonl", lines)
            .file("c", "accounts/b.jsonl", array)
            .ingest("c");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "records; accepted; quarantined", "records"))
        .containsExactly("7|3|4");
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file; records", "records"))
        .containsExactly("accounts/b.jsonl|4");
  }

  @Test
  void ordinaryLinesThatAreNoObjectCountAsOneEach() throws IOException {
    TestLake lake = ingested("odd.json", "{\"n\":\"" + "x".repeat(200) + "\nnot an object\n", 0.5);
    assertThat(lake.rows(OpsTables.QUARANTINE, "records", "records")).containsExactly("1", "1");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "records; quarantined", "records"))
        .containsExactly("11|2");
  }

  @Test
  void aPackedFileWhoseSumIsWrongCountsAsWhatItHolds() throws IOException {
    byte[] packed = Packed.gzip(lines('b', 10));
    packed[packed.length - 8] ^= 1;
    TestLake lake = ingested("b.json.gz", packed, 0.9);
    assertThat(
            lake.rows(
                OpsTables.QUARANTINE, "source_file; substr(reason, 1, 17); records", "records"))
        .containsExactly("b.json.gz|broken container:|10");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "records; accepted; quarantined", "records"))
        .containsExactly("19|9|10");
  }

  @Test
  void packedFilesAreMeasuredByWhatTheyHold() throws IOException {
    TestLake lake = new TestLake(folder, "ingest.max_quarantined_share=0.5");
    lake.file("c", "fine.json.gz", Packed.gzip(lines('a', 9))).file("c", "b.json", cut('b', 5));
    Path mapping = Files.writeString(folder.resolve("m.yaml"), MAPPING);
    lake.ingest(lake.crawl("c"), "c", TestLake.DAY, mapping);
    assertAccounted(lake, "14|9|0|5", "b.json|not a JSON document|5");
  }

  @Test
  void whereNothingElseIsReadEachCountsAsOne() {
    FeedCheck check = new Mapped(folder).file("b.json", cut('b', 5)).by(MAPPING);
    assertThat(check.records()).isEqualTo(1);
    assertThat(Mapped.refusals(check)).hasSize(1).allMatch(r -> r.startsWith("1 not a JSON"));
  }

  @Test
  void aTrialCountsAlike() {
    FeedCheck check =
        new Mapped(folder).file("a.json", lines('a', 9)).file("b.json", cut('b', 5)).by(MAPPING);
    assertThat(check.records()).isEqualTo(14);
    assertThat(check.quarantined()).isEqualTo(5);
  }
}

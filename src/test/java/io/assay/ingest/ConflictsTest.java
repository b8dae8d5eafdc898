package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of one key that are not of one thing. */
class ConflictsTest {
  private static final String POST =
      "{\"platform\":\"instagram\",\"post_id\":\"%s\",\"account_id\":\"%s\",\"posted_at\":"
          + "\"2026-10-30T10:00:00Z\",\"crawled_at\":\"2026-10-31T10:00:00Z\"%s}%n";

  @TempDir private Path folder;

  private static String post(String id, String author, String more) {
    return POST.formatted(id, author, more);
  }

  @Test
  void areCountedAndToldApartFromDuplicates() {
    TestLake lake =
        new TestLake(folder)
            .file(
                "c",
                "posts/p.jsonl",
                post("p1", "ann", ",\"likes\":5")
                    + post("p1", "ann", ",\"likes\":6")
                    + post("p2", "ann", ",\"likes\":5")
                    + post("p2", "bob", ",\"likes\":9")
                    + post("p3", "ann", ",\"caption\":\"one\",\"likes\":2")
                    + post("p3", "ann", ",\"caption\":\"two\"")
                    + post("p3", "ann", ",\"likes\":1"))
            .ingest("c");
    assertThat(lake.rows(BronzeTables.POST_OBSERVATION, "post_id; account_id; likes", "post_id"))
        .containsExactly("p1|ann|6", "p2|bob|9", "p3|ann|2");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "accepted; duplicates; conflicts", "feed"))
        .containsExactly("3|4|2");
    assertThat(
            lake.rows(
                OpsTables.QUALITY_CHECK,
                "check_name; severity; violations; rows; hint",
                "check_name"))
        .anyMatch(
            row ->
                row.startsWith("duplicates_agree|WARN|2|4|records of one key that differ in")
                    && row.endsWith(
                        "for example instagram p2: account_id ann beside bob; instagram p3: caption"
                            + " two beside one"));
    assertThat(lake.said())
        .contains("posts: 2 of the duplicates differ from the record that is kept in account_id");
  }

  @Test
  void aPostOfSeveralAuthorsKeepsItsOwnerWhereTheCrawlSaysWhoThatIs() {
    TestLake lake =
        new TestLake(folder)
            .file(
                "c",
                "posts/p.jsonl",
                post("p1", "owner", ",\"co_authors\":[\"guest\"],\"likes\":5")
                    + post("p1", "guest", ",\"likes\":8")
                    + post("p2", "guest", ",\"co_authors\":[\"guest\"],\"likes\":8")
                    + post("p2", "owner", ",\"co_authors\":[\"guest\"],\"likes\":7")
                    + post("p3", "ann", ",\"co_authors\":[\"bob\"]")
                    + post("p3", "bob", ",\"co_authors\":[\"ann\"],\"likes\":1"))
            .ingest("c");
    assertThat(lake.rows(BronzeTables.POST_OBSERVATION, "post_id; account_id", "post_id"))
        .containsExactly("p1|owner", "p2|owner", "p3|bob");
    // Of p3 each names the other, so that nobody knows.
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "duplicates; conflicts", "feed"))
        .containsExactly("3|1");
  }

  @Test
  void anAccountSeenAtOneTimeUnderTwoHandlesMayBeTwo() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "id,name\n7,ann\n7,bob\n7,\n8,cee\n8,cee\n")
            .by(
                """
                format: csv
                feeds:
                  accounts:
                    columns: {platform: "'x'", account_id: id, handle: name,
                              crawled_at: "'2026-10-31T08:00:00Z'"}
                """);
    assertThat(check.accepted()).isEqualTo(2);
    assertThat(check.duplicates()).isEqualTo(3);
    assertThat(check.conflicts()).isEqualTo(1);
  }

  @Test
  void aCommentsIdThatTwoTextsShareIsTold() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "i.csv",
                "id,who,says\nc1,ann,nice\nc1,ann,great\nc2,ann,nice\nc2,ann,nice\nc1,bob,so so\n")
            .by(
                """
                format: csv
                feeds:
                  interactions:
                    columns: {platform: "'x'", post_id: "'p'", actor_id: who, kind: "'comment'",
                              interaction_id: id, text: says, crawled_at: "'2026-10-31T08:00:00Z'"}
                """);
    assertThat(check.accepted()).isEqualTo(3);
    assertThat(check.duplicates()).isEqualTo(2);
    assertThat(check.conflicts()).isEqualTo(1);
  }
}

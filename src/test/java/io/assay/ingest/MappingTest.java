package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mapping file can say, each on a few records. */
class MappingTest {
  private static final String FILE_AND_POSITION =
      "concat(source_file, ':', record_position, ':', n)";

  @TempDir private Path folder;

  @Test
  void anExplodedArrayGivesARecordAnElementAndAnEmptyOneNone() {
    FeedCheck check =
        delivery()
            .file(
                "a.jsonl",
                """
                {"user":"u1","items":[{"id":"p1","tags":["a","b","z"]},{"id":"p2","tags":[]}]}
                {"user":"u2","items":[]}
                {"user":"u3"}
                nonsense
                """)
            .by(
                """
                format: json
                feeds:
                  shares:
                    schema: "user STRING, items ARRAY<STRUCT<id: STRING, tags: ARRAY<STRING>>>"
                    explode:
                      item: items
                      tag: item.tags
                    where: tag <> 'z'
                    columns:
                      platform: "'x'"
                      object_id: tag
                      account_id: user
                      content_id: "concat(item.id, '/', item_position, '/', tag_position)"
                      shared_at: "'2026-10-30T08:00:00Z'"
                """);
    assertThat(Mapped.rows(check, "object_id", "account_id", "content_id"))
        .containsExactly("a|u1|p1/1/1", "b|u1|p1/1/2");
    assertThat(Mapped.refusals(check)).containsExactly("1 not one JSON object: nonsense");
    assertThat(check.records()).isEqualTo(3);
  }

  @Test
  void aRefusedElementIsShownWithItsRecord() {
    FeedCheck check =
        delivery()
            .file("a.jsonl", "{\"user\":\"u1\",\"items\":[\"p1\",\"\"]}\n")
            .by(
                """
                format: json
                feeds:
                  shares:
                    explode: {item: items}
                    columns:
                      platform: "'x'"
                      object_id: item
                      account_id: user
                      content_id: "'m'"
                      shared_at: "'2026-10-30T08:00:00Z'"
                """);
    assertThat(Mapped.rows(check, "object_id")).containsExactly("p1");
    assertThat(Mapped.refusals(check))
        .containsExactly("1 missing: {\"item\":\"\"} of {\"user\":\"u1\",\"items\":[\"p1\",\"\"]}");
  }

  @Test
  void severalSourcesOfOneFeedAreChosenByTheirNamesAndUnited() {
    FeedCheck check =
        delivery()
            .file("old/users.csv", "name,fans\na,1\n")
            .file("new/users.csv", "nick,followers\nb,2\n")
            .file("new/posts.csv", "text\nno user\n")
            .by(
                """
                format: csv
                feeds:
                  accounts:
                    - files: "old/*"
                      columns:
                        {platform: "'x'", account_id: name, followers: fans, crawled_at: crawl_date}
                    - files: "n{ew,o}/us?rs*"
                      columns:
                        platform: "'x'"
                        account_id: concat(crawl_id, source_file)
                        followers: followers
                        crawled_at: crawl_date
                """);
    assertThat(Mapped.rows(check, "account_id", "followers"))
        .containsExactly("cnew/users.csv|2", "a|1");
    assertThat(check.files()).extracting(InputFile::name).doesNotContain("new/posts.csv");
  }

  @Test
  void aDeclaredColumnMayBeMissingFromTheDelivery() {
    String accounts =
        """
        feeds:
          accounts:
            schema: "name STRING, fans STRING, bio STRING"
            columns:
              platform: "'x'"
              account_id: name
              followers: fans
              bio: bio
              crawled_at: crawl_date
        """;
    FeedCheck csv =
        new Mapped(folder.resolve("csv"))
            .file("a.csv", "fans,name,mood\n1,a,x\n")
            .file("b.csv", "name,bio\nb,hello\n")
            .by("format: csv\n" + accounts);
    FeedCheck json =
        new Mapped(folder.resolve("json"))
            .file("a.json", "{\"fans\":1,\"name\":\"a\"}\n{\"name\":\"b\",\"bio\":\"hello\"}\n")
            .by("format: json\n" + accounts);
    for (FeedCheck check : List.of(csv, json)) {
      assertThat(Mapped.rows(check, "account_id", "followers", "bio"))
          .containsExactly("a|1|null", "b|null|hello");
    }
  }

  @Test
  void aParquetFileWithAnotherSchemaIsReadAndItsMisfitsAreRefused() {
    FeedCheck check =
        delivery()
            .parquet("a.parquet", "SELECT 'a' name, 1L fans")
            .parquet(
                "b.parquet", "SELECT 'b' name, '2' fans, 7 mood UNION ALL SELECT 'c', 'many', 7")
            .parquet("d.parquet", "SELECT 'd' NAME")
            .by(
                """
                format: parquet
                feeds:
                  accounts:
                    schema: "name STRING, fans BIGINT"
                    columns:
                      platform: "'x'"
                      account_id: "concat(name, record_position)"
                      followers: fans
                      crawled_at: crawl_date
                """);
    assertThat(Mapped.rows(check, "account_id", "followers"))
        .containsExactlyInAnyOrder("a1|1", "b1|2", "d1|null");
    assertThat(Mapped.refusals(check))
        .containsExactly(
            "1 fans does not fit the mapping's schema:"
                + " {\"name\":\"c\",\"fans\":\"many\",\"mood\":7}");
  }

  @Test
  void aJsonValueThatDoesNotFitTheSchemaIsAFaultOfItsRecord() {
    FeedCheck check =
        delivery()
            .file("a.json", "[{\"n\":1},{\"n\":\"x\"},{\"n\":3}]")
            .by(accounts("json", "multiLine: true", "schema: n INT", "n"));
    assertThat(Mapped.rows(check, "account_id")).containsExactly("1", "3");
    assertThat(Mapped.refusals(check))
        .containsExactly("1 a value does not fit the mapping's schema: {\"n\":\"x\"}");
  }

  @Test
  void documentsAreArraysOrObjectsAndTheirRecordsAreNumbered() {
    FeedCheck check =
        delivery()
            .file("array.json", "\uFEFF[{\"n\":\"a\"},\n {\"n\":\"b\"}, 5]\n")
            .file("none.json", "[]")
            .file("object.json", "\n{\"n\":\n\"c\"}\n")
            .by(accounts("json", "multiLine: true", "schema: n STRING", FILE_AND_POSITION));
    assertThat(Mapped.rows(check, "account_id"))
        .containsExactly("array.json:1:a", "array.json:2:b", "object.json:1:c");
    assertThat(Mapped.refusals(check)).containsExactly("1 not a JSON object: 5");
  }

  @Test
  void csvRecordsAreNumberedAlsoWhereFilesAreReadInPieces() {
    StringBuilder rows = new StringBuilder("n\n");
    for (int i = 1; i <= 600; i++) {
      rows.append(i).append('\n');
    }
    String before = SparkFixture.spark().conf().get("spark.sql.files.maxPartitionBytes");
    SparkFixture.spark().conf().set("spark.sql.files.maxPartitionBytes", "500");
    try {
      FeedCheck check =
          delivery()
              .file("a.csv", rows.toString())
              .file("b.csv", "n\n1\n\n2\n")
              .by(accounts("csv", "multiLine: false", null, FILE_AND_POSITION));
      assertThat(Mapped.rows(check, "account_id"))
          .hasSize(602)
          .allMatch(id -> id.split(":")[1].equals(id.split(":")[2]));
    } finally {
      SparkFixture.spark().conf().set("spark.sql.files.maxPartitionBytes", before);
    }
  }

  @Test
  void aCellWithALineBreakIsOneRecordAndARaggedRowCounts() {
    FeedCheck check =
        delivery()
            .file("a.csv", "n,bio\na,\"one\ntwo\"\nragged\nb,\"[1,\"\"x\"\"]\"\n")
            .by(accounts("csv", null, null, FILE_AND_POSITION));
    assertThat(Mapped.rows(check, "account_id")).containsExactly("a.csv:1:a", "a.csv:3:b");
    assertThat(Mapped.refusals(check))
        .containsExactly("1 not as many cells as the header: {\"n\":\"ragged\"}");
  }

  @Test
  void linesOfJsonAreNumberedTooAndTwoObjectsInOneAreRefused() {
    FeedCheck check =
        delivery()
            .file("a.jsonl", "{\"n\":\"a\"}\n\n{\"n\":\"b\"}{\"n\":\"c\"}\n{\"n\":\"d\"}\n")
            .by(accounts("json", null, null, FILE_AND_POSITION));
    assertThat(Mapped.rows(check, "account_id")).containsExactly("a.jsonl:1:a", "a.jsonl:3:d");
    assertThat(Mapped.refusals(check))
        .containsExactly("2 not one JSON object: {\"n\":\"b\"}{\"n\":\"c\"}");
  }

  private static String accounts(String format, String option, String schema, String accountId) {
    return "format: "
        + format
        + (option == null ? "" : "\noptions: {" + option + "}")
        + "\nfeeds:\n  accounts:\n"
        + (schema == null ? "" : "    " + schema + "\n")
        + "    columns:\n      platform: \"'x'\"\n      crawled_at: crawl_date\n"
        + "      account_id: \""
        + accountId
        + "\"\n";
  }

  private Mapped delivery() {
    return new Mapped(folder);
  }
}

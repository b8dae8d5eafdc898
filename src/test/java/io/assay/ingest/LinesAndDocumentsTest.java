package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines and documents of JSON beside each other, whichever of the two a mapping says. */
class LinesAndDocumentsTest {
  private static final String[] EACH = {"", "options: {multiLine: true}\n"};
  private static final String MAPPING =
      """
      format: json
      feeds:
        accounts:
          schema: "n STRING, fans STRING"
          columns: {platform: "'x'", account_id: n, followers: fans, crawled_at: crawl_date}
      """;

  @TempDir private Path folder;

  private Mapped delivery(String options) {
    return new Mapped(folder.resolve("m" + options.length()));
  }

  @Test
  void linesBesideAnArrayAreAllRead() {
    for (String options : EACH) {
      FeedCheck check =
          delivery(options)
              .file("array.json", "[{\"n\":\"a\",\"fans\":1},{\"n\":\"b\",\"fans\":2}]")
              .file("lines.json", "\n{\"n\":\"c\",\"fans\":3}\n{\"n\":\"d\",\"fans\":4}\n")
              .by(options + MAPPING);
      assertThat(Mapped.rows(check, "account_id", "followers"))
          .containsExactly("a|1", "b|2", "c|3", "d|4");
      assertThat(Mapped.refusals(check)).isEmpty();
    }
  }

  @Test
  void documentsThatAreSetOutOverLinesAreRead() {
    for (String options : EACH) {
      FeedCheck check =
          delivery(options)
              .file("array.json", "\uFEFF[\n  {\n    \"n\": \"a\"\n  },\n  {\"n\": \"b\"}\n]\n")
              .file("one.json", "{\n  \"n\": \"c\"\n}\n")
              .file("single.json", "{\"n\": \"d\"}")
              .file("lines.jsonl", "{\"n\": \"e\"}\r\n{\"n\": \"f\"}\r\n")
              .by(options + MAPPING);
      assertThat(Mapped.rows(check, "account_id"))
          .containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
    }
  }

  @Test
  void whatIsNeitherIsRefusedAsTheMappingReadsIt() {
    Mapped lines =
        delivery("")
            .file("a.json", "{\"n\":\n{\"n\":\"a\"}\nnonsense\n")
            .file("b.json", "[{\"n\":\"b\"},\n{\"n\":");
    FeedCheck check = lines.by(MAPPING);
    assertThat(Mapped.rows(check, "account_id")).containsExactly("a");
    assertThat(Mapped.refusals(check))
        .containsExactlyInAnyOrder(
            "2 not a JSON document: [{\"n\":\"b\"},\n{\"n\":", "2 not one JSON object: {\"n\":");
  }

  @Test
  void recordsAreNumberedInBoth() {
    FeedCheck check =
        delivery("")
            .file("a.json", "[{\"n\":\"a\"},{\"n\":\"b\"}]")
            .file("b.json", "{\"n\":\"c\"}\n\n{\"n\":\"d\"}\n")
            .by(MAPPING.replace("account_id: n", "account_id: \"concat(n, record_position)\""));
    assertThat(Mapped.rows(check, "account_id")).containsExactly("a1", "b2", "c1", "d2");
  }

  @Test
  void aLongArrayOnOneLineAndManyFilesAreRead() {
    StringBuilder array = new StringBuilder("[");
    for (int i = 0; i < 9_000; i++) {
      array
          .append(i == 0 ? "" : ",")
          .append("{\"n\":\"a")
          .append(i)
          .append("\",\"fans\":")
          .append(i)
          .append("}");
    }
    Mapped delivery = delivery("").file("a.json", array.append("]").toString());
    for (int i = 0; i < 70; i++) {
      delivery.file(
          "b" + i + ".json", i % 2 == 0 ? "[{\"n\":\"b" + i + "\"}]" : "{\"n\":\"b" + i + "\"}\n");
    }
    FeedCheck check = delivery.by(MAPPING);
    assertThat(check.accepted()).isEqualTo(9_070);
    assertThat(check.refusals()).isEmpty();
  }
}

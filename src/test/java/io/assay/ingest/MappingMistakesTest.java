package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.UserError;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings that do not fit, and deliveries that do not fit their mapping. */
class MappingMistakesTest {
  @TempDir private Path folder;

  @Test
  void anExpressionThatDoesNotFitIsNamedByFeedAndPlace() {
    mistake("explode: {x: lists}", "n")
        .hasMessageContaining("m.yaml, feed accounts[1], explode x: [UNRESOLVED_COLUMN")
        .hasMessageContaining("`lists`");
    mistake("explode: {x: list}", "n")
        .hasMessageContaining("feed accounts[1], explode x: gives STRING, not an array");
    mistake("explode: {n: \"split(list, ' ')\"}", "n")
        .hasMessageContaining("feed accounts[1], explode n: the record has a column n");
    mistake("where: n +", "n")
        .hasMessageContaining("feed accounts[1], where: [PARSE_SYNTAX_ERROR]");
    mistake("schema: n STRING", "list")
        .hasMessageContaining("feed accounts[1], column account_id: [UNRESOLVED_COLUMN");
    mistake("where: \"true\"", "count(n)")
        .hasMessageContaining("feed accounts[1], column account_id: [MISSING_GROUP_BY]");
    mistake("where: \"true\"", "explode(split(n, ' '))")
        .hasMessageContaining("feed accounts[1], column account_id: an explode among the values");
  }

  @Test
  void aFunctionThatFailsOnAValueIsAMistakeOfTheMapping() {
    mistake("where: \"true\"", "element_at(split(n, ' '), 0)")
        .hasMessageContaining(
            "m.yaml, feed accounts: an expression fails on a record: [INVALID_IN");
  }

  private AbstractThrowableAssert<?, ?> mistake(String key, String accountId) {
    Mapped delivery = new Mapped(folder).file("a.csv", "n,list\na,1\n");
    String mapping =
        "format: csv\nfeeds:\n  accounts:\n"
            + "    - columns: {platform: \"'x'\", account_id: n}\n"
            + "    - "
            + key
            + "\n      columns:\n        platform: \"'x'\"\n        account_id: \""
            + accountId
            + "\"\n";
    return assertThatThrownBy(() -> delivery.by(mapping)).isInstanceOf(UserError.class);
  }

  @Test
  void whatShowsWithoutTheDataIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                new Mapped(Files.createDirectories(folder))
                    .by(
                        """
                        format: csv
                        options:
                          {header: false, quote: "", escape: ab, multiLine: yep, encoding: klingon,
                           sep: ""}
                        feeds:
                          accounts:
                            - files: "[a"
                              schema: "n INT"
                              explode: {"a b": n}
                              columns: {platform: "'x'", account_id: n}
                            - schema: "n INTS"
                              columns: {platform: "'x'"}
                        """))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has 11 problem(s)")
        .hasMessageContaining("options.header: false; allowed: true")
        .hasMessageContaining("options.quote: empty; allowed: one character")
        .hasMessageContaining("options.escape: ab; allowed: one character")
        .hasMessageContaining("options.multiLine: yep; allowed: true or false")
        .hasMessageContaining("options.encoding: klingon")
        .hasMessageContaining("options.sep: empty")
        .hasMessageContaining("feeds.accounts[0].files: [a; allowed: a glob")
        .hasMessageContaining("feeds.accounts[0].schema: n INT; allowed: STRING for every column")
        .hasMessageContaining("feeds.accounts[0].explode.a b: not a name")
        .hasMessageContaining("feeds.accounts[1].schema: n INTS; allowed: columns as in CREATE")
        .hasMessageContaining("feeds.accounts[1].columns.account_id: missing");
  }

  @Test
  void aDocumentThatDoesNotParseIsRefusedWholeAndCountsBySize() throws IOException {
    TestLake lake =
        new TestLake(folder, "ingest.max_quarantined_share=0.9")
            .file("c", "fine.json", "[{\"n\":\"a\"}]")
            .file("c", "cut.json", "[{\"n\":\"b\"},{\"n\":")
            .file("c", "lines.json", "{\"n\":\"c\"}\n{\"n\":\"d\"}\n")
            .file("c", "empty.json", "")
            .file("c", "latin.json", new byte[] {'[', '"', (byte) 0xE9, '"', ']'});
    Path mapping = folder.resolve("m.yaml");
    Files.writeString(
        mapping,
        """
        format: json
        options: {multiLine: "true"}
        feeds:
          accounts:
            columns: {platform: "'x'", account_id: n, crawled_at: crawl_date}
        """);
    lake.ingest(lake.crawl("c"), "c", TestLake.DAY, mapping);
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .containsExactly("a", "c", "d");
    // 31 bytes of three records; 17 make nearly two
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file; reason; records", "source_file"))
        .containsExactly(
            "cut.json|not a JSON document|2",
            "empty.json|broken container: it is empty|1",
            "latin.json|not UTF-8|1");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "records; accepted; quarantined", "records"))
        .containsExactly("7|3|4");
  }
}

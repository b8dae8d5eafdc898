package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that mean in all of a source's columns that there is no value. */
class NullWordsTest {
  private static final String COLUMNS =
      "columns: {platform: \"'x'\", crawled_at: crawl_date, account_id: id, display_name: name,"
          + " followers: fans}\n";

  @TempDir private Path folder;

  private static String mapping(String format, String nulls) {
    return "format: " + format + "\n" + nulls + "feeds:\n  accounts:\n    " + COLUMNS;
  }

  @Test
  void theyAreNullInEveryColumnOfCsvAndKeysAreThenMissing() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "id,name,fans\nlena, N/A ,-\ntom,n/a,12\n-,Mika,13\nN/A-1,-,#VALOR!\n")
            .by(mapping("csv", "nulls: [\"N/A\", \"-\", \"#VALOR!\"]\n"));
    assertThat(Mapped.rows(check, "account_id", "display_name", "followers"))
        .containsExactly("lena|null|null", "tom|n/a|12", "N/A-1|null|null");
    assertThat(check.refusals())
        .extracting(r -> r.field() + " " + r.reason() + " " + r.record())
        .containsExactly("account_id missing {\"id\":\"-\",\"name\":\"Mika\",\"fans\":\"13\"}");
  }

  @Test
  void theyAreNullInJsonHoweverDeepTheyStand() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "a.json",
                "{\"id\":\"lena\",\"of\":{\"name\":\"-\",\"fans\":\"N/A\"},\"tags\":[\"a\",\"-\"]}\n"
                    + "{\"id\":\"tom\",\"of\":{\"name\":\"Tom-\",\"fans\":7},\"tags\":[]}\n"
                    + "{\"id\":\"mika\",\"of\":null,\"tags\":null}\n")
            .by(
                mapping("json", "nulls: [\"-\", \"N/A\"]\n")
                    .replace("display_name: name", "display_name: of.name, bio: \"tags[1]\"")
                    .replace("followers: fans", "followers: of.fans"));
    assertThat(Mapped.rows(check, "account_id", "display_name", "bio", "followers"))
        .containsExactly("lena|null|null|null", "tom|Tom-|null|7", "mika|null|null|null");
    assertThat(check.refusals()).isEmpty();
  }

  @Test
  void aSourceMayHaveItsOwn() {
    String source = "\n    - files: \"%s*\"\n      %s\n      " + COLUMNS.strip();
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "id,name,fans\nlena,none,-\n")
            .file("b.csv", "id,name,fans\ntom,none,-\n")
            .by(
                "format: csv\nnulls: [\"-\"]\nfeeds:\n  accounts:"
                    + source.formatted("a", "nulls: [\"none\"]")
                    + source.formatted("b", "optional: true")
                    + "\n");
    assertThat(Mapped.rows(check, "account_id", "display_name", "followers"))
        .containsExactly("lena|null|null", "tom|none|null");
  }

  @Test
  void parquetHasThemToo() {
    FeedCheck check =
        new Mapped(folder)
            .parquet("a.parquet", "SELECT 'lena' id, 'N/A' name, 5L fans")
            .by(mapping("parquet", "nulls: [\"N/A\"]\n"));
    assertThat(Mapped.rows(check, "account_id", "display_name", "followers"))
        .containsExactly("lena|null|5");
  }

  @Test
  void withoutThemNothingChanges() {
    FeedCheck check =
        new Mapped(folder).file("a.csv", "id,name,fans\nlena,N/A,5\n").by(mapping("csv", ""));
    assertThat(Mapped.rows(check, "display_name")).containsExactly("N/A");
  }

  @Test
  void theyAreTextsInAList() {
    for (String wrong : new String[] {"[null]", "[1]", "\"-\"", "[\" \"]"}) {
      assertThatThrownBy(
              () ->
                  new Mapped(folder)
                      .file("a.csv", "id\n1\n")
                      .by(mapping("csv", "nulls: " + wrong + "\n")))
          .as(wrong)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("nulls: ")
          .hasMessageContaining("allowed: a list of texts, in quotes");
    }
  }
}

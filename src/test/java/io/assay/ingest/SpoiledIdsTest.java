package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no id makes no account, in every feed and format. */
class SpoiledIdsTest {
  private static final String POSTS =
      """
      format: csv
      %s
      feeds:
        posts:
          columns: {platform: "'x'", post_id: id, account_id: user, posted_at: "'2026-10-30'",
                    repost_of: of, crawled_at: "'2026-10-31T08:00:00Z'"}
      """;

  @TempDir private Path folder;

  private FeedCheck posts(String more, String... rows) {
    return new Mapped(folder)
        .file("p.csv", "id,user,of\n" + String.join("\n", rows) + "\n")
        .by(POSTS.formatted(more));
  }

  private static List<Tuple> refused(FeedCheck check) {
    return check.refusals().stream()
        .map(r -> Tuple.tuple(r.field(), r.reason().replaceFirst("[,;].*", ""), r.records()))
        .toList();
  }

  @Test
  void theyAreRefusedByName() {
    FeedCheck check =
        posts(
            "",
            "#NAME?,41,",
            "#NAME?,42,",
            "9.06E+17,43,",
            "61,nan,",
            "62,\"=\"\"501\"\"\",",
            "63,44,");
    assertThat(Mapped.rows(check, "post_id", "account_id")).containsExactly("63|44");
    assertThat(refused(check))
        .containsExactlyInAnyOrder(
            Tuple.tuple("post_id", "no id but a spreadsheet's error", 2L),
            Tuple.tuple("post_id", "no id but a number in scientific form", 1L),
            Tuple.tuple("account_id", "no id but a word for a missing one", 1L),
            Tuple.tuple("account_id", "no id but a spreadsheet's formula", 1L));
    assertThat(check.duplicates()).isZero();
  }

  @Test
  void whereAccountsGoByTheirHandlesWordsArePeople() {
    FeedCheck check = posts("ids: handles", "61,nan,", "62,Null,", "63,#NAME?,", "None,bo,");
    assertThat(Mapped.rows(check, "post_id", "account_id")).containsExactly("61|nan", "62|Null");
    assertThat(refused(check))
        .containsExactlyInAnyOrder(
            Tuple.tuple("account_id", "no id but a spreadsheet's error", 1L),
            Tuple.tuple("post_id", "no id but a word for a missing one", 1L));
  }

  @Test
  void anOptionalIdThatIsNoneCostsTheValue() {
    FeedCheck check = posts("", "61,41,nan", "62,42,None", "63,43,55");
    assertThat(Mapped.rows(check, "post_id", "repost_of"))
        .containsExactly("61|null", "62|null", "63|55");
    assertThat(check.lost()).extracting(LostValue::field).containsOnly("repost_of");
    assertThat(check.lost()).extracting(LostValue::records).containsExactly(2L);
  }

  /** Without the id it would be a post of the account's own, with another's likes. */
  @Test
  void aRepostOfAnIdThatIsSpoiledIsNoPostOfItsOwn() {
    FeedCheck check =
        posts("", "61,41,700.0", "62,42,7.5E+17", "63,43,#NAME?", "64,44,", "65,45,55");
    assertThat(Mapped.rows(check, "post_id", "repost_of")).containsExactly("64|null", "65|55");
    assertThat(refused(check))
        .containsExactlyInAnyOrder(
            Tuple.tuple("repost_of", "no id but a number with a fraction", 1L),
            Tuple.tuple("repost_of", "no id but a number in scientific form", 1L),
            Tuple.tuple("repost_of", "no id but a spreadsheet's error", 1L));
    assertThat(check.lost()).isEmpty();
  }

  @Test
  void numbersOfJsonAndParquetThatLostTheirLastDigitsAreNone() {
    FeedCheck json =
        new Mapped(folder.resolve("json"))
            .file(
                "accounts/a.jsonl",
                """
                {"platform":"x","account_id":9.06E17,"crawled_at":"2026-10-31T08:00:00Z"}
                {"platform":"x","account_id":501.0,"crawled_at":"2026-10-31T08:00:00Z"}
                {"platform":"x","account_id":906000000000000001,"crawled_at":"2026-10-31T08:00:00Z"}
                {"platform":"x","account_id":"7\\u0000","crawled_at":"2026-10-31T08:00:00Z"}
                """)
            .unmapped();
    assertThat(Mapped.rows(json, "account_id")).containsExactly("906000000000000001");
    assertThat(refused(json))
        .containsExactlyInAnyOrder(
            Tuple.tuple("account_id", "no id but a number in scientific form", 1L),
            Tuple.tuple("account_id", "no id but a number with a fraction", 1L),
            Tuple.tuple("account_id", "holds a character that no id has", 1L));
    FeedCheck parquet =
        new Mapped(folder.resolve("parquet"))
            .parquet(
                "accounts/a.parquet",
                "SELECT 'x' platform, 906000000000000001D account_id, '2026-10-31T08:00:00Z'"
                    + " crawled_at")
            .unmapped();
    assertThat(refused(parquet))
        .containsExactly(Tuple.tuple("account_id", "no id but a number in scientific form", 1L));
  }

  @Test
  void noPlatformIsCalledNan() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "accounts/a.csv",
                "platform,account_id,crawled_at\nnan,1,2026-10-31\nx,2,2026-10-31\n")
            .unmapped();
    assertThat(Mapped.rows(check, "platform", "account_id")).containsExactly("x|2");
    assertThat(check.refusals()).extracting(FeedCheck.Refusal::field).containsExactly("platform");
  }

  @Test
  void everyKeyThatIsAnIdIsWatched() {
    List<String> others =
        List.of("platform", "crawled_at", "kind", "event_key", "shared_at", "label");
    assertThat(Feeds.ALL)
        .flatMap(feed -> feed.fields().stream().filter(f -> feed.key().contains(f.name())).toList())
        .filteredOn(field -> field.idOf() == Field.IdOf.NOTHING)
        .extracting(Field::name)
        .isSubsetOf(others);
  }
}

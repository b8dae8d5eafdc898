package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same thing written in several ways, and ways to say that there is none. */
class WrittenFormsTest {
  private static final String HEAD =
      "\"platform\":\"ig\",\"posted_at\":\"2026-10-30T08:00:00Z\",\"crawled_at\":\"2026-10-31T08:00:00Z\"";

  @TempDir private Path folder;

  private FeedCheck posts(String... fields) {
    StringBuilder lines = new StringBuilder();
    for (String more : fields) {
      lines.append('{').append(HEAD).append(',').append(more).append("}\n");
    }
    return new Mapped(folder).file("posts/p.jsonl", lines.toString()).unmapped();
  }

  private static String post(String id, String more) {
    return "\"post_id\":\"" + id + "\",\"account_id\":\"a\"" + more;
  }

  private static List<String> lost(FeedCheck check) {
    return check.lost().stream()
        .map(l -> l.records() + " " + l.field() + ": " + l.reason().split(",")[0])
        .toList();
  }

  @Test
  void anIdIsOneWhateverBlanksStandAroundIt() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "accounts/a.csv",
                "platform,account_id,crawled_at,handle\n"
                    + "ig,501,2026-10-31,ann\n"
                    + "ig, 501,2026-10-31,ann \n"
                    + "ig,501\u00a0,2026-10-31,\u200bann\n"
                    + "ig,\ufeff501,2026-10-31,\n"
                    + "ig,5 01,2026-10-31,ann b\n")
            .unmapped();
    assertThat(check.accepted()).isEqualTo(2);
    assertThat(check.duplicates()).isEqualTo(3);
    assertThat(check.conflicts()).isZero();
    assertThat(Mapped.rows(check, "account_id", "handle"))
        .containsExactly("501|ann", "501|ann", "501|ann", "501|null", "5 01|ann b");
  }

  @Test
  void anEmptyHandleIsNotShownAndAnEmptyBioIsEmpty() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "accounts/a.jsonl",
                "{\"platform\":\"ig\",\"account_id\":\"7\",\"crawled_at\":\"2026-10-31T08:00:00Z\",\"handle\":\"\",\"bio\":\"\"}")
            .unmapped();
    assertThat(check.filled()).containsEntry("handle", 0L).containsEntry("bio", 1L);
    assertThat(check.lost()).isEmpty();
  }

  @Test
  void likesOfMinusOneAreHidden() {
    FeedCheck check =
        posts(
            post("p1", ",\"likes\":-1"),
            post("p2", ",\"likes\":-1,\"likes_hidden\":false"),
            post("p3", ",\"likes\":-2"),
            post("p4", ",\"comments\":-1"),
            post("p5", ",\"likes\":\"-1\""));
    assertThat(Mapped.rows(check, "post_id", "likes", "likes_hidden"))
        .containsExactly(
            "p1|null|true", "p2|null|false", "p3|null|null", "p4|null|null", "p5|null|true");
    assertThat(lost(check)).containsExactly("4 likes: negative", "1 comments: negative");
  }

  @Test
  void aFlagThatCannotBeReadTakesTheNumberAlong() {
    FeedCheck check =
        posts(
            post("p1", ",\"likes\":3,\"likes_hidden\":\"Ja\""),
            post("p2", ",\"likes\":3,\"likes_hidden\":\"yes\""),
            post("p3", ",\"likes\":3,\"likes_hidden\":\"nan\""),
            post("p4", ",\"likes\":3,\"likes_hidden\":\"\""),
            post("p5", ",\"likes\":3,\"likes_hidden\":0"));
    assertThat(Mapped.rows(check, "post_id", "likes"))
        .containsExactly("p1|null", "p2|null", "p3|3", "p4|3", "p5|3");
    assertThat(lost(check))
        .contains(
            "1 likes_hidden: not true or false",
            "1 likes: shown beside a likes_hidden that cannot be read");
  }

  @Test
  void countersAtTheirEndAreNone() {
    FeedCheck check =
        posts(
            post("p1", ",\"views\":2147483647"),
            post("p2", ",\"views\":4294967295"),
            post("p3", ",\"views\":2147483646"),
            post("p4", ",\"views\":\"4294967296\""));
    assertThat(Mapped.rows(check, "post_id", "views"))
        .containsExactly("p1|null", "p2|null", "p3|2147483646", "p4|4294967296");
    assertThat(lost(check)).containsExactly("2 views: a counter at its end");
  }

  @Test
  void whatPassesOnNothingIsNoRepost() {
    FeedCheck check =
        posts(
            post("p1", ",\"repost_of\":0"),
            post("p2", ",\"repost_of\":false"),
            post("p3", ",\"repost_of\":\"p3\""),
            post("p4", ",\"repost_of\":\" \""),
            post("p5", ",\"repost_of\":\"0.0\""),
            post("p6", ",\"repost_of\":\"p5\""),
            post("p7", ",\"repost_of\":true"));
    assertThat(Mapped.rows(check, "post_id", "repost_of"))
        .containsExactly("p1|null", "p2|null", "p3|null", "p4|null", "p5|null", "p6|p5", "p7|true");
    assertThat(check.refusals()).isEmpty();
    assertThat(check.lost()).isEmpty();
  }

  @Test
  void coAuthorsAreIdsToo() {
    FeedCheck check =
        posts(
            post("p1", ",\"co_authors\":[\"b\",\" c \",\"nan\"]"),
            post("p2", ",\"co_authors\":[\"9.06E+17\"]"),
            post("p3", ",\"co_authors\":[NaN]"),
            post("p4", ",\"co_authors\":[]"),
            post("p5", ",\"co_authors\":[\"b\"],\"hashtags\":[\"nan\",NaN,null]"));
    assertThat(Mapped.rows(check, "post_id", "co_authors", "hashtags"))
        .containsExactly(
            "p1|[b, c]|null", "p2|null|null", "p3|null|null", "p4|[]|null", "p5|[b]|[nan]");
    assertThat(lost(check))
        .containsExactly(
            "1 co_authors: no id but a word for a missing one",
            "1 co_authors: no id but a number in scientific form");
  }

  @Test
  void listsOfAMappingHoldNoNumbersThatAreNone() {
    FeedCheck check =
        new Mapped(folder)
            .file("p.jsonl", "{\"id\":\"p1\",\"tags\":[NaN,\"a\"]}\n{\"id\":\"p2\",\"tags\":[NaN]}")
            .by(
                """
                format: json
                feeds:
                  posts:
                    schema: "id STRING, tags ARRAY<STRING>"
                    columns: {platform: "'x'", post_id: id, account_id: "'a'", hashtags: tags,
                              posted_at: "'2026-10-30'", crawled_at: "'2026-10-31T08:00:00Z'"}
                """);
    assertThat(Mapped.rows(check, "post_id", "hashtags")).containsExactly("p1|[a]", "p2|null");
  }

  @Test
  void codesThatAreNoneJoinNothing() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "conversions/c.csv",
                "campaign_id,kind,occurred_at,promo_code,utm_content\n"
                    + "c1,sale,2026-10-30,nan,ann\n"
                    + "c1,sale,2026-10-30,5E10, ann \n"
                    + "c1,sale,2026-10-30,#NAME?,\n")
            .unmapped();
    assertThat(Mapped.rows(check, "promo_code", "utm_content"))
        .containsExactly("null|ann", "5E10|ann", "null|null");
    assertThat(lost(check))
        .containsExactly(
            "1 promo_code: no id but a word for a missing one",
            "1 promo_code: no id but a spreadsheet's error");
  }

  @Test
  void aPostsIdIsNoHandle() {
    FeedCheck check = posts(post("nan", ""), post("p1", ""));
    assertThat(check.refusals())
        .extracting(FeedCheck.Refusal::reason)
        .containsExactly("no id but a word for a missing one, such as nan, None or null");
  }
}

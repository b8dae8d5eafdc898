package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that stands twice in a header means what its columns agree on. */
class RepeatedNamesTest {
  private static final String DIFFER =
      "fans stands 2 times in the header, with values that differ; fans_1, fans_2 in a mapping say"
          + " which is meant";

  @TempDir private Path folder;

  private FeedCheck list(String rows, String more) {
    return new Mapped(folder.resolve("m" + rows.hashCode() + more.hashCode()))
        .file("a.csv", "No,nick,fans,fans,Land\n" + rows)
        .by(
            "format: csv\nfeeds:\n  accounts:\n    columns: {platform: \"'x'\","
                + " crawled_at: crawl_date, account_id: nick, "
                + more
                + "}\n");
  }

  @Test
  void aCountBesideWhatPeopleAreShownOfItIsRead() {
    FeedCheck check =
        list(
            "1,lena,2.5M,2480123,ES\n2,tom,31K,31022,\n3,mika,912,912,\n4,nora,,77,\n"
                + "5,ben,\"1,201\",1201,\n",
            "followers: fans");
    assertThat(Mapped.rows(check, "account_id", "followers"))
        .containsExactly("lena|2480123", "tom|31022", "mika|912", "nora|77");
    // one mark before three digits has two readings
    assertThat(check.refusals()).extracting(FeedCheck.Refusal::reason).containsExactly(DIFFER);
  }

  @Test
  void theOrderOfTheTwoDoesNotMatter() {
    assertThat(Mapped.rows(list("1,lena,2480123,2.5M,ES\n", "followers: fans"), "followers"))
        .containsExactly("2480123");
  }

  @Test
  void valuesThatDifferAreRefusedUntilTheMappingSaysWhich() {
    String rows = "1,lena,2.5M,45300,ES\n2,tom,5,6,\n";
    FeedCheck check = list(rows, "followers: fans");
    assertThat(check.rows()).isEmpty();
    assertThat(check.refusals())
        .extracting(r -> r.records() + " " + r.reason())
        .containsExactly("2 " + DIFFER);
    assertThat(Mapped.rows(list(rows, "followers: fans_2"), "followers"))
        .containsExactly("45300", "6");
    assertThat(Mapped.rows(list(rows, "bio: fans_1"), "bio")).containsExactly("2.5M", "5");
    assertThat(Mapped.rows(list(rows, "bio: fans, followers: fans_2"), "bio", "followers"))
        .containsExactly("2.5M|45300", "5|6");
    assertThat(Mapped.rows(list(rows, "country: Land"), "country")).containsExactly("ES", "null");
  }

  @Test
  void theFormatOfOursIsReadAlike() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "accounts/a.csv",
                "platform,account_id,crawled_at,followers,followers\n"
                    + "x,1,2026-10-31,12,12\nx,2,2026-10-31,12,13\n")
            .unmapped();
    assertThat(Mapped.rows(check, "account_id", "followers")).containsExactly("1|12");
    assertThat(check.refusals())
        .extracting(FeedCheck.Refusal::reason)
        .allMatch(reason -> reason.startsWith("followers stands 2 times in the header"));
  }

  @Test
  void textsAgreeWhereTheyAreTheSame() {
    assertThat(RepeatedNames.value("a", " a ", null, "")).isEqualTo("a");
    assertThat(RepeatedNames.value("a", "b")).isNull();
    assertThat(RepeatedNames.value(null, " ")).isNull();
    assertThat(RepeatedNames.value("1.2M", "1200000", "1,200,000")).isEqualTo("1200000");
    assertThat(RepeatedNames.value("1.2M", "1299999")).isEqualTo("1299999");
    assertThat(RepeatedNames.value("1.2M", "1300000")).isNull();
    assertThat(RepeatedNames.value("1.2M", "1.2 mio")).isNull();
  }
}

package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Feeds;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Signals;
import io.assay.contracts.Table;
import io.assay.pipeline.Jobs;
import io.assay.testing.MemoryLake;
import io.assay.testing.Rules;
import io.assay.testing.TestLake;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From a crawl that is written down to signals: the stage after those before it, on three platforms
 * that have nothing to do with each other.
 */
class SignalsJobTest {
  private static final String SEEN = "\"crawled_at\":\"2026-10-31T10:00:00Z\"";

  private static final String REMARK = "what a wonderful place to spend the summer with friends";

  private static final MemoryLake LAKE =
      new MemoryLake(1, "signals.min_actions=3", "signals.min_comments=2");

  @BeforeAll
  static void measure() {
    LAKE.deliver(Feeds.ACCOUNTS, "c", TestLake.DAY, accounts());
    LAKE.deliver(
        Feeds.POSTS,
        "c",
        TestLake.DAY,
        post("p1", "author", "2026-10-20T10:00:00Z"),
        post("p2", "author", "2026-10-21T10:00:00Z"));
    LAKE.deliver(
        Feeds.INTERACTIONS,
        "c",
        TestLake.DAY,
        did("fan", "p1", "like", "2026-10-20T10:00:30Z", null),
        did("fan", "p2", "like", null, null),
        did("fan", "p1", "comment", "2026-10-20T12:00:30Z", REMARK),
        did("fan", "p2", "comment", "2026-10-21T14:00:30Z", "great"),
        did("fan", "p2", "comment", "2026-10-21T14:00:31Z", "GREAT!"),
        did("bot", "p2", "comment", null, REMARK + "!!"),
        did("author", "p2", "comment", "2026-10-21T15:00:00Z", "thank you"),
        did("fan", "unknown", "like", "2026-10-22T10:00:00Z", null));
    for (String job :
        List.of(
            "conform",
            "engagement",
            "growth",
            "signals",
            "coordination",
            "evidence",
            "assessment")) {
      LAKE.run(TestLake.DAY, Jobs.daily(job).body());
    }
  }

  private static Dataset<Row> table(Table table) {
    return LAKE.all(table);
  }

  private static String[] accounts() {
    List<String> accounts = new ArrayList<>();
    accounts.add(account("x", "author", ",\"followers\":100,\"followings\":50"));
    accounts.add(account("alone", "only", ",\"followers\":0,\"followings\":7000"));
    for (int i = 0; i < 7; i++) {
      accounts.add(
          account(
              "y",
              "a" + i,
              ",\"followers\":" + (i < 5 ? i * 10 : 1000) + ",\"has_picture\":" + (i > 0)));
    }
    accounts.add(account("y", "hidden", ""));
    return accounts.toArray(String[]::new);
  }

  private static String account(String platform, String id, String more) {
    return "{\"platform\":\"%s\",\"account_id\":\"%s\",%s%s}".formatted(platform, id, SEEN, more);
  }

  private static String post(String id, String author, String at) {
    return "{\"platform\":\"x\",\"post_id\":\"%s\",\"account_id\":\"%s\",\"posted_at\":\"%s\",%s,\"likes\":10,\"comments\":1}"
        .formatted(id, author, at, SEEN);
  }

  private static String did(String actor, String post, String kind, String at, String text) {
    return "{\"platform\":\"x\",\"post_id\":\"%s\",\"actor_id\":\"%s\",\"kind\":\"%s\",%s%s%s%s}"
        .formatted(
            post,
            actor,
            kind,
            SEEN,
            at == null ? "" : ",\"occurred_at\":\"" + at + "\"",
            text == null ? "" : ",\"text\":\"" + text + "\"",
            kind.equals("comment") ? ",\"interaction_id\":\"" + actor + post + at + "\"" : "");
  }

  private Row signals(String account) {
    return table(SignalTables.ACCOUNT_SIGNAL).where(col("account_id").equalTo(account)).head();
  }

  @Test
  void actorsAndAuthorsAreMeasuredFromWhatTheyDid() {
    Row fan = signals("fan");
    // Timed: a like, three comments, a like of a post that was not crawled.
    assertThat((String) fan.getAs("actions_reason")).isNull();
    assertThat((Double) fan.getAs("reactions_within_minute")).isCloseTo(0.25, within(1e-12));
    assertThat((Double) fan.getAs("writes_generic")).isCloseTo(2 / 3.0, within(1e-12));
    assertThat((Double) fan.getAs("writes_repeats")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat((Double) fan.getAs("writes_copies")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat((Double) fan.getAs("writes_words")).isCloseTo(4.0, within(1e-12));
    assertThat((String) fan.getAs("profile_reason")).isEqualTo("its profile was never crawled");
    assertThat((String) fan.getAs("peer_group")).isEqualTo("x followers unknown");
    Row author = signals("author");
    // Own comments do not count: four comments of two accounts, two of them stock, two copies.
    assertThat((Double) author.getAs("comments_generic")).isEqualTo(0.5);
    assertThat((Double) author.getAs("comments_copied")).isEqualTo(0.5);
    assertThat((Double) author.getAs("commenters_per_comment")).isEqualTo(0.5);
    assertThat((String) author.getAs("written_reason"))
        .isEqualTo("no comment of it was crawled in 90 days");
    assertThat((Double) author.getAs("following_ratio")).isEqualTo(0.5);
    assertThat((String) author.getAs("engagement_reason")).isNotNull();
    assertThat((Double) author.getAs("rate_above_expected")).isNull();
    assertThat((String) signals("bot").getAs("written_reason"))
        .isEqualTo("comments of it with a text in 90 days: 1, 2 needed");
  }

  @Test
  void theHistogramCountsEveryAccountInEverySignal() {
    Dataset<Row> histogram = table(EvidenceTables.PEER_HISTOGRAM).where("platform = 'y'");
    List<Row> totals = histogram.groupBy("signal").sum("n").collectAsList();
    assertThat(totals).hasSize(Signals.ALL.size()).allMatch(row -> row.getLong(1) == 8);
    assertThat(LAKE.rows(EvidenceTables.PEER_HISTOGRAM, "signal", "peer_group", "bin", "n"))
        .contains(
            "no_picture|y all accounts|-1000000|6",
            "no_picture|y all accounts|0|1",
            "no_picture|y all accounts|-2147483648|1");
    assertThat(
            histogram
                .select("peer_group")
                .distinct()
                .as(org.apache.spark.sql.Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder("y all accounts", "y 0-1023 followers", "y followers unknown");
  }

  @Test
  void oneAccountHasNobodyToBeComparedWith() {
    Row families = table(EvidenceTables.ACCOUNT_FAMILY_EVIDENCE).where("platform = 'alone'").head();
    assertThat((Double) families.getAs("profile_fisher_p")).isNull();
    assertThat((String) families.getAs("profile_reason"))
        .isEqualTo("fewer than 20 peers of whom it is known");
    Row assessment = table(AssessmentTables.ACCOUNT_ASSESSMENT).where("platform = 'alone'").head();
    assertThat((Double) assessment.getAs("bot_tail")).isNull();
    assertThat((Double) assessment.getAs("p_bot")).isNull();
    assertThat((String) assessment.getAs("bot_reason"))
        .startsWith(
            "profile: fewer than 20 peers of whom it is known; following: 1 observation of"
                + " followings, 3 needed; publishing: the day of creation or the number of posts is"
                + " unknown; behaviour: ");
    assertThat(table(EvidenceTables.ACCOUNT_EVIDENCE).isEmpty()).isTrue();
  }

  /** Also who only acted, and whose profile was never crawled. */
  @Test
  void everyAccountSeenIsAssessed() {
    assertThat(LAKE.rows(AssessmentTables.ACCOUNT_ASSESSMENT, "platform", "account_id"))
        .isEqualTo(LAKE.rows(SignalTables.ACCOUNT_SIGNAL, "platform", "account_id"))
        .contains("x|fan", "x|bot", "x|author");
  }

  @Test
  void whatIsPublishedObeysTheRulesOfItsTable() {
    for (String job : List.of("signals", "evidence", "assessment")) {
      for (Table written : Jobs.daily(job).writes()) {
        assertThat(Rules.obeyed(written, table(written)).isEmpty())
            .as(written.id())
            .isEqualTo(
                List.of(
                        EvidenceTables.ACCOUNT_EVIDENCE,
                        AssessmentEvidenceTables.ASSESSMENT_EVIDENCE)
                    .contains(written));
      }
    }
  }

  @Test
  void thePartitionsDoNotMatter() {
    List<String> once = all();
    spark().conf().set("spark.sql.shuffle.partitions", "5");
    try {
      LAKE.run(TestLake.DAY, Jobs.daily("signals").body());
      assertThat(all()).isEqualTo(once);
    } finally {
      spark().conf().set("spark.sql.shuffle.partitions", "2");
    }
  }

  private List<String> all() {
    return table(SignalTables.ACCOUNT_SIGNAL)
        .drop("run_id")
        .orderBy("platform", "account_id")
        .toJSON()
        .collectAsList();
  }
}

package io.assay.reporting.html.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Job;
import io.assay.reporting.html.model.ActingGroup;
import io.assay.reporting.html.model.DoubtFacts.DoubtedAccount;
import io.assay.reporting.html.model.ReportModel;
import io.assay.reporting.html.model.SilenceFacts.Silence;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a lake of literal rows, which one job has published. */
class ReportCollectorTest {
  private static final String JOB = "literal";

  private static final String ACCOUNT =
      """
      {"platform":"x","account_id":"%s","handle":"%s","followers":%s,"band":"%s","flagged":%s,\
      "single_family":false,"assessed_kinds":[],"reasons":[%s],"flag_at_least":0.7,\
      "p_bot":%s,"authenticity":%s,"authenticity_reason":%s,"bot_reason":%s}\
      """;

  private static final String ENGAGEMENT =
      """
      {"platform":"x","account_id":"%s","handle":"h","followers":500,"posts_seen":9,\
      "posts_counted":9,"posts_unsettled":0,"posts_reposts":0,"posts_sampled_away":0,\
      "posts_hidden_likes":0,"hidden_counters":[],"total_counters":[],"media":[],\
      "rate_public":%s,"rate_public_p25":0,"rate_public_p75":1,"expected_rate":0.05,\
      "rate_vs_expected":%s}\
      """;

  private static final String MEMBER =
      """
      {"platform":"x","group_id":"farm-1","account_id":"%s","handle":"%s","kind":"farm",\
      "accepted":true,"role":"%s","acts":7,"degree":2,"coverage":0.5,"known_since":"2026-10-31"}\
      """;

  @TempDir static Path folder;

  /** Read by several tests. */
  private static TestLake accounts;

  @BeforeAll
  static void publish() {
    accounts = new TestLake(folder.resolve("accounts"));
    publish(accounts, accounts());
  }

  private static void publish(TestLake lake, Map<Table, List<String>> tables) {
    Job job =
        new Job(
            JOB,
            "Publishes literal rows.",
            List.of(),
            List.copyOf(tables.keySet()),
            context ->
                tables.forEach(
                    (table, rows) ->
                        context
                            .sink()
                            .replace(
                                table,
                                SparkFixture.spark()
                                    .read()
                                    .schema(table.schema())
                                    .json(
                                        SparkFixture.spark()
                                            .createDataset(rows, Encoders.STRING())))));
    lake.pipeline().run(job, TestLake.DAY);
  }

  private static ReportModel collect(TestLake lake, LocalDate day, String... jobs) {
    return new ReportCollector(SparkFixture.spark(), lake.lake(), "lake", List.of(jobs), "standard")
        .collect(day);
  }

  private static String sure(String id, int followers, double bot, String reasons) {
    String authenticity = String.valueOf(100 * (1 - bot));
    boolean flagged = bot >= 0.7;
    return ACCOUNT.formatted(
        id, "h" + id, followers, "nano", flagged, reasons, bot, authenticity, "null", "null");
  }

  private static String silent(String id, String handle, String why) {
    return ACCOUNT
        .formatted(id, handle, "null", "", false, "", "null", "null", "\"too few families\"", why)
        .replace("\"band\":\"\"", "\"band\":null");
  }

  private static Map<Table, List<String>> accounts() {
    String reason =
        """
        {"kind":"bot","family":"profile","signal":"s","sentence":"has no posts","benign":"is new"}\
        """;
    Map<Table, List<String>> tables = new LinkedHashMap<>();
    tables.put(
        AssessmentTables.ACCOUNT_ASSESSMENT,
        List.of(
            sure("1", 500, 0.9, reason + "," + reason.replace("bot", "pod")),
            sure("2", 900, 0.8, ""),
            sure("3", 100, 0.1, ""),
            silent("4", "مها", "\"profile: 3 posts, 5 needed; behaviour: no act; none at all\""),
            silent("5", "five", "\"profile: 4 posts, 5 needed\"")));
    tables.put(
        EngagementTables.ACCOUNT_ENGAGEMENT,
        List.of(ENGAGEMENT.formatted("1", 0.2, 4), ENGAGEMENT.formatted("3", 0.1, 2)));
    return tables;
  }

  @Test
  void verdictsDoubtsAndSilencesAreThoseOfTheRows() {
    ReportModel model = collect(accounts, null, JOB);
    assertThat(model.asOf()).isEqualTo("2026-10-31");
    assertThat(model.verdicts().accounts()).isEqualTo(5);
    assertThat(model.verdicts().bands())
        .extracting(b -> b.band() + " " + b.trusted() + " " + b.doubted() + " " + b.notAssessable())
        .containsExactly("nano 1 2 0", "null 0 0 2");
    assertThat(model.verdicts().kinds().get(0).doubted()).isEqualTo(2);
    assertThat(model.verdicts().kinds().get(0).assessed()).isEqualTo(3);

    // The creator comes first, though another has more followers.
    assertThat(model.doubts().inAll()).isEqualTo(2);
    assertThat(model.doubts().creatorsInAll()).isEqualTo(1);
    assertThat(model.doubts().shown())
        .extracting(DoubtedAccount::accountId)
        .containsExactly("1", "2");
    DoubtedAccount first = model.doubts().shown().get(0);
    assertThat(first.kind()).isEqualTo("bot");
    assertThat(first.likelihood()).isEqualTo(0.9);
    assertThat(first.ratio()).isEqualTo(4);
    assertThat(first.reasons()).hasSize(1);
    assertThat(first.reasons().get(0).benign()).isEqualTo("is new");
    assertThat(first.reasons().get(0).about())
        .isEqualTo("is run by a program, and trades engagement with others by agreement");

    // 3 and 4 posts lack the same; semicolons within a family do not part it.
    assertThat(model.silences().reasons())
        .extracting(Silence::part, Silence::reason, Silence::accounts)
        .contains(
            org.assertj.core.groups.Tuple.tuple("profile", "too few posts, 5 needed", 2L),
            org.assertj.core.groups.Tuple.tuple("behaviour", "no act; none at all", 1L));
  }

  @Test
  void sectionsWhoseTableIsMissingSaySo() {
    ReportModel model = collect(accounts, TestLake.DAY, JOB);
    assertThat(model.rates().absent()).contains("gold.band_distribution is not there");
    assertThat(model.curve().absent()).contains("gold.expected_engagement is not there");
    assertThat(model.clusters().absent()).contains("gold.cluster_profile is not there");
    assertThat(model.groups().absent()).contains("gold.coordinated_group is not there");
    assertThat(model.run().feeds()).isEmpty();
  }

  @Test
  void groupsAreDrawnWithMembersAndThoseWhomTheyHit() {
    Map<Table, List<String>> tables = accounts();
    tables.put(
        CoordinationTables.COORDINATED_GROUP,
        List.of(
            """
            {"platform":"x","group_id":"farm-1","kind":"farm","form":"farm","accepted":true,\
            "probability":0.9,"verdict":"accepted","sentence":"they hit","members":3,"targets":1,\
            "posts":4,"acts":9,"density":0.5,"acts_timed":0,"stock_phrases":[],\
            "known_since":"2026-10-31","explanations":[]}\
            """));
    tables.put(
        CoordinationTables.COORDINATED_MEMBER,
        List.of(
            MEMBER.formatted("1", "مها", "customer"),
            MEMBER.formatted("2", "b", "member"),
            MEMBER.formatted("3", "c", "member")));
    tables.put(
        CoordinationTables.COORDINATED_PAIR,
        List.of(
            """
            {"platform":"x","group_id":"farm-1","first_account_id":"2","second_account_id":"3",\
            "posts_of_second_by_first":0,"posts_of_first_by_second":0,"shared_posts":4,\
            "shared_authors":1,"shared_expected":0.1,"shared_chance":0.001,"examples":[]}\
            """));
    TestLake lake = new TestLake(folder.resolve("groups"));
    publish(lake, tables);
    ActingGroup group = collect(lake, TestLake.DAY, JOB).groups().shown().get(0);
    assertThat(group.nodes())
        .extracting(n -> n.name() + " " + n.role())
        .containsExactly("b member", "c member", "مها customer");
    assertThat(group.edges()).containsExactly(new ActingGroup.BoundPair(0, 1, 4));
    assertThat(group.nodesInAll()).isEqualTo(3);
  }

  @Test
  void aLakeWithoutACompleteRunOrOfAnotherDayIsToldSo() {
    TestLake empty = new TestLake(folder.resolve("empty"));
    assertThatThrownBy(() -> collect(empty, null, JOB))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no complete run");
    assertThatThrownBy(() -> collect(accounts, LocalDate.of(2026, 11, 1), JOB))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no run of 2026-11-01");
    assertThatThrownBy(() -> collect(accounts, TestLake.DAY, JOB, "clusters"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not complete: clusters did not run");
  }
}

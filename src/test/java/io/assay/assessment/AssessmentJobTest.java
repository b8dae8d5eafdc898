package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.Kind;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The whole stage on signals and evidence that are written down. */
class AssessmentJobTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  /** What a tail says on average, which is taken off. */
  private static final double AVERAGE = 1 / Math.log(10);

  /** A profile and a behaviour: each step of a ladder, see {@link Found#ladder}, says one more. */
  private static final String BOT =
      Found.judging(
          Kind.BOT,
          "m",
          -2,
          Map.of("followings", 1, "actions_per_day", 2),
          Map.of("farm_member", 1));

  private static final String FOLLOWERS =
      Found.judging(Kind.FAKE_FOLLOWERS, "n", -2, Map.of("followers_no_picture", 1), Map.of());

  private static final String ENGAGEMENT =
      Found.judging(
          Kind.FAKE_ENGAGEMENT,
          "o",
          -2,
          Map.of("rate_above_expected", 1),
          Map.of("farm_customer", 3));

  private static final String POD =
      Found.judging(
          Kind.POD, "q", -2, Map.of("reactions_within_minute", 1), Map.of("pod_member", 1));

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static String[] with(String... assignments) {
    return Stream.concat(Stream.of(BOT, FOLLOWERS, ENGAGEMENT, POD), Stream.of(assignments))
        .toArray(String[]::new);
  }

  private static Map<String, Row> assessed(Found found) {
    return found.assessed(with());
  }

  private static Double number(Row row, String column) {
    return row.getAs(column);
  }

  private static String text(Row row, String column) {
    return row.getAs(column);
  }

  /** What is published of an account, kind and signal. */
  private static List<String> evidence(Map<Table, List<Row>> published, String account) {
    return published.get(AssessmentEvidenceTables.ASSESSMENT_EVIDENCE).stream()
        .filter(row -> row.getAs("account_id").equals(account))
        .map(row -> row.getAs("kind") + " " + row.getAs("signal"))
        .sorted()
        .toList();
  }

  /** One of a hundred with as many followings, the tenth of a hundred with such followers. */
  private static Found oneOfAHundred() {
    return new Found()
        .peers("followings", 0, 98)
        .peers("followers_no_picture", 0.1, 89)
        .peers("followers_no_picture", 0.9, 9)
        .account(
            "a",
            "handle",
            "anna",
            "followings",
            5000.0,
            "followers_no_picture",
            0.5,
            "profile_fisher_p",
            0.01,
            "audience_fisher_p",
            0.1)
        .profile("a", 1500, "micro");
  }

  @Test
  void signalsArePutTogetherByKind() {
    Row row = assessed(oneOfAHundred()).get("a");
    assertThat(text(row, "handle")).isEqualTo("anna");
    assertThat(row.<Long>getAs("followers")).isEqualTo(1500);
    assertThat(text(row, "band")).isEqualTo("micro");
    // -2 + 1 x (2 - .434); its behaviour is not known and says nothing.
    double bot = logistic(-AVERAGE);
    assertThat(number(row, "p_bot")).isCloseTo(bot, EXACTLY);
    assertThat(number(row, "p_bot_uncorrected")).isEqualTo(number(row, "p_bot"));
    assertThat(text(row, "bot_model")).isEqualTo("m");
    // Of .01 and five halves.
    assertThat(number(row, "bot_tail")).isCloseTo(6 / 110.0, EXACTLY);
    // -2 + 1 x (1 - .434).
    assertThat(number(row, "p_fake_followers")).isCloseTo(logistic(-1 - AVERAGE), EXACTLY);
    assertThat(text(row, "fake_followers_model")).isEqualTo("n");
    assertThat(number(row, "authenticity")).isCloseTo(100 * (1 - bot), EXACTLY);
    assertThat(text(row, "authenticity_reason")).isNull();
    for (String column :
        List.of("p_fake_engagement", "p_fake_engagement_uncorrected", "fake_engagement_tail")) {
      assertThat(number(row, column)).as(column).isNull();
    }
    assertThat(text(row, "fake_engagement_model")).isNull();
    assertThat(row.getList(row.fieldIndex("assessed_kinds")))
        .isEqualTo(List.of("bot", "fake_followers"));
  }

  @Test
  void whatALikelihoodIsMadeOfIsPublished() {
    List<Row> pieces =
        oneOfAHundred().published(with()).get(AssessmentEvidenceTables.ASSESSMENT_EVIDENCE);
    assertThat(pieces)
        .extracting(
            r -> r.getAs("kind") + "|" + r.getAs("signal") + "|" + r.getAs("family"),
            r -> r.<Double>getAs("value"),
            r -> r.<String>getAs("peer_group"),
            r -> r.<Double>getAs("weight"))
        .containsExactlyInAnyOrder(
            tuple("bot|followings|profile", 5000.0, "x all accounts", 1.0),
            tuple("fake_followers|followers_no_picture|audience", 0.5, "x 0-1023 followers", 1.0));
    assertThat(pieces)
        .allSatisfy(
            r -> {
              double zeros = r.getAs("signal").equals("followings") ? 2 : 1;
              assertThat(number(r, "reference_tail")).isCloseTo(Math.pow(10, -zeros), EXACTLY);
              assertThat(number(r, "contribution")).isCloseTo(zeros - AVERAGE, EXACTLY);
            });
  }

  @Test
  void whatIsNotKnownHasAReason() {
    Found found =
        new Found()
            .ladder("followings")
            .account(
                "a",
                "followings",
                1.0,
                "profile_fisher_p",
                0.01,
                "engagement_reason",
                "no posts",
                "received_comments_reason",
                "no comments",
                "behaviour_reason",
                "no actions",
                "reaction_reason",
                "no reactions",
                "low_effort_reason",
                "nothing written",
                "coordination_reason",
                "nothing done");
    Row row = assessed(found).get("a");
    assertThat(text(row, "fake_engagement_reason"))
        .isEqualTo("engagement: no posts; received_comments: no comments");
    assertThat(text(row, "bot_reason")).isNull();
    assertThat(number(row, "p_pod")).isNull();
    assertThat(text(row, "pod_reason"))
        .isEqualTo(
            "received_comments: no comments; behaviour: no actions; reaction: no reactions;"
                + " low_effort: nothing written; coordination: nothing done");
    // One family speaks: a bot is likely or not, but to be authentic takes more.
    assertThat(number(row, "authenticity")).isNull();
    assertThat(text(row, "authenticity_reason"))
        .isEqualTo("1 of 12 families of signals could be judged, 2 are needed");
    assertThat(number(row, "p_bot")).isNotNull();
  }

  /** A family may speak, and the model not listen, or not hear. */
  @Test
  void whatTheModelDoesNotWeighHasAReasonToo() {
    Found found =
        new Found()
            .ladder("no_picture")
            .peers("actions_per_day", 1, 19)
            .account("a", "no_picture", true, "profile_fisher_p", 0.3)
            .account("b", "actions_per_day", 1.0, "behaviour_fisher_p", 0.3)
            .member("b", "farm", true, "member");
    Map<String, Row> rows =
        found.assessed(with("assessment.likelihood.bot.groups.farm_member=null"));
    assertThat(text(rows.get("a"), "bot_reason"))
        .startsWith("profile: none of its signals that have a weight in the model is known; ")
        .contains("; publishing: no weight in the model; ");
    assertThat(text(rows.get("b"), "bot_reason"))
        .contains(
            "behaviour: without groups and doubted accounts fewer than 20 peers of whom it is"
                + " known");
  }

  /** An actor whose profile was never crawled, of whom nothing could be compared. */
  @Test
  void everyAccountSeenHasARow() {
    Row row = assessed(new Found().account("actor", "profile_reason", "no profile")).get("actor");
    assertThat(row.<Object>getAs("followers")).isNull();
    assertThat(row.<Object>getAs("band")).isNull();
    assertThat(number(row, "authenticity")).isNull();
    assertThat(text(row, "authenticity_reason")).startsWith("0 of 12 families");
    assertThat(row.<Boolean>getAs("flagged")).isFalse();
    assertThat(row.getList(row.fieldIndex("assessed_kinds"))).isEmpty();
    assertThat(row.getList(row.fieldIndex("reasons"))).isEmpty();
  }

  @Test
  void anActorWithoutAProfileIsAssessedByWhatItDid() {
    Row row =
        assessed(
                new Found()
                    .peers("actions_per_day", 0, 98)
                    .account(
                        "actor",
                        "actions_per_day",
                        300.0,
                        "profile_reason",
                        "no profile",
                        "behaviour_fisher_p",
                        0.02,
                        "low_effort_fisher_p",
                        0.5))
            .get("actor");
    assertThat(text(row, "handle")).isNull();
    // -2 + 2 x (2 - .434) = 1.13 among the other 98, which it leaves: .5 of 99 are as active.
    double logit = -2 + 2 * (-Math.log10(0.5 / 99) - AVERAGE);
    assertThat(number(row, "p_bot")).isCloseTo(logistic(logit), EXACTLY);
    assertThat(number(row, "authenticity")).isCloseTo(100 * (1 - logistic(logit)), within(1e-9));
    assertThat(row.<Boolean>getAs("flagged")).isTrue();
    assertThat(row.getList(row.fieldIndex("assessed_kinds"))).isEqualTo(List.of("bot"));
  }

  /** Nobody is unusual among ten. */
  @Test
  void aPlatformOfTenAccountsIsNotJudged() {
    Found found = new Found();
    for (int i = 0; i < 10; i++) {
      found.account("a" + i, "followings", 10.0 * i, "profile_reason", "fewer than 20 peers");
    }
    Map<Table, List<Row>> published = found.published(with());
    assertThat(published.get(AssessmentTables.ACCOUNT_ASSESSMENT))
        .hasSize(10)
        .allSatisfy(
            row -> {
              assertThat(number(row, "p_bot")).isNull();
              assertThat(text(row, "bot_reason")).startsWith("profile: fewer than 20 peers; ");
              assertThat(number(row, "authenticity")).isNull();
              assertThat(row.<Boolean>getAs("flagged")).isFalse();
            });
    assertThat(published.get(AssessmentEvidenceTables.ASSESSMENT_EVIDENCE)).isEmpty();
    assertThat(published.get(AssessmentEvidenceTables.ASSESSMENT_LEVEL))
        .extracting(r -> r.getAs("kind") + " " + r.getAs("assessed") + " " + r.getAs("share"))
        .containsExactly(
            "bot 0 null", "fake_followers 0 null", "fake_engagement 0 null", "pod 0 null");
    assertThat(published.get(AssessmentEvidenceTables.ASSESSMENT_LEVEL))
        .allSatisfy(
            r -> {
              assertThat(text(r, "share_reason"))
                  .isEqualTo("0 accounts of the platform could be assessed, 1,000 are needed");
              assertThat(number(r, "share_uncorrected")).isNull();
              assertThat(number(r, "shift")).isZero();
            });
  }

  @Test
  void whoReachesTheThresholdIsFlagged() {
    double likelihood = number(assessed(oneOfAHundred()).get("a"), "p_bot");
    Row even = oneOfAHundred().assessed(with("assessment.flag_at_least=" + likelihood)).get("a");
    assertThat(even.<Boolean>getAs("flagged")).isTrue();
    assertThat(number(even, "flag_at_least")).isEqualTo(likelihood);
    Row less =
        oneOfAHundred()
            .assessed(with("assessment.flag_at_least=" + Math.nextUp(likelihood)))
            .get("a");
    assertThat(less.<Boolean>getAs("flagged")).isFalse();
    Row nothing = new Found().account("a").assessed("assessment.flag_at_least=0").get("a");
    assertThat(nothing.<Boolean>getAs("flagged")).isFalse();
    assertThat(number(assessed(oneOfAHundred()).get("a"), "flag_at_least")).isEqualTo(0.7);
  }

  /** Two hundred alike are no rarity among themselves, and are one among the rest. */
  @Test
  void doubtedAccountsAreNotAmongThoseOthersAreMeasuredAgainst() {
    Found found = new Found().peers("followings", 0, 9_799).peers("actions_per_day", 0, 9_799);
    for (int i = 0; i < 200; i++) {
      found.account("b" + i, "followings", 900.0, "actions_per_day", 70.0);
    }
    Map<Table, List<Row>> published = found.published(with());
    // Two hundred of 9,999: -2 + 3 x (1.998 - .434) = 2.69, so they leave: .5 of 9,800 are so.
    double logit = -2 + 3 * (-Math.log10(0.5 / 9_800) - AVERAGE);
    assertThat(published.get(AssessmentTables.ACCOUNT_ASSESSMENT))
        .allSatisfy(r -> assertThat(number(r, "p_bot")).isCloseTo(logistic(logit), EXACTLY));
    assertThat(published.get(AssessmentEvidenceTables.REFERENCE_HISTOGRAM))
        .filteredOn(r -> r.getAs("signal").equals("followings"))
        .extracting(r -> r.<Double>getAs("bin_lower") + " " + r.<Long>getAs("n"))
        .containsExactly("0.0 9799");
  }

  /** As the two hundred, but unusual by .5 less: doubted only if it is told of a group. */
  @Test
  void membersOfGroupsAreNotAmongThemEither() {
    Found found = new Found().peers("followings", 0, 98);
    Row alone = assessed(found.account("a", "followings", 7.0)).get("a");
    assertThat(number(alone, "p_bot")).isCloseTo(logistic(-AVERAGE), EXACTLY);
    Row member = assessed(found.member("a", "pod", true, "member")).get("a");
    double logit = -2 - Math.log10(0.5 / 99) - AVERAGE;
    assertThat(number(member, "p_bot")).isCloseTo(logistic(logit), EXACTLY);
    // -2 + 1: nothing else of the kind is known.
    assertThat(number(member, "p_pod")).isCloseTo(logistic(-1), EXACTLY);
  }

  /** Everybody is equally usual: only ties tell them apart. */
  private static Found hit() {
    Found found = new Found().ladder("followings", "rate_above_expected");
    for (String id : List.of("member", "mate", "customer", "victim", "suspect", "none")) {
      found.account(id, "followings", 1.0, "rate_above_expected", 1.0);
    }
    return found
        .member("member", "farm", true, "member")
        .member("mate", "lockstep", true, "member")
        .member("customer", "farm", true, "customer")
        .member("victim", "farm", true, "victim")
        .member("suspect", "unexplained", false, "member");
  }

  @Test
  void nobodyIsDoubtedForBeingHit() {
    Map<Table, List<Row>> published = hit().published(with());
    List<String> untied = List.of("bot followings", "fake_engagement rate_above_expected");
    assertThat(evidence(published, "none")).isEqualTo(untied);
    assertThat(evidence(published, "victim")).isEqualTo(untied);
    assertThat(evidence(published, "suspect")).isEqualTo(untied);
    List<String> asBot =
        List.of("bot farm_member", "bot followings", "fake_engagement rate_above_expected");
    assertThat(evidence(published, "member")).isEqualTo(asBot);
    assertThat(evidence(published, "mate")).isEqualTo(asBot);
    assertThat(evidence(published, "customer"))
        .containsExactly(
            "bot followings",
            "fake_engagement farm_customer",
            "fake_engagement rate_above_expected");
    Map<String, Row> rows = hit().assessed(with("assessment.flag_at_least=0.5"));
    for (String column : List.of("p_bot", "p_fake_engagement", "authenticity")) {
      Double usual = number(rows.get("none"), column);
      assertThat(number(rows.get("victim"), column)).as(column).isEqualTo(usual);
    }
    assertThat(rows.values())
        .filteredOn(row -> row.<Boolean>getAs("flagged"))
        .extracting(row -> row.getAs("account_id"))
        .containsExactly("customer");
  }

  /**
   * Steps of the ladders say -.2, .8, 1.8, 2.9 and 3.9; a logit of 0 takes 2 of the profile alone,
   * 1 of the behaviour alone.
   */
  @Test
  void aFlagThatRestsOnOneFamilyIsMarked() {
    Map<String, Row> rows =
        new Found()
            .ladder("followings", "actions_per_day", "followers_no_picture")
            .account("one", "followings", 4.0)
            .account("othersOdd", "followings", 4.0, "actions_per_day", 2.0)
            .account("othersUsual", "followings", 5.0, "actions_per_day", 1.0)
            .account("eachWouldDo", "followings", 4.0, "actions_per_day", 3.0)
            .account("onlyTogether", "followings", 3.0, "actions_per_day", 2.0)
            .account("twoKinds", "followings", 4.0, "followers_no_picture", 4.0)
            .account("borneOut", "followings", 4.0)
            .member("borneOut", "farm", true, "member")
            .account("byGroup", "followings", 3.0)
            .member("byGroup", "farm", true, "member")
            .account("hit", "followings", 4.0)
            .member("hit", "farm", true, "victim")
            .account("none", "followings", 2.0, "actions_per_day", 1.0)
            .account("silent")
            .assessed(with("assessment.flag_at_least=0.5"));
    assertThat(rows)
        .allSatisfy(
            (id, row) ->
                assertThat(row.<Boolean>getAs("flagged"))
                    .as(id)
                    .isEqualTo(!List.of("none", "silent").contains(id)));
    assertThat(rows.values())
        .filteredOn(row -> row.<Boolean>getAs("single_family"))
        .extracting(row -> row.getAs("account_id"))
        .containsExactlyInAnyOrder("one", "othersOdd", "othersUsual", "hit");
  }

  /** Of a bot: 2.9 of followings, 1.8 of posts, 1.7 of the farm, 1.65 of actions, .8 of copies. */
  @Test
  void whatRaisesTheLikeliestKindMostComesFirst() {
    Found found =
        new Found()
            .ladder("followings", "posts_per_day", "actions_per_day", "writes_copies")
            .ladder("followers_no_picture")
            .account(
                "a",
                "followings",
                4.0,
                "posts_per_day",
                3.0,
                "actions_per_day",
                2.0,
                "writes_copies",
                2.0,
                "followers_no_picture",
                2.0)
            .member("a", "farm", true, "member")
            .finding("a", "behaviour", "actions_per_day", 0.002)
            .finding("a", "profile", "followings", 0.004)
            .finding("a", "promotion", "writes_copies", 0.001)
            .finding("a", "audience", "followers_no_picture", 0.01)
            // Without a weight in a model.
            .finding("a", "profile", "no_picture", 0.0001)
            .finding("a", "context", "sponsored_share", 0.0001);
    Row row =
        found
            .assessed(
                with(
                    Found.judging(
                        Kind.BOT,
                        "m",
                        -2,
                        Map.of(
                            "followings",
                            1,
                            "posts_per_day",
                            1,
                            "actions_per_day",
                            2,
                            "writes_copies",
                            1),
                        Map.of("farm_member", 1.7)),
                    "assessment.likelihood.fake_followers.intercept=9"))
            .get("a");
    List<Row> reasons = row.getList(row.fieldIndex("reasons"));
    assertThat(reasons)
        .extracting(r -> r.getString(0) + " " + r.getString(1) + " " + r.getString(2))
        .as("posts_per_day is no finding")
        .containsExactly(
            "fake_followers audience followers_no_picture",
            "bot profile followings",
            "bot coordination farm_member",
            "bot behaviour actions_per_day");
    assertThat(reasons.get(1).getDouble(3)).isEqualTo(0.008);
    assertThat(reasons.get(1).getString(4)).isEqualTo("followings in words");
    assertThat(reasons.get(1).getString(5)).isEqualTo("innocent followings");
    assertThat(reasons.get(2).isNullAt(3)).isTrue();
    assertThat(reasons.get(2).getString(4)).endsWith("farm-1 in words");
    assertThat(reasons.get(2).getString(5)).contains("coordinated_group", "farm-1");
  }

  @Test
  void aModelThatTheSettingsNameIsReadFromTheLake() {
    Found found =
        oneOfAHundred()
            .model("ours", "bot", "logistic", "{}")
            .model(
                "ours",
                "fake_followers",
                "logistic",
                "{\"base_rate\":0.2,\"intercept\":-3,"
                    + "\"signals\":{\"followers_no_picture\":2.5},\"groups\":{}}");
    Row row = found.assessed(with("assessment.models.fake_followers=ours")).get("a");
    // -3 + 2.5 x (1 - .434).
    assertThat(number(row, "p_fake_followers")).isCloseTo(logistic(-0.5 - 2.5 * AVERAGE), EXACTLY);
    assertThat(text(row, "fake_followers_model")).isEqualTo("ours");
    assertThat(text(row, "bot_model")).isEqualTo("m");
  }

  @Test
  void aModelThatCannotBeUsedIsTheCallersMistake() {
    Found found =
        new Found()
            .account("a")
            .model("ours", "fake_followers", "logistic", "{}")
            .model("centres", "bot", "k_means", "{}")
            .model("torn", "bot", "logistic", "{\"base_rate\":")
            .model(
                "bad",
                "bot",
                "logistic",
                "{\"base_rate\":0.2,\"signals\":{\"followings\":-1,\"mood\":2}}");
    refused(found, "theirs", "ops.model of this lake holds none of that name");
    refused(found, "ours", "ops.model holds it of fake_followers only");
    refused(found, "centres", "which is of type k_means");
    refused(found, "torn", "parameters that are no JSON");
    refused(
        found,
        "bad",
        "parameters.intercept: missing",
        "parameters.signals.followings: -1",
        "parameters.signals.mood: unknown key; allowed: one of account_age_days",
        "parameters.groups: missing");
  }

  private static void refused(Found found, String model, String... said) {
    assertThatThrownBy(() -> found.assessed("assessment.models.bot=" + model))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(model)
        .hasMessageContainingAll(said);
  }
}

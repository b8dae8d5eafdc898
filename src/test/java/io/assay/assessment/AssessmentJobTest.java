package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.UserError;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The whole stage on evidence that is written down. */
class AssessmentJobTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  /** -2 + 1 x profile + 2 x behaviour. */
  private static final String BOT =
      "assessment.likelihood.bot={model: m, base_rate: 0.1, intercept: -2,"
          + " weights: {profile: 1, following: 0, publishing: 0, behaviour: 2, promotion: 0, low_effort: 0}}";

  /** -2 + 1 x audience. */
  private static final String FOLLOWERS =
      "assessment.likelihood.fake_followers={model: n, base_rate: 0.1, intercept: -2,"
          + " weights: {audience: 1, growth: 0}}";

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static Map<String, Row> assessed(Found found) {
    return found.assessed(BOT, FOLLOWERS);
  }

  private static Double number(Row row, String column) {
    return row.getAs(column);
  }

  @Test
  void familiesArePutTogetherByKind() {
    Found found =
        new Found()
            .account("a", "handle", "anna", "profile_fisher_p", 0.01, "audience_fisher_p", 0.1)
            .profile("a", 1500, "micro");
    Row row = assessed(found).get("a");
    assertThat(row.<String>getAs("handle")).isEqualTo("anna");
    assertThat(row.<Long>getAs("followers")).isEqualTo(1500);
    assertThat(row.<String>getAs("band")).isEqualTo("micro");
    // -2 + 1 x 2 + 2 x .434, as behaviour does not speak.
    double bot = logistic(2 / Math.log(10));
    assertThat(number(row, "p_bot")).isCloseTo(bot, EXACTLY);
    assertThat(row.<String>getAs("bot_model")).isEqualTo("m");
    // Of .01 and five halves.
    assertThat(number(row, "bot_tail")).isCloseTo(6 / 110.0, EXACTLY);
    // -2 + 1 x 1.
    assertThat(number(row, "p_fake_followers")).isCloseTo(logistic(-1), EXACTLY);
    assertThat(row.<String>getAs("fake_followers_model")).isEqualTo("n");
    assertThat(number(row, "authenticity")).isCloseTo(100 * (1 - bot), EXACTLY);
    assertThat(row.<String>getAs("authenticity_reason")).isNull();
    assertThat(row.<Object>getAs("p_fake_engagement")).isNull();
    assertThat(row.<Object>getAs("fake_engagement_tail")).isNull();
    assertThat(row.<Object>getAs("fake_engagement_model")).isNull();
    assertThat(row.getList(row.fieldIndex("assessed_kinds")))
        .isEqualTo(List.of("bot", "fake_followers"));
  }

  @Test
  void whatIsNotKnownHasAReason() {
    Found found =
        new Found()
            .account(
                "a",
                "profile_fisher_p",
                0.01,
                "engagement_reason",
                "no posts",
                "received_comments_reason",
                "no comments");
    Row row = assessed(found).get("a");
    assertThat(row.<String>getAs("fake_engagement_reason"))
        .isEqualTo("engagement: no posts; received_comments: no comments");
    assertThat(row.<String>getAs("bot_reason")).isNull();
    assertThat(row.<Object>getAs("p_pod")).isNull();
    assertThat(row.<String>getAs("pod_reason")).contains("do not enter the likelihoods yet");
    // One family speaks: a bot is likely or not, but to be authentic takes more.
    assertThat(row.<Object>getAs("authenticity")).isNull();
    assertThat(row.<String>getAs("authenticity_reason"))
        .isEqualTo("1 of 10 families of signals could be judged, 2 are needed");
    assertThat(number(row, "p_bot")).isNotNull();
  }

  /** An actor whose profile was never crawled, of whom nothing could be compared. */
  @Test
  void everyAccountSeenHasARow() {
    Row row = assessed(new Found().account("actor", "profile_reason", "no profile")).get("actor");
    assertThat(row.<Object>getAs("followers")).isNull();
    assertThat(row.<Object>getAs("band")).isNull();
    assertThat(row.<Object>getAs("authenticity")).isNull();
    assertThat(row.<String>getAs("authenticity_reason")).startsWith("0 of 10 families");
    assertThat(row.<Boolean>getAs("flagged")).isFalse();
    assertThat(row.getList(row.fieldIndex("assessed_kinds"))).isEmpty();
    assertThat(row.getList(row.fieldIndex("reasons"))).isEmpty();
  }

  @Test
  void whoReachesTheThresholdIsFlagged() {
    // -2 + 1 x 2 + 2 x 0 = 0: one half.
    Found found =
        new Found()
            .account("even", "profile_fisher_p", 0.01, "behaviour_fisher_p", 1.0)
            .account("less", "profile_fisher_p", 0.011, "behaviour_fisher_p", 1.0);
    Map<String, Row> half = found.assessed(BOT, FOLLOWERS, "assessment.flag_at_least=0.5");
    assertThat(number(half.get("even"), "p_bot")).isCloseTo(0.5, EXACTLY);
    assertThat(half.get("even").<Boolean>getAs("flagged")).isTrue();
    assertThat(half.get("less").<Boolean>getAs("flagged")).isFalse();
    assertThat(number(half.get("even"), "flag_at_least")).isEqualTo(0.5);
    Row nothing = new Found().account("a").assessed("assessment.flag_at_least=0").get("a");
    assertThat(nothing.<Boolean>getAs("flagged")).isFalse();
    Row asShipped = assessed(found).get("even");
    assertThat(asShipped.<Boolean>getAs("flagged")).isFalse();
    assertThat(number(asShipped, "flag_at_least")).isEqualTo(0.7);
  }

  /** Profile alone reaches a logit of 0 from an evidence of 1.13 on, behaviour from .78 on. */
  @Test
  void aFlagThatRestsOnOneFamilyIsMarked() {
    Map<String, Row> rows =
        new Found()
            .account("one", "profile_fisher_p", 0.001)
            .account("othersOdd", "profile_fisher_p", 0.001, "behaviour_fisher_p", 0.3)
            .account("othersUsual", "profile_fisher_p", 0.0001, "behaviour_fisher_p", 1.0)
            .account("eachWouldDo", "profile_fisher_p", 0.001, "behaviour_fisher_p", 0.1)
            .account("onlyTogether", "profile_fisher_p", 0.1, "behaviour_fisher_p", 0.25)
            .account("twoKinds", "profile_fisher_p", 0.001, "audience_fisher_p", 0.001)
            .account("none", "profile_fisher_p", 0.5, "behaviour_fisher_p", 0.5)
            .account("silent")
            .assessed(BOT, FOLLOWERS, "assessment.flag_at_least=0.5");
    assertThat(rows)
        .allSatisfy(
            (id, row) ->
                assertThat(row.<Boolean>getAs("flagged"))
                    .as(id)
                    .isEqualTo(!List.of("none", "silent").contains(id)));
    assertThat(rows.values())
        .filteredOn(row -> row.<Boolean>getAs("single_family"))
        .extracting(row -> row.getAs("account_id"))
        .containsExactlyInAnyOrder("one", "othersOdd", "othersUsual");
  }

  @Test
  void theMostTellingFindingsOfTheLikeliestKindComeFirst() {
    Found found =
        new Found()
            .account("a", "profile_fisher_p", 0.5, "audience_fisher_p", 0.00001)
            .finding("a", "profile", "followings", 0.004)
            .finding("a", "profile", "no_bio", 0.001)
            .finding("a", "behaviour", "quiet_hours", 0.002)
            .finding("a", "promotion", "writes_copies", 0.002)
            .finding("a", "audience", "followers_without_picture", 0.01)
            .finding("a", "context", "sponsored_share", 0.0001)
            .finding("a", "engagement", "likes_spread", 0.0001);
    Row row = assessed(found).get("a");
    List<Row> reasons = row.getList(row.fieldIndex("reasons"));
    assertThat(reasons)
        .extracting(r -> r.getString(0) + " " + r.getString(1) + " " + r.getString(2))
        .containsExactly(
            "fake_followers audience followers_without_picture",
            "bot profile no_bio",
            "bot behaviour quiet_hours",
            "bot promotion writes_copies");
    assertThat(reasons.get(1).getDouble(3)).isEqualTo(0.002);
    assertThat(reasons.get(1).getString(4)).isEqualTo("no_bio in words");
    assertThat(reasons.get(1).getString(5)).isEqualTo("innocent no_bio");
  }

  @Test
  void aModelThatTheSettingsNameIsReadFromTheLake() {
    Found found =
        new Found()
            .account("a", "audience_fisher_p", 0.1, "profile_fisher_p", 0.01)
            .model("ours", "bot", "logistic", "{}")
            .model(
                "ours",
                "fake_followers",
                "logistic",
                "{\"base_rate\":0.2,\"intercept\":1,\"weights\":{\"audience\":3,\"growth\":0}}");
    Row row = found.assessed(BOT, FOLLOWERS, "assessment.models.fake_followers=ours").get("a");
    // 1 + 3 x 1.
    assertThat(number(row, "p_fake_followers")).isCloseTo(logistic(4), EXACTLY);
    assertThat(row.<String>getAs("fake_followers_model")).isEqualTo("ours");
    assertThat(row.<String>getAs("bot_model")).isEqualTo("m");
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
                "{\"base_rate\":0.2,\"weights\":{\"profile\":-1,\"following\":0,\"publishing\":0,\"behaviour\":0,\"promotion\":0}}");
    refused(found, "theirs", "ops.model of this lake holds none of that name");
    refused(found, "ours", "ops.model holds it of fake_followers only");
    refused(found, "centres", "which is of type k_means");
    refused(found, "torn", "parameters that are no JSON");
    refused(
        found,
        "bad",
        "parameters.intercept: missing",
        "parameters.weights.profile: -1",
        "parameters.weights.low_effort: missing");
  }

  private static void refused(Found found, String model, String... said) {
    assertThatThrownBy(() -> found.assessed("assessment.models.bot=" + model))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(model)
        .hasMessageContainingAll(said);
  }
}

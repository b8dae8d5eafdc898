package io.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.UserError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be said about likelihoods and flags, and what cannot. */
class AssessmentSettingsTest {
  private static final String BOT = "assessment.likelihood.bot.";

  private static Settings set(String... assignments) {
    return SettingsLoader.load(List.of(), List.of(assignments));
  }

  private static void refused(String assignment, String problem) {
    assertThatThrownBy(() -> set(assignment))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 problem(s)")
        .hasMessageContaining(problem);
  }

  @Test
  void everyKindHasAModelOfItsSignalsAndTies() {
    AssessmentSettings shipped = set().assessment();
    assertThat(shipped.likelihood()).containsOnlyKeys(Kind.values());
    shipped
        .likelihood()
        .forEach(
            (kind, model) -> {
              assertThat(model.model()).isNotBlank();
              assertThat(kind.signals())
                  .extracting(Signal::name)
                  .containsAll(model.signals().keySet());
              assertThat(model.signals().values()).anyMatch(weight -> weight > 0);
              assertThat(GroupTie.of(kind)).containsAll(model.groups().keySet());
            });
  }

  @Test
  void aKeyOfAModelCanBeSetAlone() {
    LikelihoodSettings shipped = set().assessment().likelihood().get(Kind.BOT);
    LikelihoodSettings edited =
        set(BOT + "signals.writes_copies=0", BOT + "groups.farm_member=2", BOT + "intercept=-7.5")
            .assessment()
            .likelihood()
            .get(Kind.BOT);
    assertThat(edited.intercept()).isEqualTo(-7.5);
    assertThat(edited.signals()).containsEntry("writes_copies", 0.0);
    assertThat(edited.groups()).containsEntry(GroupTie.FARM_MEMBER, 2.0);
    assertThat(shipped.signals()).isNotEmpty();
    shipped
        .signals()
        .forEach(
            (signal, weight) -> {
              if (!signal.equals("writes_copies")) {
                assertThat(edited.signals()).containsEntry(signal, weight);
              }
            });
    assertThat(edited.model()).isEqualTo(shipped.model());
  }

  @Test
  void mistakesAreReportedTogetherWithTheirKeys() {
    assertThatThrownBy(
            () ->
                set(
                    BOT + "signals.followings=-0.1",
                    BOT + "signals.gain_lost_again=1",
                    BOT + "groups.pod_member=1",
                    BOT + "model=null",
                    BOT + "base_rate=0",
                    "assessment.likelihood.fake_followers.intercept=much",
                    "assessment.likelihood.spam={model: m}",
                    "assessment.flag_at_least=1.5"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("8 problem(s)")
        .hasMessageContaining(BOT + "signals.followings: -0.1; allowed: a number from 0.0 to")
        .hasMessageContaining(
            BOT + "signals.gain_lost_again: unknown key; allowed: one of account_age_days, ")
        .hasMessageContaining(BOT + "groups.pod_member: unknown key; allowed: one of farm_member")
        .hasMessageContaining(BOT + "model: missing; allowed: a text")
        .hasMessageContaining(BOT + "base_rate: 0; allowed: a number from 1.0E-9 to")
        .hasMessageContaining("assessment.likelihood.fake_followers.intercept: \"much\"")
        .hasMessageContaining("assessment.likelihood.spam: unknown key")
        .hasMessageContaining("assessment.flag_at_least: 1.5");
  }

  @Test
  void baseRatesLieWithinZeroAndOne() {
    for (String rate : List.of("0", "1", "-0.1", "2", ".nan", ".inf", "often")) {
      refused(BOT + "base_rate=" + rate, BOT + "base_rate: ");
    }
    assertThat(set(BOT + "base_rate=0.000001").assessment().likelihood().get(Kind.BOT).baseRate())
        .isEqualTo(1e-6);
  }

  @Test
  void weightsAreFiniteNumbers() {
    for (String weight : List.of(".nan", ".inf", "-.inf", "-1", "1e7", "'3'", "[1]")) {
      refused(BOT + "signals.writes_copies=" + weight, BOT + "signals.writes_copies: ");
    }
    refused(BOT + "groups.farm_member=-1", BOT + "groups.farm_member: -1");
    refused(BOT + "model=' '", BOT + "model: ");
  }

  /**
   * Of a signal that is not named a model says nothing, as is right of one that it has not seen.
   */
  @Test
  void aWeightCanBeTakenAway() {
    LikelihoodSettings shipped = set().assessment().likelihood().get(Kind.BOT);
    String signal = shipped.signals().keySet().iterator().next();
    LikelihoodSettings edited =
        set(BOT + "signals." + signal + "=null", BOT + "groups.farm_member=null")
            .assessment()
            .likelihood()
            .get(Kind.BOT);
    assertThat(edited.signals()).hasSize(shipped.signals().size() - 1).doesNotContainKey(signal);
    assertThat(edited.groups()).isEmpty();
    refused(BOT + "signals=null", BOT + "signals: missing");
  }

  @Test
  void wholeSectionsThatAreMissingAreNamed() {
    assertThatThrownBy(() -> set("assessment.likelihood.bot=null"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("assessment.likelihood.bot: missing");
    assertThatThrownBy(() -> set("assessment.likelihood=3"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("assessment.likelihood: 3; allowed: a mapping");
  }

  @Test
  void kindsMayNameAModelOfTheLake() {
    assertThat(set().assessment().models()).isEmpty();
    assertThat(set("assessment.models.bot=m1", "assessment.models.fake_followers=null"))
        .extracting(s -> s.assessment().models())
        .isEqualTo(Map.of(Kind.BOT, "m1"));
    refused("assessment.models.spam=m1", "assessment.models.spam: unknown key");
    refused("assessment.models.bot=3", "assessment.models.bot: 3; allowed: a text");
  }

  @Test
  void aThresholdIsALikelihood() {
    assertThat(set().assessment().flagAtLeast()).isEqualTo(0.7);
    refused("assessment.flag_at_least=70", "assessment.flag_at_least: 70");
    refused("assessment.flag_at_least=null", "assessment.flag_at_least: missing");
  }

  @Test
  void overridesSayWhatWasDecidedWhyByWhomAndUntilWhen() {
    String start = "assessment.overrides=[{platform: x, account_id: '1', ";
    String end = "reason: known, until: '2026-10-31', by: Ana}";
    OverrideSettings decided =
        set(start + "decision: cleared, " + end + "]").assessment().overrides().get(0);
    assertThat(decided.clears()).isTrue();
    assertThat(decided.holds(LocalDate.parse("2026-10-31"))).isTrue();
    assertThat(decided.holds(LocalDate.parse("2026-11-01"))).isFalse();
    refused(
        start + "decision: forgiven, " + end + "]",
        "decision: \"forgiven\"; allowed: one of cleared, flagged");
    refused(
        start + "decision: flagged, reason: known, until: soon, by: Ana}]",
        "until: soon; allowed: a day in quotes");
    refused(
        start + "decision: flagged, reason: known, until: '2026-10-31'}]",
        "assessment.overrides[0].by: missing");
    refused(
        start
            + "decision: flagged, "
            + end
            + ", {platform: x, account_id: '1', decision: cleared, "
            + end
            + "]",
        "account_id: 1; allowed: an account is decided once");
  }

  @Test
  void whatIsWrittenOfAModelIsReadAgain() {
    LikelihoodSettings shipped = set().assessment().likelihood().get(Kind.BOT);
    assertThat(LikelihoodSettings.parse(shipped.model(), Kind.BOT, shipped.json()))
        .isEqualTo(shipped);
    LikelihoodSettings small =
        new LikelihoodSettings(
            "m",
            0.05,
            -4.5,
            Map.of("quiet_hours", 2.0, "followings", 1.5),
            Map.of(GroupTie.FARM_MEMBER, 4.6));
    assertThat(small.withoutGroups())
        .isEqualTo(new LikelihoodSettings("m", 0.05, -4.5, small.signals(), Map.of()));
    assertThat(small.json())
        .isEqualTo(
            "{\"base_rate\":0.05,\"intercept\":-4.5,"
                + "\"signals\":{\"followings\":1.5,\"quiet_hours\":2.0},"
                + "\"groups\":{\"farm_member\":4.6}}");
  }

  private static void unusable(String json, String... said) {
    assertThatThrownBy(() -> LikelihoodSettings.parse("theirs", Kind.BOT, json))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("model theirs of bot cannot be used, it has ")
        .hasMessageContainingAll(said);
  }

  /** A later version may measure more, an earlier one something else. */
  @Test
  void aModelOfOtherSignalsNamesThoseThatAreUnknown() {
    unusable(
        "{\"base_rate\":0.1,\"intercept\":-3,\"signals\":{\"followings\":1,\"mood\":2,"
            + "\"gain_lost_again\":1},\"groups\":{\"cult_member\":1}}",
        "3 problem(s)",
        "parameters.signals.mood: unknown key; allowed: one of account_age_days, ",
        "parameters.signals.gain_lost_again: unknown key",
        "parameters.groups.cult_member: unknown key; allowed: one of farm_member");
    unusable(
        "{\"base_rate\":0.1,\"intercept\":-3,\"weights\":{\"profile\":1}}",
        "parameters.signals: missing",
        "parameters.groups: missing",
        "parameters.weights: unknown key");
  }

  @Test
  void aTornModelIsNoJson() {
    unusable("{\"base_rate\":0.1,\"inter", "parameters that are no JSON");
    unusable("", "parameters");
    unusable("null", "parameters");
    unusable("[1]", "parameters");
  }
}

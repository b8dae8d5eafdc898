package io.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.contracts.UserError;
import java.util.List;
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
  void everyKindHasAModelOfItsFamilies() {
    AssessmentSettings shipped = set().assessment();
    assertThat(shipped.likelihood()).containsOnlyKeys(Kind.values());
    shipped
        .likelihood()
        .forEach(
            (kind, model) -> {
              assertThat(model.model()).isNotBlank();
              assertThat(model.weights()).containsOnlyKeys(kind.families().toArray(Family[]::new));
            });
  }

  @Test
  void aKeyOfAModelCanBeSetAlone() {
    LikelihoodSettings shipped = set().assessment().likelihood().get(Kind.BOT);
    LikelihoodSettings edited =
        set(BOT + "weights.promotion=0", BOT + "intercept=-7.5")
            .assessment()
            .likelihood()
            .get(Kind.BOT);
    assertThat(edited.intercept()).isEqualTo(-7.5);
    assertThat(edited.weights().get(Family.PROMOTION)).isZero();
    assertThat(edited.weights().get(Family.PROFILE))
        .isEqualTo(shipped.weights().get(Family.PROFILE));
    assertThat(edited.model()).isEqualTo(shipped.model());
  }

  @Test
  void mistakesAreReportedTogetherWithTheirKeys() {
    assertThatThrownBy(
            () ->
                set(
                    BOT + "weights.profile=-0.1",
                    BOT + "weights.growth=1",
                    BOT + "model=null",
                    BOT + "base_rate=0",
                    "assessment.likelihood.fake_followers.intercept=much",
                    "assessment.likelihood.spam={model: m}",
                    "assessment.flag_at_least=1.5"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("7 problem(s)")
        .hasMessageContaining(BOT + "weights.profile: -0.1; allowed: a number from 0.0 to")
        .hasMessageContaining(
            BOT
                + "weights.growth: unknown key; allowed: one of behaviour, following, low_effort, profile, promotion, publishing")
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
      refused(BOT + "weights.promotion=" + weight, BOT + "weights.promotion: ");
    }
    refused(BOT + "weights.promotion=null", BOT + "weights.promotion: missing");
    refused(BOT + "model=' '", BOT + "model: ");
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
        .isEqualTo(java.util.Map.of(Kind.BOT, "m1"));
    refused("assessment.models.pod=m1", "assessment.models.pod: unknown key");
    refused("assessment.models.bot=3", "assessment.models.bot: 3; allowed: a text");
  }

  @Test
  void aThresholdIsALikelihood() {
    assertThat(set().assessment().flagAtLeast()).isEqualTo(0.7);
    refused("assessment.flag_at_least=70", "assessment.flag_at_least: 70");
    refused("assessment.flag_at_least=null", "assessment.flag_at_least: missing");
  }

  @Test
  void whatIsWrittenOfAModelIsReadAgain() {
    LikelihoodSettings shipped = set().assessment().likelihood().get(Kind.BOT);
    assertThat(LikelihoodSettings.parse(shipped.model(), Kind.BOT, shipped.json()))
        .isEqualTo(shipped);
    assertThat(shipped.json()).startsWith("{\"base_rate\":0.0311638,\"intercept\":-10.5089,");
  }
}

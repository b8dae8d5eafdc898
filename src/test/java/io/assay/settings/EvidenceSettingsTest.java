package io.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.contracts.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said about evidence, likelihoods and signals, and what cannot. */
class EvidenceSettingsTest {
  private static final String BOT = "evidence.likelihood.bot.";

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
    EvidenceSettings shipped = set().evidence();
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
    LikelihoodSettings shipped = set().evidence().likelihood().get(Kind.BOT);
    LikelihoodSettings edited =
        set(BOT + "weights.promotion=0", BOT + "intercept=-7.5")
            .evidence()
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
                    "evidence.likelihood.fake_followers.intercept=much",
                    "evidence.likelihood.spam={model: m}",
                    "evidence.notable_below=1.5"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("7 problem(s)")
        .hasMessageContaining(BOT + "weights.profile: -0.1; allowed: a number from 0.0 to")
        .hasMessageContaining(
            BOT
                + "weights.growth: unknown key; allowed: one of behaviour, low_effort, profile, promotion")
        .hasMessageContaining(BOT + "model: missing; allowed: a text")
        .hasMessageContaining(BOT + "base_rate: 0; allowed: a number from 1.0E-9 to")
        .hasMessageContaining("evidence.likelihood.fake_followers.intercept: \"much\"")
        .hasMessageContaining("evidence.likelihood.spam: unknown key")
        .hasMessageContaining("evidence.notable_below: 1.5");
  }

  @Test
  void baseRatesLieWithinZeroAndOne() {
    for (String rate : List.of("0", "1", "-0.1", "2", ".nan", ".inf", "often")) {
      refused(BOT + "base_rate=" + rate, BOT + "base_rate: ");
    }
    assertThat(set(BOT + "base_rate=0.000001").evidence().likelihood().get(Kind.BOT).baseRate())
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
    assertThatThrownBy(() -> set("evidence.likelihood.bot=null"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("evidence.likelihood.bot: missing");
    assertThatThrownBy(() -> set("evidence.likelihood=3"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("evidence.likelihood: 3; allowed: a mapping");
  }

  @Test
  void aComparisonNeedsTwo() {
    refused("evidence.min_peers=1", "evidence.min_peers: 1; allowed: a whole number from 2");
    refused("signals.min_peers=1", "signals.min_peers: 1");
    refused("signals.bins_per_decade=0", "signals.bins_per_decade: 0");
    refused("signals.min_actions=1", "signals.min_actions: 1");
    refused(
        "signals.min_active_days=0", "signals.min_active_days: 0; allowed: a whole number from 1");
    refused("signals.max_comments_per_post=99", "signals.max_comments_per_post: 99");
    refused("signals.window_days=0", "signals.window_days: 0");
    refused("signals.min_comments=few", "signals.min_comments: \"few\"");
    refused("signals.min_followers_sampled=2.5", "signals.min_followers_sampled: 2.5");
    refused("signals.colour=red", "signals.colour: unknown key");
  }
}

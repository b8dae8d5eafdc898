package io.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inputs that leave little to compare. */
class OddInputTest {
  private static final Settings SETTINGS =
      SettingsLoader.load(
          List.of(),
          List.of(
              "evidence.bins_per_decade=120",
              "evidence.min_peers=20",
              "evidence.notable_below=0.05"));

  private static final String FEW = "fewer than 20 peers of whom it is known";

  private static Peers alike(int n) {
    Peers peers = new Peers();
    for (int i = 1; i <= n; i++) {
      peers.account("x", "a" + i, "followings", 50.0, "account_age_days", 9.0);
    }
    return peers;
  }

  @Test
  void noAccountAtAll() {
    Peers.Published judged = new Peers().published(SETTINGS, 1);
    assertThat(judged.families()).isEmpty();
    assertThat(judged.evidence()).isEmpty();
  }

  @Test
  void oneAccountHasNobodyToBeComparedWith() {
    Peers.Published judged = alike(1).judged(SETTINGS);
    assertThat(judged.of("a1", "profile_reason")).isEqualTo(FEW);
    assertThat(judged.of("a1", "profile_fisher_p")).isNull();
    assertThat(judged.evidence()).isEmpty();
  }

  @Test
  void oneLessThanNeededIsTooFew() {
    assertThat(alike(19).judged(SETTINGS).of("a1", "profile_reason")).isEqualTo(FEW);
    assertThat(alike(20).judged(SETTINGS).of("a1", "profile_reason")).isNull();
  }

  @Test
  void whereAllAreAlikeNobodyIsSuspicious() {
    Peers.Published judged = alike(30).judged(SETTINGS);
    assertThat(judged.evidence()).isEmpty();
    for (int i = 1; i <= 30; i++) {
      assertThat(judged.of("a" + i, "profile_tail")).isEqualTo(1.0);
      // Two mid-ranks of a half, and three families that are silent.
      double joint = 0.25 * (1 - Math.log(0.25));
      assertThat((Double) judged.of("a" + i, "profile_fisher_p")).isCloseTo(joint, within(1e-12));
    }
  }

  @Test
  void whereNothingIsKnownEveryFamilySaysWhy() {
    Peers peers = new Peers();
    for (int i = 1; i <= 25; i++) {
      peers.account("x", "a" + i);
    }
    Peers.Published judged = peers.judged(SETTINGS);
    assertThat(judged.families()).hasSize(25);
    for (Signal signal : Signals.ALL) {
      if (judged
          .families()
          .get("a1")
          .schema()
          .getFieldIndex(signal.family().title() + "_reason")
          .isDefined()) {
        assertThat((String) judged.of("a1", signal.family().title() + "_reason"))
            .contains(signal.needs());
      }
    }
    assertThat(judged.of("a1", "profile_fisher_p")).isNull();
  }

  @Test
  void anAbsurdValueIsJustTheLargest() {
    Peers.Published judged = alike(24).account("x", "huge", "followings", 1e300).judged(SETTINGS);
    assertThat(judged.found("huge followings", "tail_probability")).isEqualTo(1 / 25.0);
    assertThat(judged.found("huge followings", "value")).isEqualTo(1e300);
    assertThat((String) judged.found("huge followings", "sentence"))
        .startsWith(
            "follows 1.00e+300 accounts, where about 50 is typical; none of the 24 others it is");
    assertThat(judged.of("huge", "profile_tail")).isEqualTo(1 / 25.0);
  }

  @Test
  void whatIsNoNumberIsUnknown() {
    Peers.Published judged =
        alike(24)
            .account("x", "odd", "followings", Double.NaN)
            .account("x", "endless", "followings", Double.POSITIVE_INFINITY)
            .judged(SETTINGS);
    for (String id : List.of("odd", "endless")) {
      assertThat(judged.of(id, "profile_tail")).isNull();
      assertThat((String) judged.of(id, "profile_reason")).contains("followings are hidden");
    }
  }

  /** By the stage, whose tables hold it all. */
  @Test
  void whatIsPublishedIsWhatTheRulesSay() {
    Peers peers =
        alike(24)
            .account("x", "odd", "followings", Double.NaN)
            .account("x", "endless", "followings", Double.POSITIVE_INFINITY)
            .account("x", "huge", "followings", 1e300, "no_picture", true)
            .account("x", "below", "jump_unanswered", -0.5)
            .account("y", "alone", "followings", 3.0)
            .account("y", "unknown", "profile_reason", "no profile");
    List<String> expected = peers.judged(SETTINGS).texts();
    assertThat(expected).anyMatch(text -> text.contains("follows 1.00e+300 accounts"));
    assertThat(peers.published(SETTINGS, 1).texts()).isEqualTo(expected);
    assertThat(peers.published(SETTINGS, 3).texts()).isEqualTo(expected);
  }

  @Test
  void valuesBelowZeroLieBelowZero() {
    Peers peers = new Peers();
    for (int i = 1; i <= 24; i++) {
      peers.account("x", "a" + i, "jump_unanswered", -0.5);
    }
    Peers.Published judged = peers.account("x", "b", "jump_unanswered", 0.0).judged(SETTINGS);
    assertThat(judged.evidence()).containsOnlyKeys("b jump_unanswered");
    assertThat((String) judged.found("b jump_unanswered", "sentence"))
        .contains("followers rose by 0 percentage points more", ", where about -50 % is typical; ")
        .contains(
            "none of the 24 others it is compared with (x accounts with 0 to 1,023 followers)");
  }
}

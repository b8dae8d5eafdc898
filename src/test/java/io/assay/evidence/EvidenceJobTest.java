package io.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.UserError;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The whole stage on accounts whose signals are written down. */
class EvidenceJobTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private static Settings settings(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "evidence.notable_below=0.05",
                "evidence.likelihood.bot={model: m, base_rate: 0.1, intercept: -2,"
                    + " weights: {profile: 1, behaviour: 2, promotion: 0, low_effort: 0}}"));
    all.addAll(List.of(more));
    return SettingsLoader.load(List.of(), all);
  }

  /** 25 accounts that follow 1 to 24 accounts a follower, and one that follows 1,000. */
  private static Peers twentyFive() {
    Peers peers = new Peers();
    for (int i = 1; i <= 24; i++) {
      peers.account("x", "a" + i, "following_ratio", (double) i, "no_picture", i > 20);
    }
    return peers.account("x", "follower", "following_ratio", 1000.0, "no_picture", false);
  }

  @Test
  void whoStandsOutIsToldWithPeersAndWords() {
    Peers.Published judged = twentyFive().judged(settings());
    String found = "follower following_ratio";
    assertThat(judged.evidence()).containsOnlyKeys(found);
    assertThat(judged.found(found, "peer_group")).isEqualTo("x all accounts");
    assertThat(judged.found(found, "peer_n")).isEqualTo(25L);
    assertThat(judged.found(found, "peer_median")).isEqualTo(13.0);
    // None of the 24 others lies as far out: (0 + 1) / (24 + 1).
    assertThat((Double) judged.found(found, "tail_probability")).isCloseTo(1 / 25.0, EXACTLY);
    assertThat((Double) judged.found(found, "tail_rank")).isCloseTo(0.5 / 25, EXACTLY);
    assertThat(judged.found(found, "sentence"))
        .isEqualTo(
            "follows 1,000 accounts for each follower it has, where about 13 is typical; none of"
                + " the 24 other accounts it is compared with (x all accounts) is as high");
    assertThat(judged.found(found, "notable_below")).isEqualTo(0.05);
    assertThat(judged.found(found, "direction")).isEqualTo("high");
  }

  @Test
  void familiesAreRankedAndKindsPutTogether() {
    Peers.Published judged =
        twentyFive()
            .set(
                "follower",
                "actions_reason",
                "no actions",
                "reactions_reason",
                "no reactions",
                "active_days_reason",
                "no actions")
            .judged(settings());
    // It scores below the four without a picture? -ln(.02) + -ln(1 - .5 * .84) = 4.46; the
    // best of them, a24: -ln(1.5 / 25) + -ln(.08) = 5.34, a23 4.83, a22 4.49, a21 4.24.
    assertThat((Double) judged.of("follower", "profile_tail")).isCloseTo(4 / 25.0, EXACTLY);
    assertThat(judged.of("follower", "profile_signal")).isEqualTo("following_ratio");
    // Were the two signals independent: the product c of their tails, c (1 - ln c).
    double product = 0.02 * 0.58;
    double joint = product * (1 - Math.log(product));
    assertThat((Double) judged.of("follower", "profile_fisher_p")).isCloseTo(joint, EXACTLY);
    assertThat(judged.of("follower", "behaviour_tail")).isNull();
    assertThat(judged.of("follower", "behaviour_fisher_p")).isNull();
    assertThat(judged.of("follower", "behaviour_reason"))
        .isEqualTo(
            "the day of creation or the number of posts is unknown; no actions; no reactions");
    // Harmonic mean of that and three halves.
    assertThat((Double) judged.of("follower", "bot_tail")).isCloseTo(4 / (1 / joint + 6), EXACTLY);
    // -2 + 1 x -log10 + 2 x .434, as behaviour does not speak.
    double logit = -2 - Math.log10(joint) + 2 / Math.log(10);
    assertThat((Double) judged.of("follower", "bot_likelihood"))
        .isCloseTo(1 / (1 + Math.exp(-logit)), EXACTLY);
    assertThat(judged.of("follower", "bot_model")).isEqualTo("m");
    assertThat(judged.of("follower", "fake_followers_tail")).isNull();
    assertThat(judged.of("follower", "fake_followers_likelihood")).isNull();
    assertThat(judged.of("follower", "fake_followers_model")).isNull();
  }

  /** Three in ten are alike in four ways: in nobody's tail, but no coincidence either. */
  @Test
  void aCrowdIsFoundByWhatItsMembersHaveTogether() {
    Peers peers = new Peers();
    for (int i = 0; i < 100; i++) {
      boolean crowd = i < 30;
      // Of the others one in ten has each of these, nobody two.
      peers.account(
          "x",
          "a" + i,
          "no_picture",
          crowd || i % 10 == 0,
          "bio_length",
          crowd || i % 10 == 1 ? 0.0 : 80.0,
          "posts_count",
          crowd || i % 10 == 2 ? 0.0 : 50.0,
          "handle_digit_share",
          crowd || i % 10 == 3 ? 0.5 : 0.0);
    }
    Peers.Published judged = peers.judged(settings());
    assertThat((Double) judged.of("a0", "profile_tail")).isCloseTo(0.3, EXACTLY);
    // 37 of 100 have each: a mid-rank tail of .185, four times over.
    double sum = -4 * Math.log(0.185);
    double joint = Math.exp(-sum) * (1 + sum + sum * sum / 2 + sum * sum * sum / 6);
    assertThat((Double) judged.of("a0", "profile_fisher_p")).isCloseTo(joint, EXACTLY);
    assertThat(joint).isBetween(0.09, 0.11);
    assertThat((Double) judged.of("a40", "profile_fisher_p")).isGreaterThan(0.5);
  }

  /** Otherwise every crawl would be full of coincidences. */
  @Test
  void ofUnrelatedSignalsAsManyAreBelowAShareAsItSays() {
    Peers peers = new Peers();
    int people = 1009;
    for (int i = 1; i < people; i++) {
      // Multiples of a prime's residues: each signal is another order of the same numbers.
      peers.account(
          "x",
          "a" + i,
          "followings",
          i * 37 % people * 1.0,
          "follower_count",
          i * 211 % people * 1.0,
          "account_age_days",
          i * 503 % people * 1.0,
          "posts_count",
          i * 787 % people * 1.0);
    }
    Peers.Published judged = peers.judged(settings());
    for (double share : List.of(0.5, 0.1, 0.02)) {
      long below =
          judged.suspicion().values().stream()
              .filter(row -> row.<Double>getAs("profile_fisher_p") <= share)
              .count();
      assertThat(below / (people - 1.0)).isCloseTo(share, within(0.4 * share));
    }
  }

  @Test
  void bothEndsCountWhereBothAreSuspicious() {
    Peers peers = new Peers();
    for (int i = 1; i <= 38; i++) {
      peers.account("x", "a" + i, "comments_per_100_likes", 2 + i / 100.0);
    }
    peers.account("x", "few", "comments_per_100_likes", 0.0);
    peers.account("x", "many", "comments_per_100_likes", 500.0);
    Peers.Published judged = peers.judged(settings());
    assertThat(judged.evidence())
        .containsOnlyKeys("few comments_per_100_likes", "many comments_per_100_likes");
    // Doubled: 2 x 1 / 40.
    assertThat((Double) judged.found("few comments_per_100_likes", "tail_probability"))
        .isCloseTo(0.05, EXACTLY);
    assertThat(judged.found("few comments_per_100_likes", "direction")).isEqualTo("low");
    assertThat(judged.found("many comments_per_100_likes", "direction")).isEqualTo("high");
    assertThat((String) judged.found("few comments_per_100_likes", "sentence"))
        .isEqualTo(
            "gets only 0 comments for 100 likes, where about 2.16 is typical; none of the 39 other"
                + " accounts it is compared with (x 0-1023 followers) is as low");
  }

  @Test
  void everyFamilyHasATailOrAReason() {
    Peers.Published judged =
        twentyFive().account("x", "unknown", "profile_reason", "no profile").judged(settings());
    for (String family :
        List.of(
            "profile",
            "audience",
            "growth",
            "engagement",
            "received_comments",
            "behaviour",
            "promotion")) {
      assertThat(judged.suspicion().values())
          .as(family)
          .allMatch(
              row ->
                  (row.getAs(family + "_tail") == null)
                      == (row.getAs(family + "_fisher_p") == null))
          .allMatch(
              row ->
                  (row.getAs(family + "_tail") == null) != (row.getAs(family + "_reason") == null));
    }
    assertThat(judged.of("unknown", "profile_reason")).isEqualTo("no profile");
    assertThat(judged.of("unknown", "bot_tail")).isNull();
  }

  @Test
  void binsOfAnotherWidthAreRefused() {
    assertThatThrownBy(() -> twentyFive().published(settings("signals.bins_per_decade=60"), 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("another signals.bins_per_decade than 60");
  }

  /** As after a run of signals that was killed between its two tables. */
  @Test
  void aHistogramOfOtherSignalsIsRefused() {
    assertThatThrownBy(() -> twentyFive().set("a1", "run_id", "later").published(settings(), 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("are of different runs");
  }

  /** Where no family speaks the scores do not tell which run they are of. */
  @Test
  void norIsOneOfAccountsOfWhichNothingIsKnown() {
    Peers unknown = new Peers().account("x", "a", "run_id", "later");
    assertThatThrownBy(() -> unknown.published(settings(), 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("are of different runs");
  }

  @Test
  void thePartitionsDoNotMatter() {
    List<String> judged = twentyFive().judged(settings()).texts();
    assertThat(twentyFive().published(settings(), 1).texts()).isEqualTo(judged);
    assertThat(twentyFive().published(settings(), 3).texts()).isEqualTo(judged);
  }
}

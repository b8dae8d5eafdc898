package io.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    List<String> all = new ArrayList<>(List.of("evidence.notable_below=0.05"));
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
                + " the 24 others it is compared with (x accounts of any size) is as high");
    assertThat(judged.found(found, "notable_below")).isEqualTo(0.05);
    assertThat(judged.found(found, "direction")).isEqualTo("high");
  }

  @Test
  void familiesAreRankedAndTheirSignalsPutTogether() {
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
    assertThat(judged.of("follower", "behaviour_reason")).isEqualTo("no actions");
    assertThat(judged.of("follower", "reaction_reason")).isEqualTo("no reactions");
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
          judged.families().values().stream()
              .filter(row -> row.<Double>getAs("profile_fisher_p") <= share)
              .count();
      assertThat(below / (people - 1.0)).isCloseTo(share, within(0.4 * share));
    }
  }

  /** Ranks are equal whether the first is beside the second or far beyond; magnitudes are not. */
  @Test
  void aGapTellsWhereASignalIsToldByMagnitude() {
    double near = rankOfTheFirst(40);
    double far = rankOfTheFirst(400);
    // Of 1,000 the highest has the rank .5 / 1,000 in both.
    assertThat(near).isGreaterThan(0.005);
    assertThat(far).isLessThan(0.0005);
    // q90 is 9: of 0 to 9.99 a day, and 99 of 100 are below 10.
    double x = Math.log(2 * 40.0) - Math.log(2 * 9.0);
    assertThat(Math.log(0.1 / near) / x)
        .isCloseTo(Math.log(0.1 / far) / (Math.log(2 * 400.0) - Math.log(2 * 9.0)), within(0.03));
  }

  private static double rankOfTheFirst(double first) {
    Peers peers = new Peers();
    for (int i = 0; i < 999; i++) {
      // Above 9 it falls off: 9.9, 11, 12.3 ...
      double value = i < 900 ? i / 100.0 : 9 * Math.exp((i - 899) / 100.0);
      peers.account("x", "a" + i, "followings_per_day", value);
    }
    peers.account("x", "first", "followings_per_day", first);
    Peers.Published judged = peers.judged(settings());
    assertThat((Double) judged.found("first followings_per_day", "tail_probability"))
        .isCloseTo(1 / 1000.0, EXACTLY);
    assertThat(judged.found("first followings_per_day", "peer_group")).isEqualTo("x all accounts");
    return (Double) judged.found("first followings_per_day", "tail_rank");
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
            "gets only 0 comments for 100 likes, where about 2.16 is typical; none of the 39 others"
                + " it is compared with (x accounts with 0 to 1,023 followers) is as low");
  }

  /** Else a thousandth that was lost again would be a reason because nobody else lost any. */
  @Test
  void littleIsNotNotableWhereOthersHaveNothing() {
    Peers peers = new Peers();
    for (int i = 0; i < 38; i++) {
      peers.account("x", "a" + i, "gain_lost_again", 0.0, "followings", 100.0 + i);
    }
    peers.account("x", "little", "gain_lost_again", 0.04, "followings", 200.0);
    peers.account("x", "much", "gain_lost_again", 0.05, "followings", 201.0);
    Peers.Published judged = peers.judged(settings());
    assertThat(judged.evidence())
        .containsOnlyKeys("much gain_lost_again", "little followings", "much followings");
    // What it says to its family is the same: it is rare.
    assertThat((Double) judged.of("little", "growth_tail")).isCloseTo(2 / 40.0, EXACTLY);
  }

  @Test
  void everyFamilyHasATailOrAReason() {
    Peers.Published judged =
        twentyFive().account("x", "unknown", "profile_reason", "no profile").judged(settings());
    for (String family :
        List.of(
            "profile",
            "following",
            "audience",
            "growth",
            "engagement",
            "received_comments",
            "behaviour",
            "promotion")) {
      assertThat(judged.families().values())
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
  }

  @Test
  void theHistogramHoldsWhatWasComparedAndWhatIsUnknown() {
    Peers peers = new Peers();
    peers.account("x", "a", "no_picture", true, "jump_unanswered", -0.5);
    peers.account("x", "b", "no_picture", true);
    peers.account("x", "c", "followings", 100.0);
    List<String> histogram = peers.published(settings(), 2).histogram();
    assertThat(histogram)
        .contains(
            "x|x all accounts|no_picture|0|1.0|" + Math.pow(10, 1 / 120.0) + "|2",
            "x|x all accounts|no_picture|-2147483648|null|null|1",
            "x|x all accounts|followings|-2147483648|null|null|2",
            "x|x 0-1023 followers|jump_unanswered|-2147483648|null|null|2");
    assertThat(histogram.stream().filter(row -> row.contains("|followings|240|")))
        .singleElement()
        .asString()
        .endsWith("|1");
  }

  /** What is published are the counts that accounts are compared by: in bins of one width. */
  @Test
  void theWidthOfBinsIsASettingOfTheStage() {
    Peers peers = new Peers();
    for (int i = 0; i < 20; i++) {
      peers.account("x", "a" + i, "followings", 100.0);
    }
    Peers.Published wide = peers.published(settings("evidence.bins_per_decade=1"), 1);
    assertThat(wide.histogram()).contains("x|x all accounts|followings|2|100.0|1000.0|20");
    assertThat((Double) wide.of("a0", "profile_tail")).isEqualTo(1.0);
  }

  @Test
  void thePartitionsDoNotMatter() {
    List<String> judged = twentyFive().judged(settings()).texts();
    assertThat(twentyFive().published(settings(), 1).texts()).isEqualTo(judged);
    assertThat(twentyFive().published(settings(), 3).texts()).isEqualTo(judged);
  }
}

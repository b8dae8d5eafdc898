package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is said of audiences that are written down. */
class AudienceQualityTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final Offset<Double> ROUGHLY = within(1e-4);

  private static Double number(Row row, String column) {
    return row.getAs(column);
  }

  private static Long count(Row row, String column) {
    return row.getAs(column);
  }

  private static String text(Row row, String column) {
    return row.getAs(column);
  }

  /** 27 people and 3 bots like a post each; 15 people and 5 bots of the followers are known. */
  @Test
  void aShareHasAnIntervalAndLeavesTheRest() {
    Row row =
        new Audience()
            .people("p", 27)
            .bots("b", 5)
            .post("1", "ann")
            .each("p", 27, "like", "1")
            .each("b", 3, "like", "1")
            .follows("p", 15, "ann")
            .follows("b", 5, "ann")
            .engagement("ann", 1000L, 0.05, null)
            .quality()
            .get("x/ann");
    assertThat(text(row, "handle")).isEqualTo("the ann");
    assertThat(count(row, "own_posts")).isEqualTo(1);
    assertThat(count(row, "engagements")).isEqualTo(30);
    assertThat(count(row, "engagements_assessed")).isEqualTo(30);
    assertThat(count(row, "engagements_doubtful")).isEqualTo(3);
    assertThat(number(row, "doubtful_engagements_share")).isCloseTo(0.1, EXACTLY);
    // Worked out in WilsonIntervalTest.
    assertThat(number(row, "doubtful_engagements_share_low")).isCloseTo(0.0346, ROUGHLY);
    assertThat(number(row, "doubtful_engagements_share_high")).isCloseTo(0.2562, ROUGHLY);
    assertThat(number(row, "effective_rate")).isCloseTo(0.045, EXACTLY);
    assertThat(number(row, "effective_rate_low")).isCloseTo(0.05 * (1 - 0.2562), ROUGHLY);
    assertThat(number(row, "effective_rate_high")).isCloseTo(0.05 * (1 - 0.0346), ROUGHLY);
    assertThat(count(row, "sampled_followers")).isEqualTo(20);
    assertThat(number(row, "doubtful_sampled_followers_share")).isCloseTo(0.25, EXACTLY);
    assertThat(count(row, "real_reach")).isEqualTo(750);
    // 5 of 20: .1119 to .4687.
    assertThat(count(row, "real_reach_low")).isEqualTo(531);
    assertThat(count(row, "real_reach_high")).isEqualTo(888);
    assertThat(count(row, "audience")).isEqualTo(32);
    assertThat(number(row, "doubtful_at_least")).isEqualTo(0.5);
  }

  @Test
  void whatIsTooSmallOrHiddenIsNotGuessed() {
    Map<String, Row> rows =
        new Audience()
            .people("p", 19)
            .strangers("s", 30)
            .post("1", "few")
            .each("p", 19, "like", "1")
            .engagement("few", 1000L, 0.05, null)
            .post("2", "unknown")
            .each("p", 19, "like", "2")
            .each("s", 30, "like", "2")
            .engagement("unknown", null, null, "1 of 5 posts settled")
            .follows("p", 19, "unknown")
            .follows("s", 1, "unknown")
            .post("3", "alone")
            .quality();
    Row few = rows.get("x/few");
    assertThat(number(few, "doubtful_engagements_share")).isNull();
    assertThat(text(few, "doubtful_engagements_reason"))
        .isEqualTo("sample too small: 19 engagements crawled, 20 are needed");
    assertThat(text(few, "effective_rate_reason"))
        .isEqualTo(text(few, "doubtful_engagements_reason"));
    assertThat(text(few, "real_reach_reason"))
        .isEqualTo("sample too small: 0 sampled followers crawled, 20 are needed");
    Row unknown = rows.get("x/unknown");
    assertThat(count(unknown, "engagements")).isEqualTo(49);
    assertThat(text(unknown, "doubtful_engagers_reason"))
        .isEqualTo(
            "sample too small: of 49 engagers crawled 19 are of accounts that could be judged,"
                + " 20 are needed");
    assertThat(text(unknown, "effective_rate_reason"))
        .isEqualTo("no engagement rate: 1 of 5 posts settled");
    assertThat(text(unknown, "real_reach_reason")).isEqualTo("followers are not shown");
    Row alone = rows.get("x/alone");
    assertThat(count(alone, "audience")).isZero();
    assertThat(number(alone, "country_known_share")).isNull();
    assertThat(alone.getList(alone.fieldIndex("audience_countries"))).isEmpty();
    assertThat(text(alone, "effective_rate_reason")).isEqualTo("no engagement rate");
    assertThat(text(alone, "repeat_comments_reason"))
        .isEqualTo("sample too small: 0 comments crawled, 20 are needed");
  }

  /** A like and two comments of one account on one post are one engagement. */
  @Test
  void anAccountAndAPostAreOneEngagementAndOnesOwnAreNone() {
    Row row =
        new Audience()
            .people("p", 2)
            .people("ann", 1)
            .post("1", "ann0")
            .post("2", "ann0")
            .did("x", "p0", "like", "1")
            .did("x", "p0", "comment", "1")
            .did("x", "p0", "comment", "1")
            .did("x", "p0", "like", "2")
            .did("x", "p1", "save", "2")
            .did("x", "ann0", "comment", "1")
            .did("x", "ann0", "like", "2")
            .did("x", "p1", "like", "not crawled")
            .follows("ann", 1, "ann0")
            .quality("assessment.least_sampled=1")
            .get("x/ann0");
    assertThat(count(row, "own_posts")).isEqualTo(2);
    assertThat(count(row, "engagements")).isEqualTo(3);
    assertThat(count(row, "engagers")).isEqualTo(2);
    assertThat(count(row, "comments")).isEqualTo(2);
    assertThat(count(row, "commenters")).isEqualTo(1);
    assertThat(count(row, "sampled_followers")).isZero();
    assertThat(number(row, "doubtful_engagements_share")).isZero();
  }

  @Test
  void whoIsInAnAcceptedPodOrFarmIsDoubtfulWhateverElseIsKnown() {
    Audience audience =
        new Audience().people("p", 4).strangers("s", 1).post("1", "ann").each("p", 4, "like", "1");
    Row row =
        audience
            .each("s", 1, "like", "1")
            .member("p0", "farm", true, "member")
            .member("p1", "unexplained", false, "member")
            .member("p2", "farm", true, "victim")
            .member("p3", "pod", true, "member")
            .member("s0", "farm", true, "member")
            .quality("assessment.least_sampled=5")
            .get("x/ann");
    assertThat(count(row, "engagers_assessed")).isEqualTo(5);
    assertThat(count(row, "engagers_doubtful")).isEqualTo(3);
    assertThat(number(row, "doubtful_engagers_share")).isCloseTo(0.6, EXACTLY);
  }

  @Test
  void theThresholdIsASetting() {
    // Beside nine others of 9,999: -2 + 3.301 - .434 = .867, a likelihood of .704.
    Audience audience = new Audience().bots("b", 1).post("1", "ann").each("b", 1, "like", "1");
    Row row =
        audience
            .quality("assessment.least_sampled=1", "assessment.doubtful_at_least=0.71")
            .get("x/ann");
    assertThat(count(row, "engagers_assessed")).isEqualTo(1);
    assertThat(count(row, "engagers_doubtful")).isZero();
    assertThat(number(row, "doubtful_at_least")).isEqualTo(0.71);
  }
}

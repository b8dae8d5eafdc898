package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.Kind;
import io.assay.contracts.Table;
import io.assay.statistics.LikelihoodModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Where nobody crawled who engages whom, that an account is in no group says nothing. */
class WithoutGroupsTest {
  private static final String BOT =
      Found.judging(Kind.BOT, "m", -3, Map.of("followings", 1), Map.of("farm_member", 4));

  /** Shipped weights of others are taken away. */
  private static final String ALONE =
      "assessment.likelihood.bot.without_groups={intercept: -4, signals: "
          + Kind.BOT.signals().stream()
              .map(signal -> signal.name() + ": " + (signal.name().equals("followings") ? 2 : null))
              .collect(Collectors.joining(", ", "{", "}}"));

  private static final String POD =
      Found.judging(
          Kind.POD, "q", -2, Map.of("reactions_within_minute", 1), Map.of("pod_member", 1));

  /** One of a hundred: a tail of .01. */
  private static Found oneOfAHundred(Found found) {
    return found
        .peers("followings", 0, 98)
        .peers("reactions_within_minute", 0, 98)
        .account("a", "followings", 5000.0, "reactions_within_minute", 1.0);
  }

  private static Row row(Map<Table, List<Row>> published) {
    return published.get(AssessmentTables.ACCOUNT_ASSESSMENT).get(0);
  }

  private static double logit(Row row, String column) {
    double p = row.<Double>getAs(column);
    return Math.log(p / (1 - p));
  }

  @Test
  void itsOwnWeightsCountThere() {
    double said = 2 - LikelihoodModel.AVERAGE;
    Row searched = row(oneOfAHundred(new Found()).published(BOT, ALONE, POD));
    assertThat(logit(searched, "p_bot")).isCloseTo(-3 + said, within(1e-9));
    Map<Table, List<Row>> published =
        oneOfAHundred(Found.withoutInteractions()).published(BOT, ALONE, POD);
    assertThat(logit(row(published), "p_bot")).isCloseTo(-4 + 2 * said, within(1e-9));
    assertThat(published.get(AssessmentEvidenceTables.ASSESSMENT_LEVEL))
        .filteredOn(level -> level.getAs("kind").equals("bot"))
        .singleElement()
        .satisfies(level -> assertThat(level.<Double>getAs("intercept")).isEqualTo(-4));
  }

  @Test
  void podsCannotBeToldThere() {
    assertThat(row(oneOfAHundred(new Found()).published(BOT, ALONE, POD)).<Double>getAs("p_pod"))
        .isNotNull();
    Row row = row(oneOfAHundred(Found.withoutInteractions()).published(BOT, ALONE, POD));
    assertThat(row.<Double>getAs("p_pod")).isNull();
    assertThat(row.<String>getAs("pod_reason")).isEqualTo(SilentKind.NOT_SEARCHED);
    assertThat(row.getList(row.fieldIndex("assessed_kinds"))).doesNotContain("pod");
  }

  /** As of shares alone, of which no account's share of pairs is known. */
  @Test
  void anAcceptedGroupSaysThatTheyWereLookedFor() {
    Found found = Found.withoutInteractions().member("b", "lockstep", true, "member");
    assertThat(logit(row(oneOfAHundred(found).published(BOT, ALONE, POD)), "p_bot"))
        .isCloseTo(-3 + 2 - LikelihoodModel.AVERAGE, within(1e-9));
    Found refused = Found.withoutInteractions().member("b", "unexplained", false, "member");
    assertThat(logit(row(oneOfAHundred(refused).published(BOT, ALONE, POD)), "p_bot"))
        .isCloseTo(-4 + 2 * (2 - LikelihoodModel.AVERAGE), within(1e-9));
  }
}

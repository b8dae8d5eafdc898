package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Kind;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What people decided holds, is seen, and is told where it is of no effect. */
class OverridesTest {
  private static final String BOT =
      Found.judging(Kind.BOT, "m", 0, Map.of("followings", 2), Map.of());

  /** One of a hundred follows as many, which reaches the flag; the other follows nobody. */
  private static Found two() {
    return new Found()
        .peers("followings", 0, 98)
        .account("suspect", "followings", 5000.0)
        .account("usual", "followings", 0.0);
  }

  private static String override(String account, String decision, String until) {
    return "{platform: x, account_id: %s, decision: %s, reason: met in person, until: '%s', by: Ana}"
        .formatted(account, decision, until);
  }

  private static String[] with(String... overrides) {
    return new String[] {BOT, "assessment.overrides=[" + String.join(", ", overrides) + "]"};
  }

  @Test
  void theyAreAppliedLast() {
    Map<String, Row> before = two().assessed(with());
    Found found = two();
    Map<String, Row> after =
        found.assessed(
            with(
                override("suspect", "cleared", "2026-10-31"),
                override("usual", "flagged", "2027-01-31")));
    assertThat(before.get("suspect").<Boolean>getAs("flagged")).isTrue();
    assertThat(before.get("usual").<Boolean>getAs("flagged")).isFalse();
    assertThat(after.get("suspect").<Boolean>getAs("flagged")).isFalse();
    assertThat(after.get("usual").<Boolean>getAs("flagged")).isTrue();
    for (String account : after.keySet()) {
      assertThat(after.get(account).<Double>getAs("p_bot"))
          .as("the likelihood stays as it is")
          .isEqualTo(before.get(account).<Double>getAs("p_bot"));
    }
    assertThat(after.get("suspect").<String>getAs("override_decision")).isEqualTo("cleared");
    assertThat(after.get("suspect").<String>getAs("override_reason")).isEqualTo("met in person");
    assertThat(after.get("suspect").<String>getAs("override_by")).isEqualTo("Ana");
    assertThat(found.told).allMatch(result -> result.passed());
  }

  /** The last day of the one was the day before. */
  @Test
  void whoseDayIsPastIsNotAppliedAndTold() {
    Found found = two();
    Map<String, Row> rows = found.assessed(with(override("suspect", "cleared", "2026-10-30")));
    assertThat(rows.get("suspect").<Boolean>getAs("flagged")).isTrue();
    assertThat(rows.get("suspect").<String>getAs("override_decision")).isNull();
    assertThat(found.told)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.name()).isEqualTo("overrides_hold");
              assertThat(result.violations()).isEqualTo(1);
              assertThat(result.told()).isTrue();
              assertThat(result.stops()).isFalse();
            });
  }

  @Test
  void whomNoCrawlHasShownIsNamed() {
    Found found = two();
    found.assessed(
        with(
            override("suspect", "cleared", "2026-10-31"),
            override("nobody", "flagged", "2026-10-31")));
    assertThat(found.told)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.name()).isEqualTo("overrides_known");
              assertThat(result.violations()).isEqualTo(1);
              assertThat(result.rows()).isEqualTo(2);
              assertThat(result.hint()).endsWith("(platform/account_id): x/nobody");
            });
  }
}

package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Kind;
import io.assay.peers.KindModel;
import io.assay.settings.LikelihoodSettings;
import io.assay.statistics.ShareOfKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static final KindModels MODELS =
      KindModels.of(
          Stream.of(Kind.BOT, Kind.POD)
              .map(
                  kind ->
                      KindModel.of(
                          kind,
                          new LikelihoodSettings(
                              "m", 0.5, -1, Map.of("followings", 1.0), Map.of())))
              .toList(),
          Set.of("x"));

  /** Some bots at odds of 4, others at odds of 1/4. */
  private static Levels levels(long high, long low) {
    return Levels.of(
        List.of("x", "y"),
        List.of(
            RowFactory.create("x", "bot", ShareOfKind.bin(Math.log(4)), high),
            RowFactory.create("x", "bot", ShareOfKind.bin(-Math.log(4)), low)),
        MODELS);
  }

  private static Row row(Levels levels, String platform, String kind) {
    return levels.rows(MODELS).stream()
        .filter(r -> r.getAs("platform").equals(platform) && r.getAs("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Double number(Row row, String column) {
    return row.getAs(column);
  }

  /** As worked out in ShareOfKindTest. */
  @Test
  void ofAThousandAccountsTheShareIsEstimated() {
    Levels levels = levels(320, 680);
    Row row = row(levels, "x", "bot");
    assertThat(row.<Long>getAs("assessed")).isEqualTo(1_000);
    assertThat(row.<String>getAs("model")).isEqualTo("m");
    assertThat(number(row, "base_rate")).isEqualTo(0.5);
    assertThat(number(row, "intercept")).isEqualTo(-1);
    assertThat(number(row, "share_uncorrected")).isCloseTo(0.32 * 0.8 + 0.68 * 0.2, within(1e-3));
    assertThat(number(row, "share")).isCloseTo(0.2, within(1e-3));
    assertThat(row.<String>getAs("share_reason")).isNull();
    // From even odds to one in four.
    assertThat(number(row, "shift")).isCloseTo(-Math.log(4), within(5e-3));
    assertThat(levels.shift("x", Kind.BOT)).isEqualTo(number(row, "shift"));
  }

  @Test
  void ofFewerItIsNot() {
    Row row = row(levels(320, 679), "x", "bot");
    assertThat(row.<Long>getAs("assessed")).isEqualTo(999);
    assertThat(number(row, "share")).isNull();
    assertThat(row.<String>getAs("share_reason"))
        .isEqualTo("999 accounts of the platform could be assessed, 1,000 are needed");
    assertThat(number(row, "share_uncorrected")).isCloseTo(0.392, within(2e-3));
    assertThat(number(row, "shift")).isZero();
  }

  @Test
  void halfOfAPlatformOrMoreIsSaid() {
    Row row = row(levels(900, 100), "x", "bot");
    assertThat(number(row, "share")).isEqualTo(0.5);
    assertThat(row.<String>getAs("share_reason")).startsWith("half of the platform or more");
    assertThat(number(row, "shift")).isZero();
  }

  /** Of another platform, and of another kind. */
  @Test
  void whereNobodyIsAssessedThereIsNoMean() {
    Levels levels = levels(320, 680);
    assertThat(levels.rows(MODELS)).hasSize(4);
    for (String[] cell : new String[][] {{"x", "pod"}, {"y", "bot"}, {"y", "pod"}}) {
      Row row = row(levels, cell[0], cell[1]);
      assertThat(row.<Long>getAs("assessed")).isZero();
      assertThat(number(row, "share_uncorrected")).isNull();
      assertThat(number(row, "share")).isNull();
      assertThat(row.<String>getAs("share_reason")).startsWith("0 accounts");
      assertThat(levels.shift(cell[0], Kind.of(cell[1]))).isZero();
    }
  }
}

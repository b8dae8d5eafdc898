package io.assay.reporting.changes;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Kind;
import io.assay.reporting.changes.ChangesReport.ChangeTotals;
import io.assay.reporting.changes.ChangesReport.KindTotals;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Flags are at .7 on both days unless a test says otherwise; a kind moves by .1 or more. */
class AccountChangesTest {
  private static final StructType ASSESSED =
      StructType.fromDDL(
          "platform STRING, account_id STRING, handle STRING, flagged BOOLEAN, flag_at_least DOUBLE,"
              + " override_decision STRING, override_by STRING, override_reason STRING, p_bot DOUBLE,"
              + " p_fake_followers DOUBLE, p_fake_engagement DOUBLE, p_pod DOUBLE");
  private static final List<Kind> ALL = List.of(Kind.values());

  private static Row at(String id, double flagAtLeast, String decision, Double bot, Double pod) {
    boolean reaches = Stream.of(bot, pod).anyMatch(p -> p != null && p >= flagAtLeast);
    boolean flagged = decision == null ? reaches : decision.equals("flagged");
    String by = decision == null ? null : "ann";
    return RowFactory.create(
        "x", id, "h", flagged, flagAtLeast, decision, by, by, bot, null, null, pod);
  }

  private static Row at(String id, Double bot, Double pod) {
    return at(id, 0.7, null, bot, pod);
  }

  private static Dataset<Row> changes(List<Row> from, List<Row> to, List<Kind> kinds) {
    return AccountChanges.of(
        spark().createDataFrame(from, ASSESSED), spark().createDataFrame(to, ASSESSED), kinds, 0.1);
  }

  private static List<String> told(Dataset<Row> changes) {
    return changes
        .selectExpr(
            "concat_ws(' ', account_id, seen, format_number(largest, 2), if(moved, 'moved', '-'))"
                + " AS t")
        .orderBy("t")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static final List<Row> FROM =
      List.of(
          at("came over", 0.69, 0.2),
          at("gone", 0.9, 0.1),
          at("little", 0.40, 0.1),
          at("lost", 0.9, 0.1),
          at("more", 0.40, 0.1),
          at("decided", 0.2, 0.1));
  private static final List<Row> TO =
      List.of(
          at("came over", 0.71, 0.2),
          at("little", 0.45, 0.05),
          at("lost", null, 0.1),
          at("more", 0.45, 0.6),
          at("new", 0.9, 0.1),
          at("decided", 0.7, "flagged", 0.2, 0.1));

  @Test
  void whoMovedIsWhoseLikelihoodFlagOrDecisionDid() {
    assertThat(told(changes(FROM, TO, ALL)))
        .containsExactly(
            "came over both 0.02 moved",
            "decided both 0.00 moved",
            "gone gone 0.00 -",
            "little both 0.05 -",
            "lost both 0.00 moved",
            "more both 0.50 moved",
            "new appeared 0.00 -");
  }

  @Test
  void ofOneKindWhoMovedInIt() {
    assertThat(told(changes(FROM, TO, List.of(Kind.BOT))))
        .containsExactly(
            "came over both 0.02 moved",
            "decided both 0.00 -",
            "gone gone 0.00 -",
            "little both 0.05 -",
            "lost both 0.00 -",
            "more both 0.05 -",
            "new appeared 0.00 -");
  }

  @Test
  void anotherThresholdMovesWhoseLikelihoodStays() {
    assertThat(
            told(
                changes(
                    List.of(at("a", 0.7, null, 0.65, null)),
                    List.of(at("a", 0.6, null, 0.65, null)),
                    ALL)))
        .containsExactly("a both 0.00 moved");
  }

  @Test
  void kindsThatWereKnownOnBothDays() {
    assertThat(
            AccountChanges.kinds(changes(FROM, TO, ALL))
                .where("shown")
                .selectExpr("concat_ws(' ', account_id, kind, from, to) AS t")
                .orderBy("t")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("came over bot 0.69 0.71", "more pod 0.1 0.6");
  }

  @Test
  void allIsCounted() {
    List<Kind> kinds = List.of(Kind.BOT, Kind.POD);
    ChangeTotals totals =
        CountChanges.read(CountChanges.of(changes(FROM, TO, kinds), kinds, 0.1).first(), kinds);
    assertThat(totals)
        .isEqualTo(
            new ChangeTotals(
                5,
                1,
                1,
                2, // gone, lost
                3, // came over, new, decided
                2,
                1,
                1,
                2, // of two kinds: flags and decisions of all are not asked for
                List.of(
                    new KindTotals("bot", 4, 0, 0, 0, 1), new KindTotals("pod", 5, 1, 0, 0, 0))));
  }
}

package io.assay.workbench.evaluation;

import static io.assay.workbench.evaluation.Given.labels;
import static io.assay.workbench.evaluation.Given.request;
import static io.assay.workbench.evaluation.Given.result;
import static io.assay.workbench.evaluation.Given.table;
import static io.assay.workbench.evaluation.Given.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.workbench.evaluation.EvaluationRequest.Measured;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Labels and tables as Spark joins them, small enough to rank by hand. */
class EvaluationTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** a and b are bots of one group, b is in a pod, too; f is unknown to the table. */
  private static final Labels LABELS =
      labels(
          "a bot g1",
          "b bot g1",
          "b pod g2",
          "c genuine - - fan",
          "d genuine",
          "e genuine",
          "e bot",
          "f pod g2");

  /** z has no label. */
  private static final EvaluatedTable SCORES =
      table(
          "account_id, score, band",
          "('a', .9, 'nano')",
          "('c', .6, 'nano')",
          "('b', .4, 'micro')",
          "('d', .1, NULL)",
          "('e', .7, 'micro')",
          "('z', .5, 'micro')");

  @Test
  void accountsAreCountedByWhatBecomesOfThem() {
    LabelCounts counts = Evaluation.of(SCORES, LABELS, request(ColumnRole.SCORE, "score")).counts();
    assertThat(counts).isEqualTo(new LabelCounts(6, 1, 3, 2, 1, 1, 0));
  }

  @Test
  void everyLabelledAccountCountsAndTheUnassessedRankLast() {
    Evaluated evaluated = Evaluation.of(SCORES, LABELS, request(ColumnRole.SCORE, "score"));
    // + o + o, then f: precision 1, 2/3 and 3/5 at each third of recall
    assertThat(result(evaluated, "average_precision").value())
        .isCloseTo((1 + 2 / 3.0 + 3 / 5.0) / 3, EXACT);
    // a before both o, b before one, f before none: 3 of 6 pairs
    assertThat(result(evaluated, "roc_auc").value()).isCloseTo(.5, EXACT);
    assertThat(result(evaluated, "coverage").value()).isCloseTo(.8, EXACT);
    assertThat(result(evaluated, "average_precision assessed").value())
        .isCloseTo((1 + 2 / 3.0) / 2, EXACT);
    assertThat(result(evaluated, "average_precision assessed").n()).isEqualTo(4);
    assertThat(result(evaluated, "average_precision").n()).isEqualTo(5);
    assertThat(result(evaluated, "average_precision").positives()).isEqualTo(3);
  }

  @Test
  void eachKindIsHeldAgainstTheGenuine() {
    Evaluated evaluated = Evaluation.of(SCORES, LABELS, request(ColumnRole.SCORE, "score"));
    assertThat(result(evaluated, "average_precision bot").value())
        .isCloseTo((1 + 2 / 3.0) / 2, EXACT);
    // b, a bot and in a pod, counts as both: o + o, then f
    assertThat(result(evaluated, "average_precision pod").value()).isCloseTo(.5, EXACT);
    assertThat(values(evaluated)).doesNotContainKey("average_precision fake_followers");
  }

  @Test
  void otherKindsAreLeftOut() {
    EvaluationRequest bots =
        new EvaluationRequest(
            List.of(new Measured("score", ColumnRole.SCORE)),
            Positives.ofLabels(List.of("bot")),
            false,
            null,
            null,
            List.of(),
            new Bootstrap(0, 1));
    Evaluated evaluated = Evaluation.of(SCORES, LABELS, bots);
    assertThat(evaluated.counts()).isEqualTo(new LabelCounts(6, 1, 2, 2, 0, 1, 1));
    assertThat(result(evaluated, "coverage").value()).isEqualTo(1);
  }

  @Test
  void flagsStartAtTheScoreOfRankR() {
    Evaluated evaluated = Evaluation.of(SCORES, LABELS, request(ColumnRole.SCORE, "score"));
    // three positives; the third highest score is b's
    assertThat(evaluated.columns().get(0).threshold()).isEqualTo(.4);
    assertThat(result(evaluated, "flag_precision").value()).isCloseTo(2 / 3.0, EXACT);
    assertThat(result(evaluated, "flag_recall").value()).isCloseTo(2 / 3.0, EXACT);
    assertThat(result(evaluated, "false_flag_rate").value()).isCloseTo(.5, EXACT);
    assertThat(result(evaluated, "false_flag_rate fan").value()).isCloseTo(1, EXACT);
    assertThat(result(evaluated, "false_flag_rate fan").n()).isEqualTo(1);
  }

  @Test
  void segmentsSplitAllAccounts() {
    Evaluated evaluated = Evaluation.of(SCORES, LABELS, request(ColumnRole.SCORE, "score", "band"));
    // nano: + o; micro: b alone; without a band: d and, unknown, f
    assertThat(result(evaluated, "average_precision nano").value()).isEqualTo(1);
    assertThat(result(evaluated, "average_precision micro").value()).isNull();
    assertThat(result(evaluated, "average_precision micro").reason())
        .isEqualTo("no genuine account");
    assertThat(result(evaluated, "average_precision (none)").value()).isCloseTo(.5, EXACT);
    assertThat(result(evaluated, "coverage (none)").value()).isCloseTo(.5, EXACT);
  }

  @Test
  void strengthsAreHeldAgainstAllGenuine() {
    Evaluated evaluated =
        Evaluation.of(
            SCORES,
            labels("a bot - - - 0.9", "b bot - - - 0.25", "c genuine", "d genuine"),
            request(ColumnRole.SCORE, "score"));
    assertThat(result(evaluated, "average_precision 0.75-1").value()).isEqualTo(1);
    // o + o
    assertThat(result(evaluated, "average_precision 0.25-0.5").value()).isEqualTo(.5);
    assertThat(result(evaluated, "average_precision bot 0.25-0.5").value()).isEqualTo(.5);
    assertThat(values(evaluated)).doesNotContainKey("average_precision 0-0.25");
  }

  @Test
  void lowScoresCanBeTheSuspiciousOnes() {
    EvaluationRequest low =
        new EvaluationRequest(
            List.of(new Measured("score", ColumnRole.SCORE)),
            Positives.ofLabels(LabelledAccounts.KINDS),
            true,
            .4,
            null,
            List.of(),
            new Bootstrap(0, 1));
    Evaluated evaluated = Evaluation.of(SCORES, LABELS, low);
    // d o, b +, c o, a +, f: precision 1/2, 2/4 and 3/5 at each third of recall
    assertThat(result(evaluated, "average_precision").value()).isCloseTo((.5 + .5 + .6) / 3, EXACT);
    // flagged from .4 down: b and d
    assertThat(evaluated.columns().get(0).threshold()).isEqualTo(.4);
    assertThat(result(evaluated, "flag_precision").value()).isCloseTo(.5, EXACT);
  }

  @Test
  void aColumnCanSayWhoIsFlagged() {
    EvaluationRequest flagged =
        new EvaluationRequest(
            List.of(new Measured("score", ColumnRole.SCORE)),
            Positives.ofLabels(LabelledAccounts.KINDS),
            false,
            null,
            "flagged",
            List.of(),
            new Bootstrap(0, 1));
    Evaluated evaluated =
        Evaluation.of(
            table(
                "account_id, score, flagged",
                "('a', .9, true)",
                "('b', .8, NULL)",
                "('c', .7, true)",
                "('d', .6, false)"),
            LABELS,
            flagged);
    assertThat(result(evaluated, "flag_precision").value()).isCloseTo(.5, EXACT);
    assertThat(result(evaluated, "flag_recall").value()).isCloseTo(1 / 3.0, EXACT);
    assertThat(evaluated.columns().get(0).threshold()).isNull();
  }

  @Test
  void likelihoodsAreCalibratedOverTheAssessed() {
    Evaluated evaluated =
        Evaluation.of(
            table("account_id, p", "('a', .8)", "('c', .4)", "('b', NULL)"),
            LABELS,
            request(ColumnRole.LIKELIHOOD, "p"));
    assertThat(result(evaluated, "log_loss assessed").value()).isCloseTo(.36698459, within(1e-8));
    assertThat(result(evaluated, "log_loss_of_base_rate assessed").value())
        .isCloseTo(Math.log(2), EXACT);
    assertThat(result(evaluated, "calibration_slope assessed").reason()).contains("separates");
    assertThat(result(evaluated, "share_positive assessed 0.8-0.9").value()).isEqualTo(1);
    assertThat(evaluated.columns().get(0).threshold()).isEqualTo(.5);
  }

  @Test
  void neitherPartitionsNorOrderChangeAnything() {
    EvaluationRequest drawn =
        new EvaluationRequest(
            List.of(new Measured("score", ColumnRole.SCORE)),
            Positives.ofLabels(LabelledAccounts.KINDS),
            false,
            null,
            null,
            List.of("band"),
            new Bootstrap(50, 1));
    Evaluated once = Evaluation.of(SCORES, LABELS, drawn);
    Evaluated again =
        Evaluation.of(
            new EvaluatedTable(SCORES.rows().orderBy("band").repartition(5), "scores", null, null),
            new Labels(LABELS.rows().repartition(3), "labels", null),
            drawn);
    assertThat(again.columns()).isEqualTo(once.columns());
    assertThat(once.columns().get(0).results()).anyMatch(r -> r.low() != null);
  }
}

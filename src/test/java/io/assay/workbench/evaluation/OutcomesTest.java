package io.assay.workbench.evaluation;

import static io.assay.workbench.evaluation.Given.labels;
import static io.assay.workbench.evaluation.Given.request;
import static io.assay.workbench.evaluation.Given.result;
import static io.assay.workbench.evaluation.Given.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What becomes of input that a metric cannot be taken of. */
class OutcomesTest {
  private static final Labels LABELS = labels("a bot", "b genuine", "c genuine", "d genuine");

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      EvaluatedTable table, Labels labels, EvaluationRequest request) {
    return assertThatThrownBy(() -> Evaluation.of(table, labels, request))
        .isInstanceOf(UserError.class);
  }

  @Test
  void oneClassOnlyHasNoRankingButFlags() {
    Evaluated evaluated =
        Evaluation.of(
            table("account_id, score", "('a', 1)", "('b', 2)"),
            labels("a bot", "b pod"),
            request(ColumnRole.SCORE, "score"));
    assertThat(result(evaluated, "average_precision").value()).isNull();
    assertThat(result(evaluated, "average_precision").reason()).isEqualTo("no genuine account");
    assertThat(result(evaluated, "false_flag_rate").reason()).isEqualTo("no genuine account");
    assertThat(result(evaluated, "flag_recall").value()).isNotNull();
  }

  @Test
  void scoresThatAreAllEqualRankByChance() {
    Evaluated evaluated =
        Evaluation.of(
            table("account_id, score", "('a', 7)", "('b', 7)", "('c', 7)", "('d', 7)"),
            LABELS,
            request(ColumnRole.SCORE, "score"));
    assertThat(result(evaluated, "average_precision").value()).isEqualTo(.25);
    assertThat(result(evaluated, "roc_auc").value()).isEqualTo(.5);
    assertThat(result(evaluated, "precision_at_r").value()).isEqualTo(.25);
    assertThat(result(evaluated, "recall_at_99_precision").value()).isZero();
    // all share the score of rank R, so all are flagged
    assertThat(result(evaluated, "false_flag_rate").value()).isEqualTo(1);
  }

  /** Of one genuine account in three it is infinite: it is flagged as the one at rank R. */
  @Test
  void infiniteScoresRankFirst() {
    EvaluatedTable table =
        table(
            "account_id, score",
            "('a', 1D)",
            "('b', double('Infinity'))",
            "('c', 0D)",
            "('d', double('-Infinity'))");
    Evaluated evaluated = Evaluation.of(table, LABELS, request(ColumnRole.SCORE, "score"));
    assertThat(result(evaluated, "average_precision").value()).isEqualTo(.5);
    assertThat(result(evaluated, "false_flag_rate").value()).isEqualTo(1 / 3.0);
    assertThat(evaluated.columns().get(0).threshold()).isEqualTo(Double.MAX_VALUE);
    Evaluated nobody =
        Evaluation.of(table, labels("a genuine", "b genuine"), request(ColumnRole.SCORE, "score"));
    assertThat(result(nobody, "false_flag_rate").value()).isZero();
  }

  @Test
  void scoresThatAreAllNullAreNoAssessment() {
    Evaluated evaluated =
        Evaluation.of(
            table(
                "account_id, score",
                "('a', CAST(NULL AS DOUBLE))",
                "('b', NULL)",
                "('c', double('NaN'))",
                "('d', NULL)"),
            LABELS,
            request(ColumnRole.LIKELIHOOD, "score"));
    assertThat(result(evaluated, "coverage").value()).isZero();
    assertThat(result(evaluated, "average_precision").value()).isEqualTo(.25);
    assertThat(result(evaluated, "roc_auc").value()).isEqualTo(.5);
    assertThat(result(evaluated, "average_precision assessed").value()).isNull();
    assertThat(result(evaluated, "average_precision assessed").reason())
        .isEqualTo("no labelled account is assessed");
    assertThat(result(evaluated, "log_loss assessed").reason()).contains("is assessed");
    assertThat(result(evaluated, "flag_precision").reason()).contains("flagged");
  }

  @Test
  void noLabelledAccountInTheTableIsCounted() {
    Evaluated evaluated =
        Evaluation.of(
            table("account_id, score", "('y', 1)", "('z', 2)"),
            LABELS,
            request(ColumnRole.SCORE, "score"));
    assertThat(evaluated.counts()).isEqualTo(new LabelCounts(2, 2, 1, 3, 4, 0, 0));
    assertThat(result(evaluated, "coverage").value()).isZero();
  }

  @Test
  void labelsThatAllContradictEachOther() {
    refused(
            table("account_id, score", "('a', 1)"),
            labels("a bot", "a genuine"),
            request(ColumnRole.SCORE, "score"))
        .hasMessageContaining("no account of labels can be evaluated: 1 are genuine and something");
  }

  @Test
  void aTableWithSeveralRowsOfAnAccount() {
    refused(
            table("account_id, score", "('a', 1)", "('a', 2)", "('b', 1)"),
            LABELS,
            request(ColumnRole.SCORE, "score"))
        .hasMessageContaining("scores has several rows of an account (1 in all), such as x a");
  }

  @Test
  void aScoreThatIsNoNumber() {
    refused(
            table("account_id, score", "('a', '1.5')", "('b', 'high')"),
            LABELS,
            request(ColumnRole.SCORE, "score"))
        .hasMessageContaining(
            "--score score holds values that are no number (1 in all), such as 'high' of account x b");
    refused(
            table("account_id, score", "('a', array(1))"),
            LABELS,
            request(ColumnRole.SCORE, "score"))
        .hasMessageContaining("of type array<int>, not a number");
  }

  @Test
  void aLikelihoodThatIsNone() {
    refused(
            table("account_id, p", "('a', 1.5)", "('b', .5)"),
            LABELS,
            request(ColumnRole.LIKELIHOOD, "p"))
        .hasMessageContaining(
            "--likelihood p holds values outside 0 to 1 (1 in all), such as '1.5' of account x a");
  }

  @Test
  void aColumnThatIsNotThere() {
    EvaluatedTable scores = table("account_id, score", "('a', 1)");
    refused(scores, LABELS, request(ColumnRole.SCORE, "p_bot"))
        .hasMessageContaining("--score p_bot: scores has no such column")
        .extracting(e -> ((UserError) e).remedy())
        .asString()
        .contains("platform, account_id, score");
    refused(scores, LABELS, request(ColumnRole.GROUP, "g")).hasMessageContaining("--group g");
    refused(scores, LABELS, request(ColumnRole.SCORE, "score", "band"))
        .hasMessageContaining("--segment band");
  }

  @Test
  void aSegmentThatSplitsTooFinely() {
    String[] rows =
        IntStream.range(0, 150).mapToObj(i -> "('a" + i + "', " + i + ")").toArray(String[]::new);
    String[] all = IntStream.range(0, 150).mapToObj(i -> "a" + i + " bot").toArray(String[]::new);
    refused(
            table("account_id, score", rows),
            labels(all),
            request(ColumnRole.SCORE, "score", "score"))
        .hasMessageContaining("--segment score has more than 100 different values");
  }
}

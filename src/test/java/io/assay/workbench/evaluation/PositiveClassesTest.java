package io.assay.workbench.evaluation;

import static io.assay.workbench.evaluation.Given.labels;
import static io.assay.workbench.evaluation.Given.result;
import static io.assay.workbench.evaluation.Given.table;
import static io.assay.workbench.evaluation.Given.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.workbench.evaluation.EvaluationRequest.Measured;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Members of a pod and workers of a farm; a bot of another class and a customer are left out. */
class PositiveClassesTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Positives CHOSEN =
      new Positives(LabelledAccounts.KINDS, List.of("pod", "farm_worker"));

  private static final Labels LABELS =
      labels(
          "a pod p member pod 0.9",
          "b pod p member pod 0.9",
          "c bot f member farm_worker 0.2",
          "d bot f member farm_worker 0.2",
          "e bot f member farm_worker 0.2",
          "k fake_engagement f customer farm_customer",
          "m bot - - mass_follower",
          "v genuine f victim farm_victim",
          "w genuine - - ordinary",
          "x genuine - - ordinary");

  private static EvaluationRequest request(ColumnRole role, String column, Double threshold) {
    return new EvaluationRequest(
        List.of(new Measured(column, role)),
        CHOSEN,
        false,
        threshold,
        null,
        List.of(),
        new Bootstrap(0, 1));
  }

  @Test
  void otherClassesAreNeitherPositiveNorGenuine() {
    Evaluated evaluated =
        Evaluation.of(
            table(
                "account_id, score",
                "('m', 9)",
                "('k', 8)",
                "('a', 7)",
                "('w', 6)",
                "('c', 5)",
                "('b', 4)",
                "('v', 3)",
                "('d', 2)",
                "('x', 1)"),
            LABELS,
            request(ColumnRole.SCORE, "score", 3.5));
    assertThat(evaluated.counts()).isEqualTo(new LabelCounts(9, 0, 5, 3, 1, 0, 2));
    // + o + + o + o, then e: 1, 2/3, 3/4, 4/6 and 5/8 at each fifth of recall
    assertThat(result(evaluated, "average_precision").value())
        .isCloseTo((1 + 2 / 3.0 + 3 / 4.0 + 4 / 6.0 + 5 / 8.0) / 5, EXACT);
    // the pod's two members against the genuine: + o + o o
    assertThat(result(evaluated, "average_precision pod").value())
        .isCloseTo((1 + 2 / 3.0) / 2, EXACT);
    assertThat(result(evaluated, "flag_recall").value()).isCloseTo(.6, EXACT);
    assertThat(result(evaluated, "flag_recall pod").value()).isEqualTo(1);
    assertThat(result(evaluated, "flag_recall farm_worker").value()).isCloseTo(1 / 3.0, EXACT);
    assertThat(result(evaluated, "flag_recall farm_worker 0-0.25").n()).isEqualTo(6);
    assertThat(values(evaluated)).doesNotContainKey("flag_recall bot");
  }

  @Test
  void genuineAccountsThatAreFlaggedAreCounted() {
    Evaluated evaluated =
        Evaluation.of(
            table("account_id, score", "('v', 3)", "('w', 2)", "('x', 1)", "('m', 5)"),
            LABELS,
            request(ColumnRole.SCORE, "score", 2.0));
    assertThat(result(evaluated, "false_flags").value()).isEqualTo(2);
    assertThat(result(evaluated, "false_flags").n()).isEqualTo(3);
    assertThat(result(evaluated, "false_flags farm_victim").value()).isEqualTo(1);
    assertThat(result(evaluated, "false_flags ordinary").value()).isEqualTo(1);
  }

  @Test
  void groupsAreOfTheseClasses() {
    // P holds the pod and w; F two of the farm's three, its customer, who is left out, and v
    Evaluated evaluated =
        Evaluation.of(
            table(
                "account_id, found",
                "('a', 'P')",
                "('b', 'P')",
                "('w', 'P')",
                "('c', 'F')",
                "('d', 'F')",
                "('k', 'F')",
                "('v', 'F')"),
            LABELS,
            request(ColumnRole.GROUP, "found", null));
    // 2 x 2 / (2 + 3) and 2 x 2 / (3 + 3)
    assertThat(result(evaluated, "matched_f1").value()).isCloseTo((.8 + 2 / 3.0) / 2, EXACT);
    assertThat(result(evaluated, "matched_f1").n()).isEqualTo(2);
    assertThat(result(evaluated, "matched_f1 pod").value()).isCloseTo(.8, EXACT);
    assertThat(result(evaluated, "group_recall farm_worker").value()).isEqualTo(1);
    assertThat(result(evaluated, "flag_recall farm_worker").value()).isCloseTo(2 / 3.0, EXACT);
    assertThat(result(evaluated, "false_flags").value()).isEqualTo(2);
  }

  @Test
  void aGroupWithoutAPartnerCountsAsZero() {
    Evaluated evaluated =
        Evaluation.of(
            table("account_id, found", "('a', 'P')", "('b', 'P')"),
            LABELS,
            request(ColumnRole.GROUP, "found", null));
    assertThat(result(evaluated, "matched_f1").value()).isEqualTo(.5);
    assertThat(result(evaluated, "matched_f1").positives()).isEqualTo(1);
    assertThat(result(evaluated, "matched_f1 farm_worker").value()).isZero();
  }
}

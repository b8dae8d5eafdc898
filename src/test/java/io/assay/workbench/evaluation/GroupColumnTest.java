package io.assay.workbench.evaluation;

import static io.assay.workbench.evaluation.Given.labels;
import static io.assay.workbench.evaluation.Given.request;
import static io.assay.workbench.evaluation.Given.result;
import static io.assay.workbench.evaluation.Given.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.workbench.evaluation.EvaluationRequest.Measured;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A farm a-d with customer e and victim v, a pod h, i, and w who has nothing to do with it. */
class GroupColumnTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private static final Labels LABELS =
      labels(
          "a bot farm member - 0.9",
          "b bot farm member - 0.9",
          "c bot farm - - 0.8",
          "d bot farm member - 0.9",
          "e fake_engagement farm customer",
          "v genuine farm victim victim",
          "h pod pod member - 0.1",
          "i pod pod member - 0.1",
          "w genuine");

  private static final EvaluatedTable FOUND =
      table(
          "account_id, found",
          "('a', 'X')",
          "('b', 'X')",
          "('c', 'X')",
          "('h', 'Y')",
          "('i', 'Y')",
          "('v', 'Y')",
          "('e', 'Z')",
          "('e', 'Z')",
          "('stranger', 'Z')",
          "('stranger', 'none of ours')",
          "('w', NULL)",
          "('w', '')");

  private static final Evaluated EVALUATED =
      Evaluation.of(FOUND, LABELS, request(ColumnRole.GROUP, "found"));

  @Test
  void groupsArePairedByTheirLabelledMembers() {
    // X has 3 of the farm's 4 members, Y both of the pod's and the victim; Z is neither. The group
    // of strangers has no labelled account: nobody can say what it is.
    assertThat(result(EVALUATED, "group_precision").value()).isCloseTo(2 / 3.0, EXACT);
    assertThat(result(EVALUATED, "group_precision").n()).isEqualTo(3);
    assertThat(result(EVALUATED, "group_recall").value()).isEqualTo(1);
    assertThat(result(EVALUATED, "group_f1").value()).isCloseTo(.8, EXACT);
    assertThat(result(EVALUATED, "group_recall bot").n()).isEqualTo(1);
    assertThat(result(EVALUATED, "group_recall pod 0-0.25").value()).isEqualTo(1);
  }

  @Test
  void customersAndVictimsAreNotMembers() {
    // Accounts in either: a b c d | h i against a b c | h i v | e; v and e are in no labelled
    // group, d in no found one.
    double expected =
        MutualInformation.of(
            List.of(
                new MutualInformation.Cell(1, 11, 3),
                new MutualInformation.Cell(1, 0, 1),
                new MutualInformation.Cell(2, 12, 2),
                new MutualInformation.Cell(0, 12, 1),
                new MutualInformation.Cell(0, 13, 1)),
            group -> 1);
    Result nmi = result(EVALUATED, "normalized_mutual_information");
    assertThat(nmi.value()).isCloseTo(expected, EXACT);
    assertThat(nmi.n()).isEqualTo(8);
    assertThat(nmi.positives()).isEqualTo(6);
  }

  @Test
  void whoIsInAGroupIsFlagged() {
    // of a b c d e h i all but d; of the genuine the victim
    assertThat(result(EVALUATED, "flag_recall").value()).isCloseTo(6 / 7.0, EXACT);
    assertThat(result(EVALUATED, "flag_precision").value()).isCloseTo(6 / 7.0, EXACT);
    assertThat(result(EVALUATED, "false_flag_rate victim").value()).isEqualTo(1);
    assertThat(result(EVALUATED, "false_flag_rate").value()).isEqualTo(.5);
  }

  @Test
  void nothingFoundIsNoPrecisionAndNoRecall() {
    EvaluatedTable nothing =
        new EvaluatedTable(FOUND.rows().where("account_id = 'w'"), "nothing", null, null);
    Evaluated evaluated = Evaluation.of(nothing, LABELS, request(ColumnRole.GROUP, "found"));
    assertThat(result(evaluated, "group_precision").value()).isNull();
    assertThat(result(evaluated, "group_precision").reason()).contains("no group was found");
    assertThat(result(evaluated, "group_recall").value()).isZero();
    assertThat(result(evaluated, "group_f1").value()).isZero();
    assertThat(result(evaluated, "false_flag_rate").value()).isZero();
  }

  @Test
  void noLabelledGroupIsNoRecall() {
    Evaluated evaluated =
        Evaluation.of(FOUND, labels("a bot", "w genuine"), request(ColumnRole.GROUP, "found"));
    assertThat(result(evaluated, "group_recall").reason()).isEqualTo("no labelled group");
    assertThat(result(evaluated, "group_precision").value()).isZero();
    assertThat(result(evaluated, "flag_recall").value()).isEqualTo(1);
  }

  @Test
  void intervalsOfGroupsAreRepeatable() {
    EvaluationRequest drawn =
        new EvaluationRequest(
            List.of(new Measured("found", ColumnRole.GROUP)),
            Positives.ofLabels(LabelledAccounts.KINDS),
            false,
            null,
            null,
            List.of(),
            new Bootstrap(100, 1));
    Result once = result(Evaluation.of(FOUND, LABELS, drawn), "group_precision");
    Result again =
        result(
            Evaluation.of(
                new EvaluatedTable(FOUND.rows().repartition(4), "found", null, null),
                LABELS,
                drawn),
            "group_precision");
    assertThat(once).isEqualTo(again);
    assertThat(once.low()).isLessThan(once.value());
    assertThat(once.high()).isGreaterThan(once.value());
  }
}

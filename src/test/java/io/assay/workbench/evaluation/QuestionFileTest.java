package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import io.assay.workbench.worlds.WorldFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionFileTest {
  private static final Bootstrap NONE = new Bootstrap(0, 1);

  @TempDir Path folder;

  private QuestionFile load(String text) {
    try {
      return QuestionFile.load(
          Files.writeString(folder.resolve("questions.yaml"), text).toString(), NONE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatIsAskedOfWhom() {
    QuestionFile file =
        load(
            """
            worlds: {default: 10, rare: 5}
            first_seed: 101
            positive_class: [pod]
            questions:
              - {name: members, table: gold.t, group: g, where: "a AND b", worlds: [rare]}
              - {name: likely, table: t.csv, likelihood: p, positive: [bot], threshold: 0.7}
              - baseline: co-engagement
            """);
    assertThat(file.worlds()).isEqualTo(Map.of("default", 10L, "rare", 5L));
    assertThat(file.firstSeed()).isEqualTo(101);
    Asked members = file.questions().get(0);
    assertThat(members.table().location()).isEqualTo("gold.t");
    assertThat(members.table().where()).isEqualTo("a AND b");
    assertThat(members.request().columns())
        .containsExactly(new EvaluationRequest.Measured("g", ColumnRole.GROUP));
    assertThat(members.request().positives())
        .isEqualTo(new Positives(LabelledAccounts.KINDS, List.of("pod")));
    assertThat(members.isOf("rare")).isTrue();
    assertThat(members.isOf("default")).isFalse();
    assertThat(members.isOf(null)).isFalse();
    Asked likely = file.questions().get(1);
    assertThat(likely.request().positives())
        .isEqualTo(new Positives(List.of("bot"), List.of("pod")));
    assertThat(likely.request().threshold()).isEqualTo(.7);
    assertThat(likely.isOf("default")).isTrue();
    Asked baseline = file.questions().get(2);
    assertThat(baseline.name()).isEqualTo("baseline co-engagement");
    assertThat(baseline.baseline()).isEqualTo(Baseline.CO_ENGAGEMENT);
    assertThat(baseline.statesFlags()).isFalse();
  }

  @Test
  void everyMistakeIsTold() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    worlds: {default: 0}
                    first_seed: 1
                    questions:
                      - {name: a, table: t.csv}
                      - {name: a, table: t.csv, score: s, group: g}
                      - {name: b, score: s}
                      - {baseline: best}
                      - {name: c, table: t.csv, score: s, positive: [cat], colour: red}
                    """))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("worlds.default: 0")
        .hasMessageContaining("questions[0].score: missing")
        .hasMessageContaining("questions[1].score: beside others")
        .hasMessageContaining("questions[1].name: a")
        .hasMessageContaining("questions[2].table: missing")
        .hasMessageContaining("questions[3].baseline")
        .hasMessageContaining("questions[4].positive: [cat]")
        .hasMessageContaining("questions[4].colour");
    assertThatThrownBy(() -> QuestionFile.load("nothing", NONE))
        .hasMessage("--questions nothing does not exist");
  }

  @Test
  void theShippedFileAsksOfShippedWorlds() {
    QuestionFile file = QuestionFile.load("coordination", NONE);
    file.worlds().keySet().forEach(WorldFile::of);
    assertThat(file.worlds()).containsEntry("default", 10L).containsEntry("nothing-planted", 5L);
    for (Asked asked : file.questions()) {
      assertThat(file.worlds().keySet()).containsAll(asked.worlds());
    }
  }
}

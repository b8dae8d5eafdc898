package io.assay.workbench.calibration;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.Kind;
import io.assay.contracts.ModelTables;
import io.assay.contracts.UserError;
import io.assay.lake.Lake;
import io.assay.statistics.LikelihoodModel;
import io.assay.testing.Silent;
import io.assay.testing.TestLake;
import io.assay.workbench.evaluation.ColumnRole;
import io.assay.workbench.evaluation.Evaluated;
import io.assay.workbench.evaluation.EvaluationRequest;
import io.assay.workbench.evaluation.Part;
import io.assay.workbench.evaluation.Result;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLogTest {
  private static final Part WHOLE = new Part("all", "all", "all", "all", "all");

  @TempDir private Path folder;

  private static Result result(String scope, Part part, Double value) {
    return new Result(
        "roc_auc", scope, part, "all", value, null, null, 60, 20, value == null ? "?" : null);
  }

  private static FittedModel model(String name, Kind kind) {
    List<Double> weights = Collections.nCopies(Features.of(kind).size(), 1.0);
    Evaluated quality =
        new Evaluated(
            null,
            null,
            null,
            List.of(
                new Evaluated.OfColumn(
                    new EvaluationRequest.Measured("likelihood", ColumnRole.LIKELIHOOD),
                    null,
                    List.of(
                        result(Result.LABELLED, WHOLE, 0.7),
                        result(Result.ASSESSED, WHOLE, 0.8),
                        result(
                            Result.ASSESSED, new Part("all", "all", "band", "nano", "all"), null),
                        result(
                            Result.ASSESSED, new Part("bot", "all", "all", "all", "all"), 0.9)))));
    return new FittedModel(
        name,
        new Fit(kind, new LikelihoodModel(-1, weights), new LikelihoodModel(-1, weights), 20, 40),
        0.5,
        quality);
  }

  private static void append(Lake lake, String labels, FittedModel... models) {
    ModelLog.append(
        spark(),
        lake,
        "test",
        new ModelLog.FittedTo(TestLake.DAY, "r1", labels),
        Silent.progress(),
        List.of(models));
  }

  @Test
  void metricsOfTheAssessedAreRecordedWholeAndByBand() {
    TestLake lake = new TestLake(folder);
    append(lake.lake(), "mine", model("m", Kind.BOT));
    assertThat(
            lake.rows(
                ModelTables.MODEL, "band; metric; value; n; positives; reason; run_id", "band"))
        .containsExactly("all|roc_auc|0.8|60|20|null|r1", "nano|roc_auc|null|60|20|?|r1");
  }

  @Test
  void aNameIsGivenOnceToModelsOfAllKinds() {
    Lake lake = new TestLake(folder).lake();
    append(lake, "mine", model("m", Kind.BOT), model("m", Kind.FAKE_FOLLOWERS));
    assertThatThrownBy(() -> append(lake, "mine", model("m", Kind.FAKE_ENGAGEMENT)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has a model m already");
    append(lake, "mine", model("n", Kind.FAKE_ENGAGEMENT));
  }

  /** Both have asked whether the name is new, and were told it is, before either appends. */
  @Test
  void ofTwoAtOnceOneHasTheNameAndTheOtherIsTold() {
    TestLake made = new TestLake(folder);
    Lake lake = made.lake();
    CyclicBarrier asked = new CyclicBarrier(2);
    List<String> ends =
        Stream.of("mine", "yours")
            .map(
                labels ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          ModelLog.requireNew(spark(), lake, "m");
                          await(asked);
                          append(lake, labels, model("m", Kind.BOT));
                          return labels;
                        }))
            .toList()
            .stream()
            .map(end -> end.exceptionally(e -> e.getCause().getMessage()).join())
            .toList();
    assertThat(ends).filteredOn(end -> end.endsWith("has a model m already")).hasSize(1);
    List<String> held = made.rows(ModelTables.MODEL, "label_source", "label_source");
    assertThat(held).hasSize(2).containsOnly(ends.contains("mine") ? "mine" : "yours");
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

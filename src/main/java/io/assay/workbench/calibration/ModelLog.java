package io.assay.workbench.calibration;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.ModelTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.UserError;
import io.assay.job.Progress;
import io.assay.job.RunsSpark;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import io.assay.lake.PinnedTable;
import io.assay.workbench.evaluation.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Adds models to {@code ops.model}, where a name is given once. */
@RunsSpark
public final class ModelLog {
  private static final RowLayout LAYOUT = RowLayout.of(ModelTables.MODEL);

  /**
   * What models were fitted to.
   *
   * @param asOf day of the evidence
   * @param runId run that published it
   * @param labels table or path of the labels
   */
  public record FittedTo(LocalDate asOf, String runId, String labels) {}

  private ModelLog() {}

  /**
   * @throws UserError if a model of the name is in the lake
   */
  public static void requireNew(SparkSession spark, Lake lake, String name) {
    if (lake.holds(ModelTables.MODEL)
        && !PinnedTable.open(spark, lake.path(ModelTables.MODEL))
            .rows()
            .where(col("model").equalTo(name))
            .isEmpty()) {
      throw new UserError(
          "lake " + lake.root() + " has a model " + name + " already",
          "Give another --name: likelihoods of earlier days refer to it.");
    }
  }

  /**
   * A row a metric of each model. Whether names are new is asked while nobody else can append:
   * another may have taken one while these were fitted.
   *
   * @param progress is told if another run has to be waited for
   * @param models of one name or more; several of one name are of different kinds
   * @throws UserError if a model of such a name is in the lake
   */
  public static void append(
      SparkSession spark,
      Lake lake,
      String codeVersion,
      FittedTo source,
      Progress progress,
      List<FittedModel> models) {
    OpsTable.append(
        spark,
        lake,
        ModelTables.MODEL,
        source.runId(),
        progress,
        version -> {
          models.stream()
              .map(FittedModel::name)
              .distinct()
              .forEach(name -> requireNew(spark, lake, name));
          return rows(codeVersion, source, models);
        });
  }

  private static List<Row> rows(String codeVersion, FittedTo source, List<FittedModel> models) {
    Instant now = Instant.now();
    List<Row> rows = new ArrayList<>();
    for (FittedModel model : models) {
      for (Result result : model.metrics()) {
        rows.add(
            result
                .into(LAYOUT.row())
                .set("model", model.name())
                .set("kind", model.fit().kind().title())
                .set("type", ModelTables.LOGISTIC)
                .set("parameters", model.map().json())
                .set("fitted_at", now)
                .set("code_version", codeVersion)
                .set("as_of", source.asOf())
                .set("run_id", source.runId())
                .set("label_source", source.labels())
                .set("band", result.part().segment())
                .row());
      }
    }
    return rows;
  }
}

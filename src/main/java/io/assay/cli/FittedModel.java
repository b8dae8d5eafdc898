package io.assay.cli;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.ModelTables;
import io.assay.contracts.TableRow;
import io.assay.contracts.UserError;
import io.assay.job.Progress;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import io.assay.lake.PinnedTable;
import io.assay.settings.LikelihoodSettings;
import io.assay.workbench.calibration.Calibration;
import io.assay.workbench.calibration.Fit;
import io.assay.workbench.evaluation.Evaluated;
import io.assay.workbench.evaluation.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A fitted map with its name, base rate and quality.
 *
 * @param quality of cross-validated likelihoods, whole and by band
 */
record FittedModel(String name, Fit fit, double baseRate, Evaluated quality) {
  private static final String ALL = "all";

  /**
   * @throws UserError if a model of the name is in the lake
   */
  static void requireNew(SparkSession spark, Lake lake, String name) {
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

  /** Adds models to {@code ops.model}. */
  static void append(
      SparkSession spark,
      Lake lake,
      List<FittedModel> models,
      LocalDate day,
      String runId,
      Progress progress,
      String labels) {
    List<Row> rows = new ArrayList<>();
    for (FittedModel model : models) {
      for (Result result : model.told()) {
        rows.add(model.row(result, day, runId, labels));
      }
    }
    OpsTable.append(spark, lake, ModelTables.MODEL, runId, progress, rows);
  }

  /** Metrics of the assessed accounts, whole and by band. */
  private List<Result> told() {
    return quality.columns().get(0).results().stream()
        .filter(r -> r.scope().equals(Result.ASSESSED))
        .filter(r -> r.accountClass().equals(ALL) && r.bin().equals(ALL))
        .filter(r -> r.part().kind().equals(ALL))
        .toList();
  }

  private Row row(Result result, LocalDate day, String runId, String labels) {
    return TableRow.of(ModelTables.MODEL)
        .set("model", name)
        .set("kind", fit.kind().title())
        .set("type", ModelTables.LOGISTIC)
        .set("parameters", map().json())
        .set("fitted_at", Instant.now())
        .set("code_version", Cli.version())
        .set("as_of", day)
        .set("run_id", runId)
        .set("label_source", labels)
        .set("band", result.part().segment())
        .set("metric", result.metric())
        .set("value", result.value())
        .set("low", result.low())
        .set("high", result.high())
        .set("n", result.n())
        .set("positives", result.positives())
        .set("reason", result.reason())
        .row();
  }

  /** What a person is told: the map, and how good it is. */
  String text() {
    StringBuilder text =
        new StringBuilder(
            "%s: %,d labelled, %,d genuine; base rate %s%n  intercept %s, weights %s%n"
                .formatted(
                    fit.kind().title(),
                    fit.positives(),
                    fit.negatives(),
                    number(baseRate),
                    number(map().intercept()),
                    weights()));
    text.append(
        "  cross-validated at the labels' own share of %s; 95 %% intervals; all bands are in %s%n"
            .formatted(shown(fit.share()), ModelTables.MODEL.id()));
    told().stream().filter(this::isShown).forEach(result -> text.append(line(result)));
    return text.toString();
  }

  /** Of a handful of accounts a metric is noise. */
  private boolean isShown(Result result) {
    return result.value() != null
        && result.positives() >= Calibration.LEAST
        && List.of("average_precision", "roc_auc", "log_loss", "calibration_slope")
            .contains(result.metric());
  }

  private static String line(Result result) {
    String interval =
        result.low() == null
            ? ""
            : " (" + shown(result.low()) + " to " + shown(result.high()) + ")";
    return "  %-20s %-18s %s%s, %,d of %,d%n"
        .formatted(
            result.part().segment(),
            result.metric(),
            shown(result.value()),
            interval,
            result.positives(),
            result.n());
  }

  /** The map with its name and base rate, as {@code ops.model} holds it. */
  private LikelihoodSettings map() {
    return fit.at(baseRate, name);
  }

  /** Its settings, to stand below {@code assessment.models}. */
  String yaml() {
    return "    # base rate %s, intercept %s, weights %s%n    %s: %s%n"
        .formatted(
            number(baseRate), number(map().intercept()), weights(), fit.kind().title(), quoted());
  }

  /** A name may look like a number or a date to YAML. */
  private String quoted() {
    return '"' + name + '"';
  }

  private String weights() {
    return fit.kind().families().stream()
        .map(family -> family.title() + ": " + number(map().weights().get(family)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}

package io.assay.workbench.calibration;

import io.assay.settings.LikelihoodSettings;
import io.assay.workbench.evaluation.Evaluated;
import io.assay.workbench.evaluation.Labels;
import io.assay.workbench.evaluation.Part;
import io.assay.workbench.evaluation.Result;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fitted map with its name, base rate and quality.
 *
 * @param quality of cross-validated likelihoods, whole and by band, see {@link CrossValidation}
 */
public record FittedModel(String name, Fit fit, double baseRate, Evaluated quality) {

  /**
   * The model of a kind that can be fitted, measured by cross-validation.
   *
   * @param baseRate share of accounts for which the likelihood is to be true; null for that of the
   *     labelled accounts
   */
  public static FittedModel of(
      String name, Double baseRate, Calibration calibration, Labels labels, Dataset<Row> bands) {
    Fit fit = calibration.fit();
    return new FittedModel(
        name,
        fit,
        baseRate == null ? fit.share() : baseRate,
        CrossValidation.of(fit.kind(), calibration.crossValidated(), labels, bands));
  }

  /** Metrics of the assessed accounts, whole and by band. */
  public List<Result> metrics() {
    return quality.columns().get(0).results().stream()
        .filter(r -> r.scope().equals(Result.ASSESSED))
        .filter(r -> r.part().accountClass().equals(Part.ALL) && r.bin().equals(Part.ALL))
        .filter(r -> r.part().kind().equals(Part.ALL))
        .toList();
  }

  /** The map with its name and base rate, as {@code ops.model} holds it. */
  public LikelihoodSettings map() {
    return fit.at(baseRate, name);
  }
}

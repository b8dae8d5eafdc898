package io.assay.cli.text;

import io.assay.contracts.ModelTables;
import io.assay.settings.LikelihoodSettings;
import io.assay.workbench.calibration.Calibration;
import io.assay.workbench.calibration.Fit;
import io.assay.workbench.calibration.FittedModel;
import io.assay.workbench.evaluation.Result;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fitted model as a person is told of it, and as settings name it. */
public final class ModelText {
  private static final List<String> SHOWN =
      List.of("average_precision", "roc_auc", "log_loss", "calibration_slope");

  private ModelText() {}

  /** What a person is told: the map, and how good it is. */
  public static String of(FittedModel model) {
    Fit fit = model.fit();
    StringBuilder text =
        new StringBuilder(
            "%s: %,d labelled, %,d genuine; base rate %s%n  intercept %s, weights %s%n"
                .formatted(
                    fit.kind().title(),
                    fit.positives(),
                    fit.negatives(),
                    number(model.baseRate()),
                    number(model.map().intercept()),
                    weights(model)));
    text.append(
        "  cross-validated at the labels' own share of %s; 95 %% intervals; all bands are in %s%n"
            .formatted(shown(fit.share()), ModelTables.MODEL.id()));
    model.metrics().stream()
        .filter(ModelText::isShown)
        .forEach(result -> text.append(line(result)));
    return text.toString();
  }

  /**
   * Its settings, to stand below {@code assessment.models}. The name is quoted, as it may look like
   * a number or a date to YAML.
   */
  public static String yaml(FittedModel model) {
    return "    # base rate %s, intercept %s, weights %s%n    %s: \"%s\"%n"
        .formatted(
            number(model.baseRate()),
            number(model.map().intercept()),
            weights(model),
            model.fit().kind().title(),
            model.name());
  }

  /** Of a handful of accounts a metric is noise. */
  private static boolean isShown(Result result) {
    return result.value() != null
        && result.positives() >= Calibration.LEAST
        && SHOWN.contains(result.metric());
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

  private static String weights(FittedModel model) {
    LikelihoodSettings map = model.map();
    return Stream.concat(
            map.signals().entrySet().stream().map(e -> e.getKey() + ": " + number(e.getValue())),
            map.groups().entrySet().stream()
                .map(e -> e.getKey().title() + ": " + number(e.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}

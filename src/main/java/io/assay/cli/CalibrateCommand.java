package io.assay.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Kind;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.lake.Lake;
import io.assay.lake.LakeLocation;
import io.assay.lake.LakeSource;
import io.assay.lake.PinnedTable;
import io.assay.workbench.calibration.Calibration;
import io.assay.workbench.calibration.Fit;
import io.assay.workbench.evaluation.Bootstrap;
import io.assay.workbench.evaluation.ColumnRole;
import io.assay.workbench.evaluation.Evaluated;
import io.assay.workbench.evaluation.EvaluatedTable;
import io.assay.workbench.evaluation.Evaluation;
import io.assay.workbench.evaluation.EvaluationRequest;
import io.assay.workbench.evaluation.LabelInput;
import io.assay.workbench.evaluation.Labels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Fits likelihoods to labels. */
final class CalibrateCommand implements Command {
  private static final Bootstrap INTERVALS = new Bootstrap(1000, 1);
  private static final String BAND = "band";

  @Override
  public String name() {
    return "calibrate";
  }

  @Override
  public String summary() {
    return "fit the map from evidence to likelihood to labels";
  }

  @Override
  public String description() {
    return "Fits, for each kind of fraud that is labelled, a logistic map from the evidence in"
        + " gold.account_family_evidence to a likelihood, measures it by cross-validation for each"
        + " follower band, adds it to ops.model, and writes a settings file by which later runs use"
        + " it: name it with --conf. Kinds: "
        + String.join(", ", Kind.titles())
        + ". See src/docs/methods.md.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "jobs/assay calibrate --lake lake/ --as-of 2026-10-31 --name reviewed-2026-10"
                + " --base-rate bot=0.05 --out likelihoods.yaml",
            "fit to the lake's labels, for a platform on which one account in twenty is a bot"),
        new Example(
            "jobs/assay calibrate --lake lake/ --as-of 2026-10-31 --name ours --labels checked.jsonl"
                + " --out ours.yaml",
            "fit to labels in a file"));
  }

  @Override
  public void declare(Subparser parser) {
    CalibrateOptions.declare(parser);
  }

  @Override
  public String run(Invocation call) {
    CalibrateOptions options = CalibrateOptions.of(call);
    LocalDate asOf = call.asOf();
    LabelInput input = new LabelInput(call.text("labels"), asOf, call.text("label_source"));
    LakeLocation.requireLake(call.lake());
    input.requireThere(true);
    try (SparkRun session = SparkRun.open(call)) {
      Lake lake = Lake.open(session.spark(), call.lake());
      FittedModel.requireNew(session.spark(), lake, options.name());
      Dataset<Row> families =
          ofDay(session.spark(), lake, EvidenceTables.ACCOUNT_FAMILY_EVIDENCE, asOf);
      Dataset<Row> bands =
          ofDay(session.spark(), lake, EngagementTables.ACCOUNT_ENGAGEMENT, asOf)
              .select(
                  col("platform"),
                  col("account_id"),
                  coalesce(col(BAND), lit("followers unknown")).as(BAND));
      Labels labels = input.read(session.spark(), lake);
      call.out().println(found(labels, families));
      List<FittedModel> models = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        call.progress().started(name(), kind.title() + " against " + labels.name());
        try (Calibration calibration = Calibration.of(families, labels.rows(), kind)) {
          if (calibration.reason() == null) {
            models.add(fitted(calibration, labels, bands, options));
          } else {
            call.out().println(kind.title() + " is not fitted: " + calibration.reason());
          }
        }
      }
      options.requireFitted(models.stream().map(m -> m.fit().kind()).toList(), labels.name());
      models.forEach(model -> call.out().print(model.text()));
      String runId = families.select("run_id").head().getString(0);
      options.write(
          models,
          () ->
              FittedModel.append(
                  session.spark(), lake, models, asOf, runId, call.progress(), labels.name()));
      return "fitted "
          + models.stream().map(m -> m.fit().kind().title()).collect(Collectors.joining(", "))
          + " as "
          + options.name()
          + " in ops.model. Use it with --conf "
          + options.out();
    }
  }

  private static FittedModel fitted(
      Calibration calibration, Labels labels, Dataset<Row> bands, CalibrateOptions options) {
    Fit fit = calibration.fit();
    Dataset<Row> judged =
        calibration.crossValidated().join(bands, new String[] {"platform", "account_id"}, "left");
    EvaluationRequest request =
        new EvaluationRequest(
            List.of(new EvaluationRequest.Measured("likelihood", ColumnRole.LIKELIHOOD)),
            List.of(fit.kind().title()),
            false,
            null,
            null,
            List.of(BAND),
            INTERVALS);
    Evaluated quality =
        Evaluation.of(
            new EvaluatedTable(judged, "cross-validated likelihoods", null, null), labels, request);
    return new FittedModel(options.name(), fit, options.baseRate(fit), quality);
  }

  /** How many labelled accounts there are, and of how many there is evidence. */
  private static String found(Labels labels, Dataset<Row> families) {
    String[] key = {"platform", "account_id"};
    Dataset<Row> labelled = labels.rows().select("platform", "account_id").distinct();
    return "%,d labelled accounts in %s, %,d of them in %s"
        .formatted(
            labelled.count(),
            labels.name(),
            labelled.join(families, key, "left_semi").count(),
            EvidenceTables.ACCOUNT_FAMILY_EVIDENCE.id());
  }

  private static Dataset<Row> ofDay(SparkSession spark, Lake lake, Table table, LocalDate day) {
    LakeSource.requireHeld(lake, table);
    Dataset<Row> rows =
        PinnedTable.open(spark, lake.path(table)).rows().where(col("as_of").equalTo(lit(day)));
    if (rows.isEmpty()) {
      throw new UserError(
          "lake " + lake.root() + " has no " + table.id() + " of " + day,
          "Run the jobs of that day first: jobs/assay run --as-of " + day + ".");
    }
    return rows;
  }
}

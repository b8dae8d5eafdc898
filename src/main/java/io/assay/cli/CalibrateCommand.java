package io.assay.cli;

import io.assay.cli.text.ModelText;
import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.Kind;
import io.assay.lake.Lake;
import io.assay.lake.LakeLocation;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import io.assay.workbench.calibration.Calibration;
import io.assay.workbench.calibration.EvidenceOfDay;
import io.assay.workbench.calibration.FittedModel;
import io.assay.workbench.calibration.ModelLog;
import io.assay.workbench.evaluation.LabelInput;
import io.assay.workbench.evaluation.Labels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Subparser;

/** Fits likelihoods to labels. */
final class CalibrateCommand implements Command {
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
    return "Fits, for each kind of fraud that is labelled, a logistic map from signals, measured"
        + " against gold.reference_histogram, and ties to groups to a likelihood, measures it by cross-validation for each"
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
      ModelLog.requireNew(session.spark(), lake, options.name());
      EvidenceOfDay evidence =
          EvidenceOfDay.read(
              session.spark(),
              lake,
              asOf,
              call.settings().evidence().minPeers(),
              new SignedBins(new LogBins(call.settings().evidence().binsPerDecade())));
      Labels labels = input.read(session.spark(), lake);
      call.out().println(told(labels, evidence.coverage(labels)));
      List<FittedModel> models = fitted(call, options, evidence, labels);
      options.requireFitted(models.stream().map(m -> m.fit().kind()).toList(), labels.name());
      models.forEach(model -> call.out().print(ModelText.of(model)));
      ModelLog.FittedTo source = new ModelLog.FittedTo(asOf, evidence.runId(), labels.name());
      options.write(
          models,
          () ->
              ModelLog.append(
                  session.spark(), lake, Cli.version(), source, call.progress(), models));
      return "fitted "
          + models.stream().map(m -> m.fit().kind().title()).collect(Collectors.joining(", "))
          + " as "
          + options.name()
          + " in ops.model. Use it with --conf "
          + options.out();
    }
  }

  private List<FittedModel> fitted(
      Invocation call, CalibrateOptions options, EvidenceOfDay evidence, Labels labels) {
    List<FittedModel> models = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      call.progress().started(name(), kind.title() + " against " + labels.name());
      try (Calibration calibration = Calibration.of(evidence.accounts(), labels.rows(), kind)) {
        if (calibration.reason() == null) {
          models.add(
              FittedModel.of(
                  options.name(),
                  options.baseRates().get(kind),
                  calibration,
                  labels,
                  evidence.bands()));
        } else {
          call.out().println(kind.title() + " is not fitted: " + calibration.reason());
        }
      }
    }
    return models;
  }

  private static String told(Labels labels, EvidenceOfDay.Coverage coverage) {
    return "%,d labelled accounts in %s, %,d of them in %s"
        .formatted(
            coverage.labelled(),
            labels.name(),
            coverage.found(),
            AssessmentEvidenceTables.REFERENCE_HISTOGRAM.id());
  }
}

package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.pipeline.Pipeline;
import io.assay.workbench.evaluation.Baseline;
import io.assay.workbench.evaluation.EvaluationLog;
import io.assay.workbench.evaluation.SpreadOverSeeds;
import io.assay.workbench.evaluation.Trial;
import io.assay.workbench.evaluation.Trials;
import io.assay.workbench.worlds.CrawlOfWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Subparser;

/** Compares a table's scores, likelihoods or groups with labels. */
final class EvaluateCommand implements Command {
  private final CrawlOfWorld worlds;

  EvaluateCommand(CrawlOfWorld worlds) {
    this.worlds = worlds;
  }

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String summary() {
    return "compare scores, likelihoods or groups with labels";
  }

  @Override
  public String description() {
    return "Says how well a table agrees with labels: average precision, AUC, calibration, groups"
        + " found, and who is flagged though genuine; by kind, segment and strength, with"
        + " intervals. An account without a value counts, ranked last. Baselines to compare with: "
        + Arrays.stream(Baseline.values())
            .map(b -> b.title() + " (" + b.measures() + ")")
            .collect(Collectors.joining(", "))
        + ". See src/docs/evaluation.md.";
  }

  @Override
  public List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    examples.add(
        new Example(
            "jobs/assay evaluate --table scores.csv --score suspicion --labels labels.jsonl",
            "any file with platform, account_id and a score"));
    examples.add(
        new Example(
            "jobs/assay evaluate --table gold.account_growth --score largest_gain_share --segment"
                + " platform --lake lake/ --as-of 2026-10-31",
            "a table of a lake, against the lake's labels"));
    examples.add(
        new Example(
            "jobs/assay evaluate --baseline tfidf-cosine --lake lake/ --as-of 2026-10-31",
            "a yardstick on the same accounts"));
    examples.add(
        new Example(
            "jobs/assay evaluate --table runs/{seed}.parquet --likelihood p --labels"
                + " truth/{seed}/ --seeds 10 --json evaluation.json",
            "ten tables and labels, with the spread"));
    examples.add(
        new Example(
            "jobs/assay evaluate --world conf/worlds/camouflage.yaml --baseline windowed-jaccard"
                + " --seeds 10",
            "a yardstick on ten crawls of a world with planted truth"));
    return examples;
  }

  @Override
  public void declare(Subparser parser) {
    EvaluateOptions.declare(parser);
  }

  @Override
  public String run(Invocation invocation) {
    EvaluationCall call = EvaluationCall.of(invocation);
    String json = invocation.text("json");
    requireWritable(json);
    List<Trial> planned = EvaluationInputs.trials(call, worlds);
    String id = Pipeline.newRunId();
    List<EvaluationLog.Entry> entries = new ArrayList<>();
    try (SparkRun session = SparkRun.open(invocation)) {
      Trials trials = new Trials(session.spark(), worlds, Cli.version(), invocation.progress());
      for (Trial trial : planned) {
        entries.addAll(
            trials.run(
                trial,
                id,
                found -> invocation.out().print(EvaluationText.of(found, call.request()))));
      }
    }
    if (call.seeds().size() > 1) {
      invocation.out().print(MetricTable.spread(SpreadOverSeeds.of(entries), call.seeds().size()));
    }
    if (json != null) {
      EvaluationJson.write(Path.of(json), id, entries);
    }
    return "evaluated "
        + entries.stream()
            .map(EvaluationLog.Entry::scorer)
            .distinct()
            .collect(Collectors.joining(", "))
        + (call.seeds().size() > 1 ? " on " + Texts.counted(call.seeds().size(), "seed") : "")
        + " against "
        + entries.get(0).evaluated().labels().name()
        + ", evaluation "
        + id;
  }

  private static void requireWritable(String json) {
    if (json != null) {
      Path file = Path.of(Invocation.notBlank("--json", json)).toAbsolutePath();
      if (Files.isDirectory(file) || !Files.isDirectory(file.getParent())) {
        throw new UserError(
            "--json " + json + " cannot be written", "Name a file in a folder that exists.");
      }
    }
  }
}

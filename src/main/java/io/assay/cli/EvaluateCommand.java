package io.assay.cli;

import io.assay.cli.text.ComparisonText;
import io.assay.cli.text.EvaluationText;
import io.assay.cli.text.MetricTable;
import io.assay.cli.text.Texts;
import io.assay.contracts.UserError;
import io.assay.pipeline.Pipeline;
import io.assay.workbench.evaluation.Asked;
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
import java.util.Objects;
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
            "jobs/assay evaluate --world camouflage --baseline windowed-jaccard" + " --seeds 10",
            "a yardstick on ten crawls of a world with planted truth"));
    examples.add(
        new Example(
            "jobs/assay evaluate --questions coordination --work work/ --resume",
            "all that conf/evaluations/coordination.yaml asks, or what of it is left to do"));
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
            trials.run(trial, id, (found, asked) -> show(invocation, call, found, asked)));
      }
    }
    if (call.isDetailed()) {
      spreads(invocation, call, entries);
    }
    if (!call.isDetailed() || call.seeds().size() > 1) {
      invocation.out().print(ComparisonText.of(call.questions(), entries));
    }
    if (json != null) {
      EvaluationJson.write(Path.of(json), id, entries);
    }
    return "evaluated "
        + entries.stream()
            .map(EvaluationLog.Entry::scorer)
            .distinct()
            .collect(Collectors.joining(", "))
        + (call.seeds().size() > 1 ? " on " + Texts.counted(call.seeds().size(), "world") : "")
        + (call.mostSeeds() > 1 ? " on " + Texts.counted(call.mostSeeds(), "seed") : "")
        + " against "
        + entries.get(0).evaluated().labels().name()
        + ", evaluation "
        + id;
  }

  private static void show(
      Invocation invocation, EvaluationCall call, EvaluationLog.Entry found, Asked asked) {
    if (call.isDetailed()) {
      invocation.out().print(EvaluationText.of(found, asked.request()));
    }
  }

  /** Of each world that has several seeds. */
  private static void spreads(
      Invocation invocation, EvaluationCall call, List<EvaluationLog.Entry> entries) {
    call.seeds()
        .forEach(
            (world, seeds) -> {
              if (seeds.size() > 1) {
                List<EvaluationLog.Entry> ofWorld =
                    entries.stream().filter(e -> Objects.equals(e.world(), world)).toList();
                invocation
                    .out()
                    .print(MetricTable.spread(SpreadOverSeeds.of(ofWorld), world, seeds.size()));
              }
            });
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

package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.lake.Lake;
import io.assay.pipeline.Pipeline;
import io.assay.workbench.evaluation.Baseline;
import io.assay.workbench.evaluation.Crawled;
import io.assay.workbench.evaluation.Evaluated;
import io.assay.workbench.evaluation.EvaluatedTable;
import io.assay.workbench.evaluation.Evaluation;
import io.assay.workbench.evaluation.EvaluationLog;
import io.assay.workbench.evaluation.Labels;
import io.assay.workbench.evaluation.SpreadOverSeeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.spark.sql.SparkSession;

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
    EvaluationInputs.require(call, worlds);
    String id = Pipeline.newRunId();
    List<EvaluationLog.Entry> entries = new ArrayList<>();
    try (SparkRun session = SparkRun.open(invocation)) {
      for (Long seed : call.seeds()) {
        entries.addAll(evaluate(call, session.spark(), id, seed));
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

  private List<EvaluationLog.Entry> evaluate(
      EvaluationCall call, SparkSession spark, String id, Long seed) {
    List<EvaluationLog.Entry> entries = new ArrayList<>();
    try (ScoredLake scored = ScoredLake.of(call, spark, worlds, seed)) {
      Labels labels = EvaluationInputs.labels(call, seed, scored.asOf()).read(spark, scored.lake());
      for (EvaluatedTable table : tables(call, spark, scored, seed)) {
        call.call().progress().started(name(), table.name() + " against " + labels.name());
        Evaluated evaluated = Evaluation.of(table, labels, call.request());
        EvaluationLog.Entry entry =
            new EvaluationLog.Entry(
                id,
                scorer(call, table),
                seed,
                scored.name(),
                scored.asOf(),
                call.request().positive(),
                evaluated);
        call.call().out().print(EvaluationText.of(entry, call.request()));
        record(call, spark, seed, entry);
        entries.add(entry);
      }
    }
    return entries;
  }

  private static String scorer(EvaluationCall call, EvaluatedTable table) {
    return call.baselines().isEmpty() ? call.call().text("table") : table.name();
  }

  private static List<EvaluatedTable> tables(
      EvaluationCall call, SparkSession spark, ScoredLake scored, Long seed) {
    if (!call.baselines().isEmpty()) {
      Crawled crawled = Crawled.of(spark, scored.lake(), scored.asOf());
      return call.baselines().stream()
          .map(b -> new EvaluatedTable(b.scores(crawled), "baseline " + b.title(), null, null))
          .toList();
    }
    return List.of(EvaluationInputs.table(call, seed, scored.asOf()).read(spark, scored.lake()));
  }

  private static void record(
      EvaluationCall call, SparkSession spark, Long seed, EvaluationLog.Entry entry) {
    String location = call.path("lake", seed);
    if (location != null) {
      EvaluationLog.append(spark, Lake.openOrCreate(spark, location), Cli.version(), entry);
    }
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

package io.assay.workbench.evaluation;

import io.assay.job.Progress;
import io.assay.lake.Lake;
import io.assay.workbench.worlds.CrawlOfWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Makes evaluations, one after the other: opens or makes the lake, scores, compares with the labels
 * and notes what was found.
 *
 * @param worlds makes crawls of worlds
 * @param progress tells whoever waits
 */
public record Trials(
    SparkSession spark, CrawlOfWorld worlds, String codeVersion, Progress progress) {

  /**
   * @param id of the call that the evaluation belongs to
   * @param found takes each result before it is noted in a lake
   */
  public List<EvaluationLog.Entry> run(
      Trial trial, String id, Consumer<EvaluationLog.Entry> found) {
    List<EvaluationLog.Entry> entries = new ArrayList<>();
    try (ScoredLake scored = ScoredLake.of(trial, this)) {
      Labels labels = trial.labels().on(scored.asOf()).read(spark, scored.lake());
      for (EvaluatedTable table : tables(trial, scored)) {
        progress.started("evaluate", table.name() + " against " + labels.name());
        EvaluationLog.Entry entry =
            new EvaluationLog.Entry(
                id,
                trial.scorer() == null ? table.name() : trial.scorer(),
                trial.seed(),
                scored.name(),
                scored.asOf(),
                trial.request().positives(),
                Evaluation.of(table, labels, trial.request()));
        found.accept(entry);
        if (trial.resultsIn() != null) {
          Lake results = Lake.openOrCreate(spark, trial.resultsIn());
          EvaluationLog.append(spark, results, codeVersion, progress, entry);
        }
        entries.add(entry);
      }
    }
    return entries;
  }

  private List<EvaluatedTable> tables(Trial trial, ScoredLake scored) {
    if (trial.table() != null) {
      return List.of(trial.table().on(scored.asOf()).read(spark, scored.lake()));
    }
    Crawled crawled = Crawled.of(spark, scored.lake(), scored.asOf());
    return trial.baselines().stream()
        .map(b -> new EvaluatedTable(b.scores(crawled), "baseline " + b.title(), null, null))
        .toList();
  }
}

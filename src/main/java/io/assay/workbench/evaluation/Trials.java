package io.assay.workbench.evaluation;

import io.assay.job.Progress;
import io.assay.lake.Lake;
import io.assay.workbench.evaluation.KeptResults.Kept;
import io.assay.workbench.worlds.CrawlOfWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.spark.sql.SparkSession;

/**
 * Makes evaluations, one after the other: opens or makes the lake, scores, compares with the labels
 * and notes what was found. What was found before in the same folder is not made again.
 *
 * @param worlds makes crawls of worlds
 * @param progress tells whoever waits
 */
public record Trials(
    SparkSession spark, CrawlOfWorld worlds, String codeVersion, Progress progress) {

  /**
   * Looks, before Spark starts, whether what is made of a trial can be kept where it is to be.
   *
   * @param resume whether what is there may be carried on
   * @throws io.assay.contracts.UserError if something is in the way
   */
  public static void requirePlace(Trial trial, boolean resume) {
    TrialFolder.place(trial).ifPresent(place -> KeptFolder.requireUsable(place, resume));
  }

  /**
   * @param id of the call that the evaluation belongs to
   * @param found takes each result, with what was asked, before it is noted in a lake
   */
  public List<EvaluationLog.Entry> run(
      Trial trial, String id, BiConsumer<EvaluationLog.Entry, Asked> found) {
    List<EvaluationLog.Entry> entries = new ArrayList<>();
    try (TrialFolder folder = TrialFolder.of(trial, this)) {
      LazyLake lake = new LazyLake(trial, this, folder);
      for (Asked asked : trial.questions()) {
        Optional<Kept> kept = folder.results().flatMap(results -> results.find(asked));
        EvaluationLog.Entry entry =
            kept.map(k -> entry(trial, id, asked, k)).orElseGet(() -> lake.answer(id, asked));
        if (kept.isEmpty()) {
          folder.results().ifPresent(results -> results.keep(asked, entry));
        } else {
          progress.started("evaluate", trial.name() + ": " + asked.name() + " was found before");
        }
        found.accept(entry, asked);
        if (trial.resultsIn() != null) {
          Lake results = Lake.openOrCreate(spark, trial.resultsIn());
          EvaluationLog.append(spark, results, codeVersion, progress, entry);
        }
        entries.add(entry);
      }
    }
    return entries;
  }

  private static EvaluationLog.Entry entry(Trial trial, String id, Asked asked, Kept kept) {
    return new EvaluationLog.Entry(
        id,
        trial.world(),
        asked.name(),
        trial.seed(),
        kept.crawl(),
        kept.day(),
        asked.request().positives(),
        kept.evaluated());
  }

  /** The lake of a trial, opened or made when the first question needs it. */
  private static final class LazyLake {
    private final Trial trial;
    private final Trials by;
    private final TrialFolder folder;
    private ScoredLake scored;
    private Labels labels;

    LazyLake(Trial trial, Trials by, TrialFolder folder) {
      this.trial = trial;
      this.by = by;
      this.folder = folder;
    }

    EvaluationLog.Entry answer(String id, Asked asked) {
      if (scored == null) {
        scored = ScoredLake.of(trial, by, folder);
        labels = trial.labels().on(scored.asOf()).read(by.spark(), scored.lake());
      }
      EvaluatedTable table = table(asked);
      by.progress().started("evaluate", table.name() + " against " + labels.name());
      return new EvaluationLog.Entry(
          id,
          trial.world(),
          asked.name(),
          trial.seed(),
          scored.name(),
          scored.asOf(),
          asked.request().positives(),
          Evaluation.of(table, labels, asked.request()));
    }

    private EvaluatedTable table(Asked asked) {
      if (asked.table() != null) {
        return asked.table().on(scored.asOf()).read(by.spark(), scored.lake());
      }
      Crawled crawled = Crawled.of(by.spark(), scored.lake(), scored.asOf());
      String name = "baseline " + asked.baseline().title();
      return new EvaluatedTable(asked.baseline().scores(crawled), name, null, null);
    }
  }
}

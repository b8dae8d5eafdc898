package io.assay.cli.text;

import io.assay.text.Printable;
import io.assay.workbench.evaluation.Metrics;
import io.assay.workbench.evaluation.Part;
import io.assay.workbench.evaluation.Result;
import io.assay.workbench.evaluation.SpreadOverSeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Metrics side by side, of each part of the accounts. */
public final class MetricTable {
  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry(Metrics.PREVALENCE, "prevalence"),
          Map.entry(Metrics.COVERAGE, "coverage"),
          Map.entry(Metrics.AVERAGE_PRECISION, "average precision"),
          Map.entry(Metrics.ROC_AUC, "AUC"),
          Map.entry(Metrics.PRECISION_AT_R, "precision at R"),
          Map.entry(Metrics.RECALL_AT_99_PRECISION, "recall at .99"),
          Map.entry(Metrics.LOG_LOSS, "log-loss"),
          Map.entry(Metrics.LOG_LOSS_OF_BASE_RATE, "of the base rate"),
          Map.entry(Metrics.CALIBRATION_SLOPE, "calibration slope"),
          Map.entry(Metrics.CALIBRATION_INTERCEPT, "intercept"),
          Map.entry(Metrics.MEAN_LIKELIHOOD, "mean likelihood"),
          Map.entry(Metrics.SHARE_POSITIVE, "share positive"),
          Map.entry(Metrics.FLAG_PRECISION, "precision of flags"),
          Map.entry(Metrics.FLAG_RECALL, "recall of flags"),
          Map.entry(Metrics.FALSE_FLAG_RATE, "flagged"),
          Map.entry(Metrics.FALSE_FLAGS, "accounts flagged"),
          Map.entry(Metrics.GROUP_PRECISION, "group precision"),
          Map.entry(Metrics.GROUP_RECALL, "group recall"),
          Map.entry(Metrics.GROUP_F1, "group F1"),
          Map.entry(Metrics.MATCHED_F1, "matched F1"),
          Map.entry(Metrics.NMI, "NMI"));

  /** Parts that are named with a reason: a world has dozens. */
  private static final int MAX_NAMED = 3;

  private MetricTable() {}

  /** A row a part, class or bin; a column a metric. */
  public static String of(List<Result> results, String scope, String title, String... metrics) {
    List<String> wanted = List.of(metrics);
    Map<String, Map<String, Result>> byLabel = new LinkedHashMap<>();
    for (Result result : results) {
      if (wanted.contains(result.metric()) && result.scope().equals(scope)) {
        byLabel
            .computeIfAbsent(label(result.key()), l -> new LinkedHashMap<>())
            .put(result.metric(), result);
      }
    }
    List<String> head = new ArrayList<>(List.of(title, "n", "positive"));
    wanted.forEach(metric -> head.add(HEADINGS.get(metric)));
    TextTable table = new TextTable(head.toArray(String[]::new));
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    byLabel.forEach(
        (label, of) -> {
          Result any = of.values().iterator().next();
          List<String> row =
              new ArrayList<>(List.of(label, Texts.count(any.n()), Texts.count(any.positives())));
          wanted.forEach(metric -> row.add(cell(of.get(metric))));
          of.values().stream()
              .filter(r -> r.value() == null)
              .map(Result::reason)
              .distinct()
              .forEach(r -> byReason.computeIfAbsent(r, x -> new ArrayList<>()).add(label));
          table.row(row.toArray(String[]::new));
        });
    StringBuilder reasons = new StringBuilder();
    byReason.forEach(
        (reason, labels) ->
            reasons.append("- ").append(reason).append(": ").append(some(labels)).append('\n'));
    return "\n" + table + reasons;
  }

  private static String some(List<String> labels) {
    int more = labels.size() - MAX_NAMED;
    return more <= 0
        ? String.join("; ", labels)
        : String.join("; ", labels.subList(0, MAX_NAMED)) + " and " + more + " more";
  }

  private static String label(Result.Key key) {
    List<String> words = new ArrayList<>();
    Part part = key.part();
    if (!part.kind().equals(Part.ALL)) {
      words.add(part.kind());
    }
    if (!part.accountClass().equals(Part.ALL)) {
      words.add(part.accountClass());
    }
    if (!part.segmentColumn().equals(Part.ALL)) {
      words.add(part.segmentColumn() + " " + part.segment());
    }
    if (!part.strength().equals(Part.ALL)) {
      words.add("strength " + part.strength());
    } else if (!key.bin().equals(Part.ALL)) {
      words.add(key.bin());
    }
    return words.isEmpty() ? "all" : Printable.of(String.join(", ", words));
  }

  private static String cell(Result result) {
    if (result == null || result.value() == null) {
      return "-";
    }
    return number(result.metric(), result.value())
        + (result.low() == null
            ? ""
            : " ("
                + number(result.metric(), result.low())
                + " to "
                + number(result.metric(), result.high())
                + ")");
  }

  /** Counts are whole unless they are averages. */
  private static String number(String metric, double value) {
    boolean whole = metric.equals(Metrics.FALSE_FLAGS) && value == Math.rint(value);
    return whole ? Texts.count((long) value) : number(value);
  }

  public static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  /**
   * Mean, deviation and range over seeds, of headline metrics.
   *
   * @param world whose seeds they are; null where none was made
   */
  public static String spread(List<SpreadOverSeeds> spreads, String world, int seeds) {
    TextTable table =
        new TextTable(
            "scored by", "column", "of", "metric", "seeds", "mean", "sd", "smallest", "largest");
    Set<String> left = Set.of(Metrics.MEAN_LIKELIHOOD, Metrics.SHARE_POSITIVE);
    for (SpreadOverSeeds spread : spreads) {
      Result.Key key = spread.key();
      boolean calibration =
          key.metric().startsWith("calibration") || key.metric().startsWith("log");
      if (!left.contains(key.metric()) && (calibration || key.scope().equals(Result.LABELLED))) {
        table.row(
            Printable.of(spread.scorer()),
            Printable.of(spread.measured().column()),
            label(key),
            HEADINGS.get(key.metric()),
            Integer.toString(spread.seeds()),
            number(key.metric(), spread.mean()),
            number(spread.sd()),
            number(key.metric(), spread.min()),
            number(key.metric(), spread.max()));
      }
    }
    return "\nover "
        + Texts.counted(seeds, "seed")
        + (world == null ? "" : " of " + Printable.of(world))
        + "\n\n"
        + table
        + "\n";
  }
}

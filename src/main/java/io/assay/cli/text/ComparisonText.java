package io.assay.cli.text;

import io.assay.text.Printable;
import io.assay.workbench.evaluation.Asked;
import io.assay.workbench.evaluation.EvaluationLog;
import io.assay.workbench.evaluation.Metrics;
import io.assay.workbench.evaluation.Part;
import io.assay.workbench.evaluation.Result;
import io.assay.workbench.evaluation.SpreadOverSeeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several questions and worlds in one table: a row for each question of each world; of each metric
 * the mean over seeds, their standard deviation and range.
 */
public final class ComparisonText {
  private static final String NONE = "-";

  private final List<SpreadOverSeeds> spreads;
  private final List<String> classes;

  private ComparisonText(List<SpreadOverSeeds> spreads, List<String> classes) {
    this.spreads = spreads;
    this.classes = classes;
  }

  public static String of(List<Asked> questions, List<EvaluationLog.Entry> entries) {
    List<String> classes =
        questions.stream()
            .filter(asked -> entries.stream().anyMatch(e -> e.scorer().equals(asked.name())))
            .map(asked -> asked.request().positives().classes())
            .flatMap(Collection::stream)
            .distinct()
            .toList();
    ComparisonText text = new ComparisonText(SpreadOverSeeds.of(entries), classes);
    Set<String> worlds = new LinkedHashSet<>();
    entries.forEach(entry -> worlds.add(entry.world()));
    TextTable table = new TextTable(text.head());
    for (String world : worlds) {
      for (Asked asked : questions) {
        long seeds =
            entries.stream()
                .filter(e -> java.util.Objects.equals(e.world(), world))
                .filter(e -> e.scorer().equals(asked.name()))
                .count();
        if (seeds > 0) {
          table.row(text.row(world, asked, seeds));
        }
      }
    }
    return "\nmean over seeds ± standard deviation (range)\n\n" + table + "\n";
  }

  private String[] head() {
    List<String> head = new ArrayList<>(List.of("world", "question", "seeds"));
    head.addAll(List.of("average precision", "AUC where known", "precision", "recall"));
    classes.forEach(name -> head.add("recall " + Printable.of(name)));
    head.addAll(List.of("matched F1", "genuine flagged, by seed"));
    return head.toArray(String[]::new);
  }

  /** Where nobody said who is flagged, nobody asked about flags. */
  private String[] row(String world, Asked asked, long seeds) {
    List<String> row = new ArrayList<>();
    row.add(world == null ? NONE : Printable.of(world));
    row.add(Printable.of(asked.name()));
    row.add(Long.toString(seeds));
    row.add(cell(world, asked, Metrics.AVERAGE_PRECISION, Part.ALL));
    row.add(cell(world, asked, Metrics.ROC_AUC, Result.ASSESSED, Part.ALL));
    boolean flags = asked.statesFlags();
    row.add(flags ? cell(world, asked, Metrics.FLAG_PRECISION, Part.ALL) : NONE);
    row.add(flags ? cell(world, asked, Metrics.FLAG_RECALL, Part.ALL) : NONE);
    for (String name : classes) {
      row.add(flags ? cell(world, asked, Metrics.FLAG_RECALL, name) : NONE);
    }
    row.add(cell(world, asked, Metrics.MATCHED_F1, Part.ALL));
    row.add(flags ? counts(world, asked) : NONE);
    return row.toArray(String[]::new);
  }

  private SpreadOverSeeds spread(
      String world, Asked asked, String metric, String scope, String ofClass) {
    return spreads.stream()
        .filter(s -> java.util.Objects.equals(s.world(), world))
        .filter(s -> s.scorer().equals(asked.name()) && s.key().metric().equals(metric))
        .filter(s -> s.key().scope().equals(scope))
        .filter(
            s -> s.key().part().equals(new Part(Part.ALL, ofClass, Part.ALL, Part.ALL, Part.ALL)))
        .filter(s -> s.key().bin().equals(Part.ALL))
        .findFirst()
        .orElse(null);
  }

  private String cell(String world, Asked asked, String metric, String ofClass) {
    return cell(world, asked, metric, Result.LABELLED, ofClass);
  }

  private String cell(String world, Asked asked, String metric, String scope, String ofClass) {
    SpreadOverSeeds spread = spread(world, asked, metric, scope, ofClass);
    if (spread == null) {
      return NONE;
    }
    return spread.seeds() == 1
        ? share(spread.mean())
        : share(spread.mean())
            + " ± "
            + share(spread.sd())
            + " ("
            + share(spread.min())
            + "-"
            + share(spread.max())
            + ")";
  }

  /** The largest number first, then each seed's. */
  private String counts(String world, Asked asked) {
    SpreadOverSeeds spread = spread(world, asked, Metrics.FALSE_FLAGS, Result.LABELLED, Part.ALL);
    if (spread == null) {
      return NONE;
    }
    String all =
        spread.values().stream()
            .map(value -> Texts.count(value.longValue()))
            .collect(Collectors.joining(" "));
    return spread.seeds() == 1 ? all : "at most " + Texts.count((long) spread.max()) + ": " + all;
  }

  /** Like {@code .976}. */
  private static String share(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.startsWith("0") ? text.substring(1) : text;
  }
}

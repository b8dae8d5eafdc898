package io.assay.cli.text;

import io.assay.text.Printable;
import io.assay.workbench.evaluation.ColumnRole;
import io.assay.workbench.evaluation.Evaluated;
import io.assay.workbench.evaluation.EvaluationLog;
import io.assay.workbench.evaluation.EvaluationRequest;
import io.assay.workbench.evaluation.LabelCounts;
import io.assay.workbench.evaluation.Metrics;
import io.assay.workbench.evaluation.Part;
import io.assay.workbench.evaluation.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An evaluation for people to read. */
public final class EvaluationText {
  private static final String[] RANKING = {
    Metrics.AVERAGE_PRECISION,
    Metrics.ROC_AUC,
    Metrics.PRECISION_AT_R,
    Metrics.RECALL_AT_99_PRECISION
  };

  private EvaluationText() {}

  public static String of(EvaluationLog.Entry entry, EvaluationRequest request) {
    StringBuilder text = new StringBuilder(head(entry));
    for (Evaluated.OfColumn column : entry.evaluated().columns()) {
      text.append('\n').append(head(column, request));
      List<Result> results = column.results();
      if (column.measured().role() == ColumnRole.GROUP) {
        text.append(
            MetricTable.of(
                results,
                Result.LABELLED,
                "groups",
                Metrics.GROUP_PRECISION,
                Metrics.GROUP_RECALL,
                Metrics.GROUP_F1,
                Metrics.MATCHED_F1,
                Metrics.NMI));
      } else {
        text.append(
            MetricTable.of(
                results, Result.LABELLED, "every labelled account", with(Metrics.COVERAGE)));
        if (!isComplete(results)) {
          text.append(MetricTable.of(results, Result.ASSESSED, "assessed accounts alone", RANKING));
        }
      }
      if (column.measured().role() == ColumnRole.LIKELIHOOD) {
        text.append(
            MetricTable.of(
                results,
                Result.ASSESSED,
                "calibration, assessed accounts",
                Metrics.LOG_LOSS,
                Metrics.LOG_LOSS_OF_BASE_RATE,
                Metrics.CALIBRATION_SLOPE,
                Metrics.CALIBRATION_INTERCEPT));
        text.append(
            MetricTable.of(
                results,
                Result.ASSESSED,
                "reliability by likelihood",
                Metrics.MEAN_LIKELIHOOD,
                Metrics.SHARE_POSITIVE));
      }
      text.append(
          MetricTable.of(
              results, Result.LABELLED, "flags", Metrics.FLAG_PRECISION, Metrics.FLAG_RECALL));
      text.append(
          MetricTable.of(
              results,
              Result.LABELLED,
              "genuine accounts by class",
              Metrics.FALSE_FLAG_RATE,
              Metrics.FALSE_FLAGS));
    }
    return text.append('\n').toString();
  }

  private static String head(EvaluationLog.Entry entry) {
    Evaluated evaluated = entry.evaluated();
    LabelCounts counts = evaluated.counts();
    StringBuilder text = new StringBuilder();
    text.append("evaluated  ").append(Printable.of(evaluated.table().name()));
    text.append(version(evaluated.table().version()));
    if (!entry.crawl().equals(evaluated.table().name())) {
      text.append(" of ").append(Printable.of(entry.crawl()));
    }
    text.append(entry.asOf() == null ? "" : " as of " + entry.asOf());
    text.append(entry.seed() == null ? "" : ", seed " + entry.seed());
    text.append("\nlabels     ").append(Printable.of(evaluated.labels().name()));
    text.append(version(evaluated.labels().version())).append(": ");
    text.append(Texts.count(counts.positive())).append(" positive (");
    text.append(Printable.of(entry.positives().words())).append("), ");
    text.append(Texts.count(counts.genuine())).append(" genuine");
    note(text, "unknown", counts.unknown(), " of these not in the table: not assessed");
    note(text, "left out", counts.unlabelled(), " of the table without a label");
    note(text, "left out", counts.contradictory(), " labelled genuine and something else");
    note(text, "left out", counts.other(), " labelled with other kinds alone");
    if (counts.unknown() == counts.positive() + counts.genuine()) {
      text.append(
          counts.inTable() == 0
              ? "\nbeware     no row is left of the table: check --where and --as-of"
              : "\nbeware     no labelled account is in the table: compare platform and ids");
    }
    return text.append('\n').toString();
  }

  private static String version(Long version) {
    return version == null ? "" : " (version " + version + ")";
  }

  private static void note(StringBuilder text, String word, long accounts, String what) {
    if (accounts > 0) {
      text.append(String.format(Locale.ROOT, "%n%-11s", word));
      text.append(Texts.counted(accounts, "account")).append(what);
    }
  }

  private static String head(Evaluated.OfColumn column, EvaluationRequest request) {
    ColumnRole role = column.measured().role();
    String flagged =
        role == ColumnRole.GROUP
            ? "flagged: who is in a group"
            : column.threshold() == null
                ? "flagged: where " + request.flagColumn() + " is true"
                : column.threshold().isInfinite()
                    ? "flagged: nobody, as nobody is positive or nobody has a score"
                    : "flagged: from "
                        + MetricTable.number(column.threshold())
                        + (request.lowIsSuspicious() && role == ColumnRole.SCORE ? " down" : " up");
    int replicates = request.bootstrap().replicates();
    return role.name().toLowerCase(Locale.ROOT)
        + " "
        + Printable.of(column.measured().column())
        + "; "
        + flagged
        + (replicates == 0 ? "" : "; in brackets 95 % intervals of " + replicates + " replicates")
        + "\n";
  }

  private static String[] with(String first) {
    List<String> names = new ArrayList<>(List.of(first));
    names.addAll(Arrays.asList(RANKING));
    return names.toArray(String[]::new);
  }

  private static boolean isComplete(List<Result> results) {
    return results.stream()
        .anyMatch(
            r ->
                r.metric().equals(Metrics.COVERAGE)
                    && r.part().equals(new Part(Part.ALL, Part.ALL, Part.ALL, Part.ALL, Part.ALL))
                    && r.value() != null
                    && r.value() == 1);
  }
}

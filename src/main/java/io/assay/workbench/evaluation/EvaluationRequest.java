package io.assay.workbench.evaluation;

import java.util.List;

/**
 * How to evaluate.
 *
 * @param columns what to evaluate
 * @param positives which accounts count as positive
 * @param lowIsSuspicious whether low scores are the suspicious ones; likelihoods never are
 * @param threshold least suspicious score that is flagged, as the column gives it; null for a
 *     default, see {@link Flags}
 * @param flagColumn boolean column that says which accounts are flagged; null for none
 * @param segments columns that split the accounts
 * @param bootstrap intervals
 */
public record EvaluationRequest(
    List<Measured> columns,
    Positives positives,
    boolean lowIsSuspicious,
    Double threshold,
    String flagColumn,
    List<String> segments,
    Bootstrap bootstrap) {

  /** A column to evaluate. */
  public record Measured(String column, ColumnRole role) {}

  public EvaluationRequest {
    columns = List.copyOf(columns);
    segments = List.copyOf(segments);
  }

  boolean isReversed(ColumnRole role) {
    return lowIsSuspicious && role == ColumnRole.SCORE;
  }

  /** The threshold in the direction in which high is suspicious; null for the default. */
  Double orientedThreshold(ColumnRole role) {
    return threshold != null && isReversed(role) ? Double.valueOf(-threshold) : threshold;
  }
}

package io.assay.workbench.evaluation;

import java.util.List;

/**
 * What an evaluation found.
 *
 * @param table what was evaluated
 * @param labels against what
 * @param counts how they meet
 * @param columns results of each column
 */
public record Evaluated(Origin table, Origin labels, LabelCounts counts, List<OfColumn> columns) {

  /**
   * @param measured the column
   * @param threshold least score that is flagged, as the column gives it; null where a column or
   *     membership says which accounts are
   * @param results the whole first
   */
  public record OfColumn(
      EvaluationRequest.Measured measured, Double threshold, List<Result> results) {}
}

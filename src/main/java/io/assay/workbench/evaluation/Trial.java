package io.assay.workbench.evaluation;

import java.util.List;

/**
 * One evaluation that is to be made.
 *
 * @param seed of the world, or the one that stands in the paths; null where there is none
 * @param accounts whose accounts are scored
 * @param resultsIn lake that takes what is found; null for none
 * @param labels to compare with; without a day of their own those of the day that is evaluated
 * @param table what is evaluated; null for baselines
 * @param scorer what stands for the table in the results, the same for every seed; null for
 *     baselines, which have names of their own
 * @param baselines yardsticks to evaluate; none for a table
 * @param request how to evaluate
 */
public record Trial(
    Long seed,
    ScoredAccounts accounts,
    String resultsIn,
    LabelInput labels,
    TableInput table,
    String scorer,
    List<Baseline> baselines,
    EvaluationRequest request) {}

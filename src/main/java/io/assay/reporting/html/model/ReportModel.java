package io.assay.reporting.html.model;

/**
 * All that the report says of one day.
 *
 * @param asOf the day, as 2026-10-31
 * @param lake where the tables are, as the caller named it
 * @param run what was read, and how good it was
 * @param verdicts how many accounts are trusted, doubted or not assessable
 * @param rates how engagement is distributed
 * @param curve how engagement falls with size
 * @param clusters groups of alike accounts
 * @param groups who acts together
 * @param doubts who is doubted, and why
 * @param silences what could not be assessed, and why
 */
public record ReportModel(
    String asOf,
    String lake,
    RunFacts run,
    VerdictFacts verdicts,
    RateFacts rates,
    SizeCurve curve,
    ClusterFacts clusters,
    GroupFacts groups,
    DoubtFacts doubts,
    SilenceFacts silences) {}

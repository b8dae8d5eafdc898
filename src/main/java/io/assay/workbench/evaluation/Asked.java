package io.assay.workbench.evaluation;

import java.util.List;

/**
 * One thing that an evaluation asks of accounts.
 *
 * @param name what stands for it in the results, the same for every seed
 * @param table what is evaluated; null for a baseline
 * @param baseline yardstick that is evaluated; null for a table
 * @param request how to evaluate
 * @param worlds worlds of which it is asked; empty for all
 */
public record Asked(
    String name,
    TableInput table,
    Baseline baseline,
    EvaluationRequest request,
    List<String> worlds) {
  public Asked {
    worlds = List.copyOf(worlds);
  }

  /** Whether it is asked of a world. */
  public boolean isOf(String world) {
    return worlds.isEmpty() || world != null && worlds.contains(world);
  }

  /** The same of a table that is elsewhere. */
  public Asked at(String location) {
    return table == null ? this : new Asked(name, table.at(location), null, request, worlds);
  }

  /** Whether who is flagged was said, or follows from the kind of column. */
  public boolean statesFlags() {
    return request.threshold() != null
        || request.flagColumn() != null
        || request.columns().stream().anyMatch(c -> c.role() != ColumnRole.SCORE);
  }

  /** All that decides the answer, but for the accounts and the content of files. */
  String identity() {
    String what = baseline != null ? "baseline " + baseline.title() : table.toString();
    return what + " " + request;
  }
}

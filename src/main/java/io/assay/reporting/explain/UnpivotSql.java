package io.assay.reporting.explain;

import io.assay.contracts.Family;
import io.assay.contracts.FamilyColumns;
import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import io.assay.contracts.SignalInput;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Signals;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns that a table has for each of several things, as structs: one row each for a reader. */
final class UnpivotSql {
  private UnpivotSql() {}

  /** Of gold.account_assessment: kind, likelihood, uncorrected, reason. */
  static String kinds() {
    return joined(
        Arrays.stream(Kind.values())
            .map(
                kind -> {
                  KindColumns columns = KindColumns.of(kind);
                  return "named_struct('kind', '%s', 'likelihood', %s, 'uncorrected', %s, 'reason', %s)"
                      .formatted(
                          kind.title(),
                          columns.likelihood(),
                          columns.uncorrected(),
                          columns.reason());
                }));
  }

  /** Of gold.account_family_evidence: family, tail, signal, reason. */
  static String families() {
    return joined(
        Signals.families().stream()
            .filter(family -> family != Family.CONTEXT)
            .map(
                family -> {
                  FamilyColumns columns = FamilyColumns.of(family);
                  return "named_struct('family', '%s', 'tail', %s, 'signal', %s, 'reason', %s)"
                      .formatted(
                          family.title(), columns.tail(), columns.signal(), columns.reason());
                }));
  }

  /** Of gold.account_signal: input, reason. */
  static String inputs() {
    return joined(
        Arrays.stream(SignalInput.values())
            .filter(input -> input.table().equals(SignalTables.ACCOUNT_SIGNAL.name()))
            .map(
                input ->
                    "named_struct('input', '%s', 'reason', %s)"
                        .formatted(input.title(), input.reasonColumn())));
  }

  private static String joined(Stream<String> structs) {
    return structs.collect(Collectors.joining(",\n    "));
  }
}

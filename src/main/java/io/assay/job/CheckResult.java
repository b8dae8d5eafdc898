package io.assay.job;

import io.assay.contracts.Constraint.Severity;

/**
 * What one check of a table found.
 *
 * @param name check name
 * @param severity what a violation does
 * @param violations rows that violate it
 * @param rows rows checked
 * @param hint what a violation usually means
 * @param told whether a person is told of violations when the run ends, not the ledger alone
 */
public record CheckResult(
    String name, Severity severity, long violations, long rows, String hint, boolean told) {

  /** A check that is recorded in the ledger alone. */
  public CheckResult(String name, Severity severity, long violations, long rows, String hint) {
    this(name, severity, violations, rows, hint, false);
  }

  /** A finding that is recorded and stops nothing. */
  public static CheckResult warn(String name, long violations, long rows, String hint) {
    return new CheckResult(name, Severity.WARN, violations, rows, hint);
  }

  /** A finding that is recorded, stops nothing, and is told when the run ends. */
  public static CheckResult tell(String name, long violations, long rows, String hint) {
    return new CheckResult(name, Severity.WARN, violations, rows, hint, true);
  }

  public boolean passed() {
    return violations == 0;
  }

  public boolean stops() {
    return !passed() && severity == Severity.FAIL;
  }
}

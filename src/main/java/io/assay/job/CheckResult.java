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
 */
public record CheckResult(String name, Severity severity, long violations, long rows, String hint) {

  /** A finding that is recorded and stops nothing. */
  public static CheckResult warn(String name, long violations, long rows, String hint) {
    return new CheckResult(name, Severity.WARN, violations, rows, hint);
  }

  public boolean passed() {
    return violations == 0;
  }

  public boolean stops() {
    return !passed() && severity == Severity.FAIL;
  }
}

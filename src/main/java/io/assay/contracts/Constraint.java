package io.assay.contracts;

/**
 * A rule that every row of a table obeys.
 *
 * @param name short name, unique within the table
 * @param sql Spark SQL that is true (or null) for a row that obeys
 * @param severity what a violation does
 * @param hint what a violation usually means, for the person who reads the failed check
 */
public record Constraint(String name, String sql, Severity severity, String hint) {

  /** What a violation does: stop the publication, or only be recorded. */
  public enum Severity {
    FAIL,
    WARN
  }

  public static Constraint fail(String name, String sql, String hint) {
    return new Constraint(name, sql, Severity.FAIL, hint);
  }

  public static Constraint warn(String name, String sql, String hint) {
    return new Constraint(name, sql, Severity.WARN, hint);
  }
}

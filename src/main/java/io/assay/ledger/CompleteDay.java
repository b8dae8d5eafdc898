package io.assay.ledger;

import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.lake.LakeSql;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A day each of whose jobs has succeeded, in one run or one by one, and the versions in which they
 * published its tables the last time they did. While one of several jobs is made again, its table
 * is newer than those that were made of the one before.
 *
 * @param asOf the day
 * @param tables layer and name of each table to what was published
 * @param sql the query that told it, as anybody can run it
 */
public record CompleteDay(LocalDate asOf, Map<String, DayTable> tables, String sql) {

  /**
   * A table of the day.
   *
   * @param version that holds it
   * @param rows of the day
   */
  public record DayTable(long version, long rows) {}

  private static final String SQL =
      """
      WITH succeeded AS (
        SELECT as_of, job, max_by(run_id, started_at) AS run_id
        FROM {ops.run}
        WHERE outcome = 'succeeded' AND job IN (%s)%s
        GROUP BY as_of, job
      ), complete AS (
        SELECT as_of FROM succeeded
        GROUP BY as_of HAVING count(*) = %d
        ORDER BY as_of DESC LIMIT 1
      )
      SELECT p.as_of, p.table_name, max(p.version) AS version, max_by(p.rows, p.version) AS rows
      FROM {ops.publication} p
      JOIN succeeded s ON s.run_id = p.run_id AND s.job = p.job AND s.as_of = p.as_of
      JOIN complete c ON c.as_of = p.as_of
      GROUP BY p.as_of, p.table_name
      ORDER BY p.table_name""";

  /**
   * Looks a day up. Cost: one query of the ledger, two where the day is not complete.
   *
   * @param ledger opens the ledger's tables
   * @param jobs all that belong to a day
   * @param asOf the day; null for the newest that is complete
   * @throws UserError if the day is not complete, or none is
   */
  public static CompleteDay find(LakeSql ledger, List<String> jobs, LocalDate asOf) {
    ledger.open(OpsTables.RUN);
    ledger.open(OpsTables.PUBLICATION);
    CompleteDay day = read(ledger, jobs, asOf);
    if (day != null) {
      return day;
    }
    CompleteDay newest = asOf == null ? null : read(ledger, jobs, null);
    if (newest == null) {
      throw new UserError(
          "lake " + ledger.lake().root() + " has no complete day yet",
          "Make one first: jobs/assay run --as-of DATE --lake DIR.");
    }
    throw new UserError(
        "lake " + ledger.lake().root() + " has no complete run of " + asOf,
        "The newest complete day is "
            + newest.asOf()
            + "; or make this one: jobs/assay run --as-of "
            + asOf
            + " --lake DIR.");
  }

  private static CompleteDay read(LakeSql ledger, List<String> jobs, LocalDate asOf) {
    String sql =
        SQL.formatted(
            jobs.stream().map(LakeSql::literal).collect(Collectors.joining(", ")),
            asOf == null ? "" : " AND as_of = " + LakeSql.literal(asOf),
            jobs.size());
    LocalDate day = null;
    Map<String, DayTable> tables = new LinkedHashMap<>();
    for (Row row : ledger.rows(sql)) {
      day = LocalDate.parse(row.get(0).toString());
      tables.put(row.getString(1), new DayTable(row.getLong(2), row.getLong(3)));
    }
    return day == null ? null : new CompleteDay(day, tables, ledger.shown(sql));
  }

  /**
   * A table of the day.
   *
   * @throws UserError if the day was made by a version of the application that had none
   */
  public DayTable of(Table table) {
    DayTable held = tables.get(table.id());
    if (held == null) {
      throw new UserError(
          asOf
              + " has no "
              + table.id()
              + ": nothing was delivered for it, or another version of assay made the day",
          "Deliver what it is made of, or make the day again: jobs/assay run --as-of "
              + asOf
              + " --lake DIR.");
    }
    return held;
  }
}

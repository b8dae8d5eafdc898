package io.assay.reporting.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * What the tables say of an account, and the queries that told it.
 *
 * @param account whom it is about
 * @param asOf the day
 * @param answers the rows of each query
 * @param queries all of them in the order of the page, as anybody can run them
 */
public record AccountPage(
    FoundAccount account,
    LocalDate asOf,
    Map<PageQuery, List<Row>> answers,
    List<ShownQuery> queries) {

  /**
   * A query for people.
   *
   * @param title what it tells
   * @param sql runs as it is
   */
  public record ShownQuery(String title, String sql) {}

  public List<Row> rows(PageQuery query) {
    return answers.get(query);
  }

  /** The one row of a query that has at most one; null where there is none. */
  public Row row(PageQuery query) {
    List<Row> rows = answers.get(query);
    return rows.isEmpty() ? null : rows.get(0);
  }
}

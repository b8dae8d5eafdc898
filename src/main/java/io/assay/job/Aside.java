package io.assay.job;

import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * What is done with rows on their way into a table, in the scan that writes them: some are only
 * counted.
 *
 * @param kept true for the rows that are written, false for the others; null if all are
 * @param counts aggregates over all rows, by name; over columns that the table need not have
 */
public record Aside(Column kept, Map<String, Column> counts) {
  /** All rows are written, and nothing else is counted. */
  public static final Aside NOTHING = new Aside(null, Map.of());
}

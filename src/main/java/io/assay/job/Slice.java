package io.assay.job;

import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The part of a table that one run replaces: one value of each partition column, given by the
 * operator and never derived from data.
 *
 * @param values partition column to value, a {@link LocalDate} or a text
 */
public record Slice(Map<String, Object> values) {
  private static final String CRAWL_ID = "crawl_id";
  private static final String CRAWL_DATE = "crawl_date";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** The slice of a day. */
  public static Slice of(LocalDate asOf) {
    return new Slice(Map.of("as_of", asOf));
  }

  /** The slice of a day in a table that names its day otherwise. */
  public static Slice of(Table table, LocalDate day) {
    return new Slice(Map.of(table.dayColumn(), day));
  }

  /** The day, of a slice that is one; null for a delivery. */
  public LocalDate day() {
    return values.size() == 1 && values.values().iterator().next() instanceof LocalDate day
        ? day
        : null;
  }

  /**
   * The slice of a delivery.
   *
   * @throws UserError if the name could not stand in a path and in SQL as it is
   */
  public static Slice of(String crawlId, LocalDate crawlDate) {
    if (!NAME.matcher(crawlId).matches()) {
      throw new UserError(
          "crawl id '" + crawlId + "' is not usable",
          "Use 1 to 100 letters, digits, dots, dashes and underscores, starting with a letter or"
              + " digit.");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(CRAWL_ID, crawlId);
    values.put(CRAWL_DATE, crawlDate);
    return new Slice(values);
  }

  /** The slice of a delivery that was written by {@link #toString}. */
  public static Slice ofDelivery(String written) {
    String[] parts = written.split("/");
    return of(value(parts[0]), LocalDate.parse(value(parts[1])));
  }

  private static String value(String part) {
    return part.substring(part.indexOf('=') + 1);
  }

  /** The delivery's name. */
  public String crawlId() {
    return (String) values.get(CRAWL_ID);
  }

  /** The delivery's day. */
  public LocalDate crawlDate() {
    return (LocalDate) values.get(CRAWL_DATE);
  }

  /** SQL that is true for the slice's rows. */
  public String predicate() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + " = " + literal(e.getValue()))
        .collect(Collectors.joining(" AND "));
  }

  /** Partition columns and their values as a table's files state them. */
  public Map<String, String> partition() {
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
  }

  /** The rows with the slice's columns filled in. */
  public Dataset<Row> fill(Dataset<Row> rows) {
    Dataset<Row> filled = rows;
    for (Map.Entry<String, Object> e : values.entrySet()) {
      filled = filled.withColumn(e.getKey(), functions.expr(literal(e.getValue())));
    }
    return filled;
  }

  private static String literal(Object value) {
    return value instanceof LocalDate date ? "DATE'" + date + "'" : "'" + value + "'";
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("/"));
  }
}

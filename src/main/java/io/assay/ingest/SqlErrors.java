package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.UserError;
import java.time.DateTimeException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkRuntimeException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.SparkUpgradeException;

/** What Spark says about an expression, for the person who wrote it. */
final class SqlErrors {

  private static final Pattern LITERAL = Pattern.compile("'[^']+'");

  private SqlErrors() {}

  /**
   * The failure of a function on a value, as a mistake of the mapping; null if a failure is
   * another.
   *
   * @param feed the feed that was read
   */
  static UserError thrownBy(Mapping mapping, Feed feed, Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      boolean ofValue =
          t instanceof ArithmeticException
              || t instanceof DateTimeException
              || t instanceof ArrayIndexOutOfBoundsException
              || t instanceof NumberFormatException
              || t instanceof SparkRuntimeException
              || t instanceof SparkUpgradeException;
      if (t instanceof SparkUpgradeException && column(mapping, feed, t) != null) {
        return new UserError(
            "mapping file "
                + mapping.file()
                + ", feed "
                + feed.name()
                + ", column "
                + column(mapping, feed, t)
                + ": Spark cannot use this pattern for times: "
                + reason(t),
            "Take another pattern, or twitter_time(...) for times such as Fri May 29 12:52:04 +0000"
                + " 2020; src/docs/mappings.md lists what reads which times.",
            failure);
      }
      if (ofValue && t instanceof SparkThrowable) {
        return new UserError(
            "mapping file "
                + mapping.file()
                + ", feed "
                + feed.name()
                + ": an expression fails on a record: "
                + reason(t),
            "Use a function's try_ form, such as try_to_timestamp or try_element_at: then an odd"
                + " value costs its record and not the run.",
            failure);
      }
    }
    return null;
  }

  /** The column, and its pattern, of which a failure speaks; null if it speaks of none. */
  private static String column(Mapping mapping, Feed feed, Throwable failure) {
    String told = String.valueOf(failure.getMessage());
    for (Mapping.Source source : mapping.byFeed().get(feed)) {
      for (Map.Entry<String, String> column : source.columns().entrySet()) {
        Matcher literal = LITERAL.matcher(column.getValue());
        while (literal.find()) {
          if (told.contains(literal.group())) {
            return column.getKey() + ", pattern " + literal.group();
          }
        }
      }
    }
    return null;
  }

  /** The first line that says something: Spark adds the plan below it. */
  static String reason(Throwable e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse(e.getClass().getSimpleName());
  }
}

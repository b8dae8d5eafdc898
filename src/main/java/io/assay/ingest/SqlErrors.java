package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.UserError;
import java.time.DateTimeException;
import org.apache.spark.SparkRuntimeException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.SparkUpgradeException;

/** What Spark says about an expression, for the person who wrote it. */
final class SqlErrors {

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

package io.assay.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Constraint;
import io.assay.contracts.Constraint.Severity;
import io.assay.contracts.Field;
import io.assay.contracts.Table;
import io.assay.job.CheckResult;
import io.assay.statistics.KeyRepeats;
import io.assay.statistics.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;

/** All checks of a table as aggregates of one scan: rows, required columns, constraints, hash. */
final class TableChecks {
  private static final String ROWS = "rows";
  private static final String KEY_REPEATS = "key_repeats";

  private TableChecks() {}

  /**
   * Aggregates by name, to be observed while the table is written.
   *
   * @param few whether so few rows are expected that their keys can be compared meanwhile
   * @param kept true for the rows that are written; null if all are
   */
  static Map<String, Column> aggregates(Table table, boolean few, Column kept) {
    UnaryOperator<Column> counted = value -> kept == null ? value : when(kept, value);
    Map<String, Column> all = new LinkedHashMap<>();
    all.put(ROWS, count(counted.apply(lit(1))));
    for (Field field : table.fields()) {
      if (field.required()) {
        all.put(requiredName(field), violations(field.col().isNotNull(), counted));
      }
    }
    for (Constraint constraint : table.constraints()) {
      all.put(constraint.name(), violations(expr(constraint.sql()), counted));
    }
    all.putAll(ContentHash.aggregates(table, counted));
    List<String> key = keyWithinSlice(table);
    if (few && !key.isEmpty()) {
      all.put(
          KEY_REPEATS,
          udaf(new KeyRepeats(), Encoders.LONG()).apply(counted.apply(Keys.hash(key))));
    }
    return all;
  }

  /** The key's columns that differ within a slice. */
  static List<String> keyWithinSlice(Table table) {
    List<String> key = new ArrayList<>(table.key());
    key.removeAll(table.partitionBy());
    return key;
  }

  /** Whether it is known that no two rows share their key; of many rows it is not. */
  static boolean keysDiffer(Map<String, Object> observed) {
    return Long.valueOf(0).equals(observed.get(KEY_REPEATS));
  }

  /** A rule that is null for a row is obeyed by it, as in SQL's CHECK. */
  private static Column violations(Column rule, UnaryOperator<Column> counted) {
    return coalesce(sum(counted.apply(when(not(coalesce(rule, lit(true))), 1L))), lit(0L));
  }

  static long rows(Map<String, Object> observed) {
    return (Long) observed.get(ROWS);
  }

  static String contentHash(Map<String, Object> observed) {
    return ContentHash.of(rows(observed), observed);
  }

  /** The checks' outcome; the key's is added by the caller, who has to read the rows for it. */
  static List<CheckResult> results(Table table, Map<String, Object> observed) {
    long rows = rows(observed);
    List<CheckResult> results = new ArrayList<>();
    for (Field field : table.fields()) {
      if (field.required()) {
        results.add(
            new CheckResult(
                requiredName(field),
                Severity.FAIL,
                (Long) observed.get(requiredName(field)),
                rows,
                "every row states " + field.name() + ": " + field.comment()));
      }
    }
    for (Constraint constraint : table.constraints()) {
      results.add(
          new CheckResult(
              constraint.name(),
              constraint.severity(),
              (Long) observed.get(constraint.name()),
              rows,
              constraint.hint()));
    }
    return results;
  }

  private static String requiredName(Field field) {
    return field.name() + "_required";
  }
}

package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.lake.delta.Partitions;
import io.assay.lake.delta.TableState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Queries that are both run and shown to people. They are written with tables in braces, {@code
 * {gold.account_evidence}}; run, they read rows that were opened without a Spark job; shown, they
 * name the table's path and version, and give whoever runs them in Spark the same rows.
 */
public final class LakeSql {
  private static final Pattern TABLE = Pattern.compile("\\{([a-z]+\\.[a-z_]+)}");

  private final SparkSession spark;
  private final Lake lake;
  private final Map<String, String> references = new LinkedHashMap<>();

  public LakeSql(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  public Lake lake() {
    return lake;
  }

  /** Opens a table that only grows, as it is now. */
  public void open(Table table) {
    hold(table, OpsTable.read(spark, lake, table), "");
  }

  /**
   * Opens a day of a table as it was in a version. Of a version that the table's log has forgotten
   * the newest is read: another day's publication left this one as it was.
   */
  public void open(Table table, LocalDate day, long version) {
    String path = lake.path(table);
    TableState newest = TableState.of(spark, path);
    if (newest.version() == version) {
      hold(
          table,
          newest.rows(newest.files(Partitions.ofDays(table.dayColumn(), day, day))),
          versionAsOf(version));
      return;
    }
    List<Long> remembered = lake.log(table.id()).versions();
    boolean forgotten = remembered.isEmpty() || remembered.get(0) > version;
    long read = forgotten ? newest.version() : version;
    hold(
        table,
        spark.read().format("delta").option("versionAsOf", read).load(path),
        versionAsOf(read));
  }

  /** The rows of a table that was opened. */
  public Dataset<Row> opened(Table table) {
    return spark.table(view(table.id()));
  }

  private static String versionAsOf(long version) {
    return " VERSION AS OF " + version;
  }

  private void hold(Table table, Dataset<Row> rows, String version) {
    rows.createOrReplaceTempView(view(table.id()));
    references.put(table.id(), "delta.`" + lake.path(table).replace("`", "``") + "`" + version);
  }

  private static String view(String table) {
    return "assay_" + table.replace('.', '_');
  }

  /** The rows of a query that bounds them itself. */
  public List<Row> rows(String sql) {
    return spark.sql(TABLE.matcher(sql).replaceAll(found -> view(known(found)))).collectAsList();
  }

  /** The query as anybody can run it. */
  public String shown(String sql) {
    return TABLE
        .matcher(sql)
        .replaceAll(found -> Matcher.quoteReplacement(references.get(known(found))));
  }

  private String known(MatchResult found) {
    if (!references.containsKey(found.group(1))) {
      throw new IllegalStateException(found.group(1) + " was not opened");
    }
    return found.group(1);
  }

  /**
   * A text as SQL, whatever it holds: all but letters, digits and a few signs stands as its code,
   * so that it ends no quotation, names no variable and moves no cursor.
   */
  public static String literal(String text) {
    StringBuilder sql = new StringBuilder("'");
    for (char c : text.toCharArray()) {
      if (Character.isLetterOrDigit(c) || " ._-@:/".indexOf(c) >= 0) {
        sql.append(c);
      } else {
        sql.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return sql.append('\'').toString();
  }

  /** A day as SQL. */
  public static String literal(LocalDate day) {
    return "DATE'" + day + "'";
  }
}

package io.assay.bench;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether figures computed in other ways are ours, to {@link #TOLERANCE}. */
final class Agreement {
  static final double TOLERANCE = 1e-9;

  private Agreement() {}

  /**
   * @param theirs result of {@link EngagementSql#accounts}
   * @param ours {@code gold.account_engagement} of the day
   */
  static void ofAccounts(String engine, Dataset<Row> theirs, Dataset<Row> ours) {
    List<Column> columns = new ArrayList<>(List.of(col("platform"), col("account_id")));
    List<Column> expected = new ArrayList<>(columns);
    columns.add(col("posts_counted"));
    expected.add(col("posts_counted"));
    for (String metric : EngagementSql.METRICS) {
      List<String> names = List.of(metric + "_p25", metric, metric + "_p75");
      for (int i = 0; i < names.size(); i++) {
        columns.add(element_at(col(metric), i + 1).as("q" + columns.size()));
        expected.add(col(names.get(i)).as("q" + expected.size()));
      }
    }
    require(
        engine + ": accounts",
        theirs.select(columns.toArray(Column[]::new)),
        ours.where("posts_counted > 0").select(expected.toArray(Column[]::new)),
        2);
  }

  /**
   * @param theirs result of {@link EngagementSql#bands}
   * @param ours {@code gold.band_distribution} of the day
   */
  static void ofBands(String engine, Dataset<Row> theirs, Dataset<Row> ours) {
    List<Column> key =
        List.of(col("platform"), col("scheme"), col("band"), col("metric"), col("n"));
    List<Column> columns = new ArrayList<>(key);
    List<Column> expected = new ArrayList<>(key);
    for (int i = 0; i < EngagementSql.BAND_QUANTILES.size(); i++) {
      columns.add(element_at(col("quantiles"), i + 1).as("q" + columns.size()));
      expected.add(col(EngagementSql.BAND_QUANTILES.get(i)).as("q" + expected.size()));
    }
    Dataset<Row> published = ours.where("media_type = 'all' AND NOT suppressed");
    long least = ours.where("NOT suppressed").selectExpr("min(n)").head().getLong(0);
    require(
        engine + ": bands",
        theirs.where(col("n").geq(least)).select(columns.toArray(Column[]::new)),
        published.select(expected.toArray(Column[]::new)),
        4);
  }

  private static void require(String what, Dataset<Row> theirs, Dataset<Row> ours, int keys) {
    String[] names = theirs.columns();
    Column same = lit(true);
    Column matches = lit(true);
    for (int i = 0; i < names.length; i++) {
      Column a = theirs.col(names[i]);
      Column b = ours.col(names[i]);
      if (i < keys) {
        matches = matches.and(a.equalTo(b));
      }
      Column close = i < keys ? a.equalTo(b) : abs(a.minus(b)).leq(TOLERANCE);
      same = same.and(coalesce(close, a.isNull().and(b.isNull())));
    }
    long all = ours.count();
    long equal = theirs.join(ours, matches, "full_outer").where(same).count();
    long different = theirs.count() - equal;
    if (equal != all || different != 0) {
      throw new IllegalStateException(
          what
              + ": of our "
              + all
              + " rows "
              + equal
              + " agree, "
              + different
              + " of theirs do not");
    }
  }
}

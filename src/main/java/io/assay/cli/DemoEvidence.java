package io.assay.cli;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the demo's lake says of creators, each a row: who is doubted, of what and why. The one place
 * where the demo knows how likelihoods and reasons are stored. A demo's creators are a thousand;
 * they are collected.
 *
 * @param tables rows of the demo's day
 */
record DemoEvidence(Function<Table, Dataset<Row>> tables) {
  private static final String[] KEY = {"platform", "account_id"};

  /**
   * Every creator whose engagement rate is known and of whom some kind of fraud can be judged, the
   * most doubted first.
   */
  List<CreatorDoubt> creators() {
    List<CreatorDoubt> all = new ArrayList<>();
    for (Row row : rows()) {
      Kind most = null;
      for (Kind kind : Kind.values()) {
        if (likelihood(row, kind) != null
            && (most == null || likelihood(row, kind) > likelihood(row, most))) {
          most = kind;
        }
      }
      if (most != null) {
        all.add(
            new CreatorDoubt(
                row.getAs("platform"),
                row.getAs("account_id"),
                row.getAs("handle"),
                row.getAs("followers"),
                most,
                likelihood(row, most),
                row.getAs("flagged"),
                reasons(row, most),
                row.getAs("label"),
                row.getAs("class")));
      }
    }
    all.sort(CreatorDoubt.MOST_DOUBTED);
    return all;
  }

  private static Double likelihood(Row row, Kind kind) {
    return row.getAs(KindColumns.of(kind).likelihood());
  }

  private List<Row> rows() {
    Dataset<Row> creators =
        tables
            .apply(EngagementTables.ACCOUNT_ENGAGEMENT)
            .where("rate_public IS NOT NULL")
            .select("platform", "account_id", "handle", "followers");
    List<Column> judged =
        new ArrayList<>(
            List.of(col("platform"), col("account_id"), col("flagged"), col("reasons")));
    for (Kind kind : Kind.values()) {
      judged.add(col(KindColumns.of(kind).likelihood()));
    }
    Dataset<Row> assessed =
        tables.apply(AssessmentTables.ACCOUNT_ASSESSMENT).select(judged.toArray(Column[]::new));
    Dataset<Row> labels =
        tables.apply(SilverTables.LABEL).select("platform", "account_id", "label", "class");
    return creators.join(assessed, KEY, "inner").join(labels, KEY, "inner").collectAsList();
  }

  /** What the assessment itself gives as reasons for a kind, in its order. */
  private static List<DemoFinding> reasons(Row row, Kind kind) {
    List<Row> reasons = row.getList(row.fieldIndex("reasons"));
    return reasons.stream()
        .filter(reason -> reason.<String>getAs("kind").equals(kind.title()))
        .map(reason -> new DemoFinding(reason.getAs("sentence"), reason.getAs("benign")))
        .toList();
  }
}

package io.assay.cli;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the demo's lake says of creators, each a row: who is doubted, of what and why. The one place
 * where the demo knows how likelihoods and findings are stored. A demo's creators are a thousand;
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
                row.getAs("account_id"),
                row.getAs("handle"),
                row.getAs("followers"),
                most,
                likelihood(row, most),
                row.getAs("label"),
                row.getAs("class")));
      }
    }
    all.sort(CreatorDoubt.MOST_DOUBTED);
    return all;
  }

  private static Double likelihood(Row row, Kind kind) {
    return row.getAs(AssessmentTables.likelihoodColumn(kind));
  }

  private List<Row> rows() {
    Dataset<Row> creators =
        tables
            .apply(EngagementTables.ACCOUNT_ENGAGEMENT)
            .where("rate_public IS NOT NULL")
            .select("platform", "account_id", "handle", "followers");
    List<Column> judged = new ArrayList<>(List.of(col("platform"), col("account_id")));
    for (Kind kind : Kind.values()) {
      judged.add(col(AssessmentTables.likelihoodColumn(kind)));
    }
    Dataset<Row> likelihoods =
        tables.apply(AssessmentTables.ACCOUNT_ASSESSMENT).select(judged.toArray(Column[]::new));
    Dataset<Row> labels =
        tables.apply(SilverTables.LABEL).select("platform", "account_id", "label", "class");
    return creators.join(likelihoods, KEY, "inner").join(labels, KEY, "inner").collectAsList();
  }

  /** Findings about creators, the rarest first; those that are evidence of no kind left out. */
  List<DemoFinding> findings(List<CreatorDoubt> creators) {
    List<String> ids = creators.stream().map(CreatorDoubt::accountId).toList();
    // Among the equally rare the first in the list of signals, which begins with the plainest.
    List<String> signals = Signals.ALL.stream().map(Signal::name).toList();
    return tables
        .apply(EvidenceTables.ACCOUNT_EVIDENCE)
        .where(col("account_id").isInCollection(ids))
        .where(col("family").notEqual(Family.CONTEXT.title()))
        .collectAsList()
        .stream()
        .sorted(
            Comparator.comparingDouble((Row row) -> row.<Double>getAs("tail_probability"))
                .thenComparing(row -> signals.indexOf(row.<String>getAs("signal"))))
        .map(DemoEvidence::finding)
        .toList();
  }

  private static DemoFinding finding(Row row) {
    return new DemoFinding(
        row.getAs("account_id"),
        Family.of(row.getAs("family")),
        row.getAs("sentence"),
        row.getAs("benign"));
  }
}

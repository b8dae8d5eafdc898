package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.assay.contracts.ClusterTables;
import io.assay.contracts.Table;
import io.assay.job.RunsSpark;
import io.assay.reporting.html.model.ClusterFacts;
import io.assay.reporting.html.model.ClusterFacts.AlikeAccounts;
import io.assay.reporting.html.model.ReportLimits;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the groups of alike accounts. */
@RunsSpark
final class ClusterReader {
  private ClusterReader() {}

  static ClusterFacts read(FinishedDay day) {
    Table table = ClusterTables.CLUSTER_PROFILE;
    Dataset<Row> all = day.rows(table).orElse(null);
    if (all == null) {
      return new ClusterFacts(ReportCollector.absent(table, day), List.of(), 0, 0);
    }
    Dataset<Row> there = all.where("accounts > 0");
    Row counts = there.agg(expr("count(*)"), expr("count_if(suspicious)")).first();
    List<AlikeAccounts> shown =
        there
            .orderBy(
                col("suspicious").desc(),
                col("accounts").desc(),
                col("platform"),
                col("cluster_id"))
            .limit(ReportLimits.CLUSTERS)
            .collectAsList()
            .stream()
            .map(
                r ->
                    new AlikeAccounts(
                        r.getAs("platform"),
                        r.getAs("cluster_id"),
                        r.getAs("stratum"),
                        r.getAs("name"),
                        r.<Long>getAs("accounts"),
                        r.<Double>getAs("share"),
                        r.<Boolean>getAs("suspicious"),
                        r.getAs("kind"),
                        r.getAs("median_likelihood"),
                        r.getAs("why")))
            .toList();
    return new ClusterFacts(null, shown, counts.getLong(0), counts.getLong(1));
  }
}

package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import io.assay.job.RunsSpark;
import io.assay.reporting.html.model.DoubtFacts;
import io.assay.reporting.html.model.DoubtFacts.DoubtedAccount;
import io.assay.reporting.html.model.DoubtFacts.Reason;
import io.assay.reporting.html.model.DoubtFacts.Unjudged;
import io.assay.reporting.html.model.ReportLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads the doubted accounts that somebody who hires is likeliest to meet: creators, those with
 * most followers first. Whoever is chosen is found by narrow columns; the reasons are read of these
 * alone.
 */
@RunsSpark
final class DoubtReader {
  private static final String[] KEY = {"platform", "account_id"};

  private DoubtReader() {}

  /**
   * @param engagement gold.account_engagement; null where it is not there
   */
  static DoubtFacts read(Dataset<Row> assessment, Dataset<Row> engagement) {
    Dataset<Row> doubted =
        assessment.where("flagged").select("platform", "account_id", "followers");
    doubted =
        engagement == null
            ? doubted.selectExpr(
                "*",
                "false AS creator",
                "CAST(null AS double) AS rate",
                "CAST(null AS double) AS ratio")
            : doubted
                .join(
                    engagement
                        .where("posts_counted > 0")
                        .selectExpr(
                            "platform",
                            "account_id",
                            "rate_public AS rate",
                            "rate_vs_expected AS ratio",
                            "true AS creator"),
                    KEY,
                    "left")
                .withColumn("creator", expr("coalesce(creator, false)"));
    Row counts = doubted.agg(expr("count(*)"), expr("count_if(creator)")).first();
    if (counts.getLong(0) == 0) {
      return new DoubtFacts(List.of(), 0, 0);
    }
    Dataset<Row> chosen =
        doubted
            .orderBy(
                col("creator").desc(),
                col("followers").desc_nulls_last(),
                col("platform"),
                col("account_id"))
            .limit(ReportLimits.DOUBTED)
            .drop("followers");
    List<DoubtedAccount> shown =
        assessment
            .where("flagged")
            .join(broadcast(chosen), KEY)
            .withColumn("likeliest", expr(VerdictReader.likeliest()))
            .orderBy(
                col("creator").desc(),
                col("followers").desc_nulls_last(),
                col("platform"),
                col("account_id"))
            .collectAsList()
            .stream()
            .map(DoubtReader::account)
            .toList();
    return new DoubtFacts(shown, counts.getLong(0), counts.getLong(1));
  }

  private static DoubtedAccount account(Row row) {
    String title = row.getAs("likeliest");
    Kind kind = title == null ? null : Kind.of(title);
    return new DoubtedAccount(
        row.getAs("platform"),
        row.getAs("account_id"),
        row.getAs("handle"),
        row.getAs("followers"),
        row.getAs("band"),
        row.getAs("creator"),
        title,
        kind == null ? null : kind.about(),
        kind == null ? null : row.getAs(KindColumns.of(kind).likelihood()),
        row.getAs("single_family"),
        row.getAs("rate"),
        row.getAs("ratio"),
        decision(row),
        reasons(row),
        unjudged(row));
  }

  private static String decision(Row row) {
    String decision = row.getAs("override_decision");
    String reason = row.getAs("override_reason");
    return decision == null ? null : decision + (reason == null ? "" : ": " + reason);
  }

  /** A finding that speaks for several kinds is told once. */
  private static List<Reason> reasons(Row row) {
    List<Row> reasons = row.getList(row.fieldIndex("reasons"));
    Map<String, Reason> bySentence = new LinkedHashMap<>();
    for (Row r : reasons) {
      String about = Kind.of(r.getAs("kind")).about();
      bySentence.merge(
          r.getAs("sentence"),
          new Reason(about, r.getAs("sentence"), r.getAs("benign")),
          (a, b) -> new Reason(a.about() + ", and " + b.about(), a.sentence(), a.benign()));
    }
    return List.copyOf(bySentence.values());
  }

  private static List<Unjudged> unjudged(Row row) {
    List<Unjudged> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String why = row.getAs(KindColumns.of(kind).reason());
      if (why != null) {
        all.add(new Unjudged(kind.about(), why));
      }
    }
    return all;
  }
}

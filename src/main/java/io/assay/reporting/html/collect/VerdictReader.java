package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import io.assay.job.RunsSpark;
import io.assay.reporting.html.model.VerdictFacts;
import io.assay.reporting.html.model.VerdictFacts.BandVerdicts;
import io.assay.reporting.html.model.VerdictFacts.KindVerdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts verdicts by platform and band, in one scan of gold.account_assessment; its result grows
 * with the bands of the settings, not with accounts.
 */
@RunsSpark
final class VerdictReader {
  private static final int FIXED = 6;

  private VerdictReader() {}

  /** The name of the likeliest kind, as SQL; null where no likelihood is known. */
  static String likeliest() {
    String known =
        Arrays.stream(Kind.values())
            .map(k -> KindColumns.of(k).likelihood())
            .collect(Collectors.joining(", "));
    String pairs =
        Arrays.stream(Kind.values())
            .map(VerdictReader::likelihoodOf)
            .collect(Collectors.joining(", "));
    return "if(coalesce(" + known + ") IS NULL, NULL, array_max(array(" + pairs + ")).kind)";
  }

  /** Equal likelihoods are told apart by the name; an unknown one is below all. */
  private static String likelihoodOf(Kind kind) {
    String likelihood = KindColumns.of(kind).likelihood();
    return "named_struct('p', coalesce(" + likelihood + ", -1D), 'kind', '" + kind.title() + "')";
  }

  static VerdictFacts read(Dataset<Row> assessment) {
    List<Column> counts = new ArrayList<>();
    counts.add(expr("count(*) AS accounts"));
    counts.add(expr("count_if(flagged) AS doubted"));
    counts.add(expr("count_if(NOT flagged AND authenticity IS NULL) AS silent"));
    counts.add(expr("max(flag_at_least) AS flag_at_least"));
    for (Kind kind : Kind.values()) {
      counts.add(expr("count_if(flagged AND likeliest = '" + kind.title() + "')"));
      counts.add(expr("count(" + KindColumns.of(kind).likelihood() + ")"));
    }
    List<Row> rows =
        assessment
            .withColumn("likeliest", expr(likeliest()))
            .groupBy("platform", "band")
            .agg(expr("min(followers) AS least"), counts.toArray(Column[]::new))
            .orderBy(col("platform"), col("least").asc_nulls_last(), col("band"))
            .collectAsList();
    return facts(rows);
  }

  private static VerdictFacts facts(List<Row> rows) {
    List<BandVerdicts> bands = new ArrayList<>();
    long[] doubted = new long[Kind.values().length];
    long[] assessed = new long[doubted.length];
    long all = 0;
    double flagAtLeast = 0;
    for (Row row : rows) {
      long accounts = row.getAs("accounts");
      long flagged = row.getAs("doubted");
      long silent = row.getAs("silent");
      bands.add(
          new BandVerdicts(
              row.getString(0), row.getString(1), accounts - flagged - silent, flagged, silent));
      all += accounts;
      flagAtLeast = Math.max(flagAtLeast, row.<Double>getAs("flag_at_least"));
      for (int k = 0; k < doubted.length; k++) {
        doubted[k] += row.getLong(FIXED + 1 + 2 * k);
        assessed[k] += row.getLong(FIXED + 2 + 2 * k);
      }
    }
    List<KindVerdicts> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int k = kind.ordinal();
      kinds.add(
          new KindVerdicts(kind.title(), kind.about(), doubted[k], assessed[k], all - assessed[k]));
    }
    return new VerdictFacts(bands, kinds, flagAtLeast);
  }
}

package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.Table;
import io.assay.job.RunsSpark;
import io.assay.reporting.html.model.ReportLimits;
import io.assay.reporting.html.model.SizeCurve;
import io.assay.reporting.html.model.SizeCurve.CurveBin;
import io.assay.reporting.html.model.SizeCurve.RateCell;
import io.assay.reporting.html.model.SizeCurve.Standout;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads how engagement falls with size. All accounts that have a rate are counted in cells of equal
 * width in the logarithms of followers and rate, so the picture is as large at a hundred accounts
 * as at ten million.
 */
@RunsSpark
final class CurveReader {
  /** Cells a tenfold of followers, and a tenfold of the rate. */
  private static final int PER_DECADE = 6;

  private CurveReader() {}

  static SizeCurve read(FinishedDay day, Dataset<Row> assessment) {
    Table curve = EngagementTables.EXPECTED_ENGAGEMENT;
    Table accounts = EngagementTables.ACCOUNT_ENGAGEMENT;
    Dataset<Row> bins = day.rows(curve).orElse(null);
    Dataset<Row> engagement = day.rows(accounts).orElse(null);
    if (bins == null || engagement == null) {
      return new SizeCurve(
          ReportCollector.absent(bins == null ? curve : accounts, day),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    List<Standout> far = far(engagement, assessment);
    Comparator<Standout> ratio = Comparator.comparingDouble(Standout::ratio);
    return new SizeCurve(
        null,
        bins(bins),
        cells(engagement),
        first(far, ratio.reversed(), s -> s.ratio() > 1 && !s.doubted()),
        first(far, ratio.reversed(), s -> s.ratio() > 1 && s.doubted()),
        first(far, ratio, s -> s.ratio() < 1));
  }

  private static List<CurveBin> bins(Dataset<Row> bins) {
    return bins
        .where("media_type = 'all'")
        .orderBy("platform", "bin")
        .limit(ReportLimits.CURVE_BINS)
        .collectAsList()
        .stream()
        .map(
            r ->
                new CurveBin(
                    r.getAs("platform"),
                    r.<Long>getAs("followers_low"),
                    r.<Long>getAs("followers_high"),
                    r.<Long>getAs("n"),
                    r.getAs("followers_median"),
                    r.getAs("rate_median"),
                    r.getAs("reason")))
        .toList();
  }

  private static List<RateCell> cells(Dataset<Row> engagement) {
    return engagement
        .where("rate_public > 0 AND followers > 0")
        .groupBy(col("platform"), cell("followers").as("f"), cell("rate_public").as("r"))
        .agg(expr("count(*) AS n"))
        .orderBy(col("n").desc(), col("platform"), col("f"), col("r"))
        .limit(ReportLimits.CELLS)
        .collectAsList()
        .stream()
        .map(
            r ->
                new RateCell(
                    r.getString(0), middle(r.getLong(1)), middle(r.getLong(2)), r.getLong(3)))
        .toList();
  }

  private static Column cell(String column) {
    return expr("floor(log10(" + column + ") * " + PER_DECADE + ")");
  }

  private static double middle(long cell) {
    return Math.pow(10, (cell + 0.5) / PER_DECADE);
  }

  /** Accounts that lie farthest above the curve, and below it. */
  private static List<Standout> far(Dataset<Row> engagement, Dataset<Row> assessment) {
    Dataset<Row> rated =
        engagement
            .where("rate_vs_expected IS NOT NULL AND rate_public IS NOT NULL")
            .select(
                "platform",
                "account_id",
                "handle",
                "followers",
                "rate_public",
                "expected_rate",
                "rate_vs_expected");
    Column[] ties = {col("platform"), col("account_id")};
    Dataset<Row> above =
        rated.orderBy(col("rate_vs_expected").desc(), ties[0], ties[1]).limit(ReportLimits.FAR);
    Dataset<Row> below =
        rated.orderBy(col("rate_vs_expected"), ties[0], ties[1]).limit(ReportLimits.STANDOUTS);
    Dataset<Row> judged = assessment.select("platform", "account_id", "flagged", "authenticity");
    return broadcast(above.union(below).distinct())
        .join(judged, new String[] {"platform", "account_id"})
        .collectAsList()
        .stream()
        .map(
            r ->
                new Standout(
                    r.getAs("platform"),
                    r.getAs("account_id"),
                    r.getAs("handle"),
                    r.getAs("followers"),
                    r.<Double>getAs("rate_public"),
                    r.<Double>getAs("expected_rate"),
                    r.<Double>getAs("rate_vs_expected"),
                    Boolean.TRUE.equals(r.<Boolean>getAs("flagged")),
                    r.getAs("authenticity")))
        .toList();
  }

  private static List<Standout> first(
      List<Standout> far, Comparator<Standout> order, Predicate<Standout> of) {
    return far.stream()
        .filter(of)
        .sorted(order.thenComparing(Standout::platform).thenComparing(Standout::accountId))
        .limit(ReportLimits.STANDOUTS)
        .toList();
  }
}

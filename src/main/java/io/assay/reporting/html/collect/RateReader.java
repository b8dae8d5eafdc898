package io.assay.reporting.html.collect;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.Table;
import io.assay.job.RunsSpark;
import io.assay.reporting.html.model.RateFacts;
import io.assay.reporting.html.model.RateFacts.BandRates;
import io.assay.reporting.html.model.RateFacts.ClaimRates;
import io.assay.reporting.html.model.ReportLimits;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads how engagement per follower is distributed by band, and what others claim of it. */
@RunsSpark
final class RateReader {
  private RateReader() {}

  static RateFacts read(FinishedDay day, String defaultScheme) {
    Table table = EngagementTables.BAND_DISTRIBUTION;
    Dataset<Row> all = day.rows(table).orElse(null);
    if (all == null) {
      return new RateFacts(
          ReportCollector.absent(table, day), List.of(), 0, List.of(), 0, defaultScheme);
    }
    Dataset<Row> bands = all.where("metric = 'rate_public' AND media_type = 'all'");
    List<BandRates> shown =
        bands
            .orderBy("platform", "scheme", "band_order")
            .limit(ReportLimits.BANDS)
            .collectAsList()
            .stream()
            .map(RateReader::band)
            .toList();
    Dataset<Row> claims =
        day.rows(EngagementTables.BENCHMARK)
            .map(rows -> rows.where("metric = 'rate_public'"))
            .orElse(null);
    List<ClaimRates> claimed =
        claims == null
            ? List.of()
            : claims
                .orderBy("platform", "scheme", "claim", "band_order")
                .limit(ReportLimits.CLAIMS)
                .collectAsList()
                .stream()
                .map(RateReader::claim)
                .toList();
    return new RateFacts(
        null,
        shown,
        shown.size() < ReportLimits.BANDS ? shown.size() : bands.count(),
        claimed,
        claimed.size() < ReportLimits.CLAIMS ? claimed.size() : claims.count(),
        defaultScheme);
  }

  private static BandRates band(Row r) {
    return new BandRates(
        r.getAs("platform"),
        r.getAs("scheme"),
        r.getAs("band"),
        r.<Long>getAs("lower"),
        r.getAs("upper"),
        r.<Long>getAs("n"),
        r.getAs("p05"),
        r.getAs("p25"),
        r.getAs("median"),
        r.getAs("p75"),
        r.getAs("p95"),
        r.getAs("median_low"),
        r.getAs("median_high"));
  }

  private static ClaimRates claim(Row r) {
    return new ClaimRates(
        r.getAs("statement"),
        r.getAs("source"),
        r.getAs("platform"),
        r.getAs("scheme"),
        r.getAs("band"),
        r.<Double>getAs("claim_low"),
        r.getAs("claim_high"),
        r.<Long>getAs("n"),
        r.getAs("median"),
        r.getAs("share_below"),
        r.getAs("share_within"),
        r.getAs("share_above"));
  }
}

package io.assay.bench;

import io.assay.settings.BandSettings.Band;
import io.assay.settings.BandSettings.Scheme;
import io.assay.settings.EngagementSettings;
import io.assay.settings.Settings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The engagement of accounts and of follower bands in plain SQL, as one would write it in an
 * afternoon: medians and quartiles of the three rates by account, and from these the distribution
 * over the bands of every scheme. Kinds of post, intervals, peers, the curve and claims are left
 * out: this asks for less than the job does.
 *
 * @param dialect whose SQL
 * @param day the day that is measured
 */
record EngagementSql(Dialect dialect, Settings settings, LocalDate day) {

  /** Where the two engines speak differently. */
  enum Dialect {
    SPARK(
        "unix_micros(%s)",
        "percentile(%s, array(%s))",
        "%s[%d]",
        0,
        "array_min(transform(follower_history, h -> struct(abs(unix_micros(h.crawled_at) -"
            + " posted), h.crawled_at, h.followers))).followers",
        "try_element_at(follower_history, -1).followers"),
    DUCKDB(
        "epoch_us(%s)",
        "quantile_cont(%s, [%s])",
        "%s[%d]",
        1,
        "list_aggregate(list_transform(follower_history, lambda h: {'distance':"
            + " abs(epoch_us(h.crawled_at) - posted), 'at': h.crawled_at, 'followers':"
            + " h.followers}), 'min').followers",
        "follower_history[-1].followers");

    private final String micros;
    private final String quantiles;
    private final String element;
    private final int first;
    private final String nearest;
    private final String last;

    Dialect(
        String micros, String quantiles, String element, int first, String nearest, String last) {
      this.micros = micros;
      this.quantiles = quantiles;
      this.element = element;
      this.first = first;
      this.nearest = nearest;
      this.last = last;
    }
  }

  static final List<String> METRICS = List.of("rate_public", "rate_total", "rate_view");
  static final List<String> BAND_QUANTILES =
      List.of("p05", "p10", "p25", "median", "p75", "p90", "p95");

  /** Rates by account, from the tables {@code post} and {@code account}. */
  String accounts() {
    EngagementSettings engagement = settings.engagement();
    long end =
        TimeUnit.SECONDS.toMicros(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    long start = end - TimeUnit.DAYS.toMicros(engagement.windowDays());
    String posted = String.format(dialect.micros, "posted_at");
    String crawled = String.format(dialect.micros, "crawled_at");
    List<String> quartiles = new ArrayList<>();
    for (String metric : METRICS) {
      String enough = "CASE WHEN count(" + metric + ") >= " + engagement.minPosts() + " THEN ";
      quartiles.add(enough + quantiles(metric, "0.25, 0.5, 0.75") + " END AS " + metric);
    }
    return "WITH counted AS (SELECT platform, account_id, "
        + posted
        + " AS posted, likes, comments, shares, saves, views FROM post WHERE "
        + posted
        + " >= "
        + start
        + " AND "
        + posted
        + " < "
        + end
        + " AND "
        + crawled
        + " - "
        + posted
        + " >= "
        + TimeUnit.HOURS.toMicros(engagement.settleHours())
        + "), shown AS (SELECT platform, "
        + shown("shares")
        + ", "
        + shown("saves")
        + " FROM counted GROUP BY platform), known AS (SELECT platform, account_id, coalesce(followers, "
        + dialect.last
        + ") AS followers, follower_history FROM account), engaged AS (SELECT c.platform,"
        + " c.account_id, likes + comments AS public, likes + comments + CASE WHEN shares_shown"
        + " THEN shares ELSE 0 END + CASE WHEN saves_shown THEN saves ELSE 0 END AS total,"
        + " nullif(views, 0) AS views, nullif(coalesce("
        + dialect.nearest
        + ", followers), 0) AS audience FROM counted c JOIN shown s ON s.platform = c.platform"
        + " LEFT JOIN known k ON k.platform = c.platform AND k.account_id = c.account_id),"
        + " rated AS (SELECT platform, account_id, public / audience AS rate_public, total /"
        + " audience AS rate_total, total / views AS rate_view FROM engaged) SELECT platform,"
        + " account_id, count(*) AS posts_counted, "
        + String.join(", ", quartiles)
        + " FROM rated GROUP BY platform, account_id";
  }

  /** Distributions by band, from {@code rates}, which holds {@link #accounts}, and account. */
  String bands() {
    List<String> values = new ArrayList<>();
    for (String metric : METRICS) {
      String median = String.format(dialect.element, metric, dialect.first + 1);
      values.add(
          "SELECT r.platform, '"
              + metric
              + "' AS metric, coalesce(a.followers, "
              + dialect.last
              + ") AS followers, "
              + median
              + " AS rate FROM rates r JOIN account a ON a.platform = r.platform AND a.account_id ="
              + " r.account_id WHERE "
              + metric
              + " IS NOT NULL");
    }
    List<String> bands = new ArrayList<>();
    for (Scheme scheme : settings.bands().schemes()) {
      for (Band band : scheme.bands()) {
        long upper = band.upper() == null ? Long.MAX_VALUE : band.upper();
        bands.add(
            "('"
                + scheme.name()
                + "', '"
                + band.name()
                + "', "
                + band.lower()
                + ", "
                + upper
                + ")");
      }
    }
    return "WITH measured AS ("
        + String.join(" UNION ALL ", values)
        + ") SELECT platform, scheme, band, metric, count(*) AS n, "
        + quantiles("rate", "0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95")
        + " AS quantiles FROM measured JOIN (VALUES "
        + String.join(", ", bands)
        + ") AS b(scheme, band, lower_end, upper_end) ON followers >= lower_end AND followers <"
        + " upper_end GROUP BY platform, scheme, band, metric";
  }

  private String shown(String counter) {
    return "count("
        + counter
        + ") > 0 AND count("
        + counter
        + ") >= count(*) * "
        + settings.engagement().shownShare()
        + " AS "
        + counter
        + "_shown";
  }

  private String quantiles(String value, String probabilities) {
    return String.format(dialect.quantiles, value, probabilities);
  }
}

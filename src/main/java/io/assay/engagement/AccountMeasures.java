package io.assay.engagement;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.statistics.MedianInterval;
import io.assay.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Measures one account's posts: medians and quartiles of the three rates, overall and by kind of
 * post, comments per like and cadence. Its arrays serve one account after the other.
 */
final class AccountMeasures {

  /** Columns of {@code gold.account_engagement} that need the other accounts. */
  private static final Set<String> COMPARED =
      Set.of(
          "band", "expected_rate", "rate_vs_expected", "peer_group", "peer_n", "peer_percentile");

  /** Columns of {@code gold.account_engagement} that are measured here, in their order. */
  static final StructType SCHEMA =
      DataTypes.createStructType(
          EngagementTables.ACCOUNT_ENGAGEMENT.measured().stream()
              .filter(f -> !COMPARED.contains(f.name()))
              .map(f -> DataTypes.createStructField(f.name(), external(f.type()), !f.required()))
              .toArray(StructField[]::new));

  private static final RowLayout LAYOUT = RowLayout.of("a measured account", SCHEMA);
  private static final RowLayout MEDIA =
      RowLayout.elementOf(EngagementTables.ACCOUNT_ENGAGEMENT, "media");

  private static final double MICROS_PER_HOUR = TimeUnit.HOURS.toMicros(1);
  private static final double MICROS_PER_WEEK = TimeUnit.DAYS.toMicros(7);

  private final int minPosts;
  private final PostRates rates = new PostRates();
  private double[] scratch = new double[256];

  AccountMeasures(int minPosts) {
    this.minPosts = minPosts;
  }

  /** Times leave as microseconds: the class Spark wants for them is a matter of its settings. */
  private static DataType external(DataType type) {
    return type.equals(DataTypes.TimestampType) ? DataTypes.LongType : type;
  }

  Row of(Profile profile, AccountPosts posts) {
    rates.of(profile, posts);
    if (scratch.length < posts.size()) {
      scratch = new double[2 * posts.size()];
    }
    TableRow row = LAYOUT.row();
    row.set("platform", profile.platform());
    row.set("account_id", profile.accountId());
    row.set("handle", profile.handle());
    row.set("followers", profile.followers());
    row.set("posts_seen", posts.counted() + posts.unsettled());
    row.set("posts_counted", posts.counted());
    row.set("posts_unsettled", posts.unsettled());
    row.set("posts_sampled_away", posts.counted() - posts.size());
    row.set("posts_hidden_likes", (long) posts.size() - rates.shown(PostBlock.LIKES));
    row.set("hidden_counters", hidden(posts));
    row.set("total_counters", profile.totalCounters());
    boolean assessed = setSpread(row, "rate_public", rates.publicRates(), posts);
    setSpread(row, "rate_total", rates.totalRates(), posts);
    setSpread(row, "rate_view", rates.viewRates(), posts);
    row.set("comments_per_100_likes", rates.commentsPer100Likes());
    setCadence(row, posts, profile.endMicros());
    row.set("media", media(posts));
    row.set("not_assessable_reason", assessed ? null : reason(profile, posts));
    return row.row();
  }

  /** Sets median and quartiles of a rate, of the first also the interval; or nothing. */
  private boolean setSpread(TableRow row, String rate, double[] of, AccountPosts posts) {
    int n = known(of, posts, -1);
    if (n < minPosts) {
      return false;
    }
    row.set(rate, Quantiles.median(scratch, n));
    row.set(rate + "_p25", Quantiles.ofSorted(scratch, n, 0.25));
    row.set(rate + "_p75", Quantiles.ofSorted(scratch, n, 0.75));
    int rank = MedianInterval.lowerRank(n);
    if (rate.equals("rate_public") && rank > 0) {
      row.set("rate_public_low", scratch[rank - 1]);
      row.set("rate_public_high", scratch[n - rank]);
    }
    return true;
  }

  private void setCadence(TableRow row, AccountPosts posts, long endMicros) {
    long counted = posts.counted();
    if (counted > 1) {
      double weeks = Math.max(1, posts.span() / MICROS_PER_WEEK);
      row.set("posts_per_week", (counted - 1) / weeks);
    }
    int n = posts.size();
    if (n > 1 && n == counted) {
      for (int i = 0; i < n; i++) {
        scratch[i] = posts.value(i, PostBlock.AGE);
      }
      Arrays.sort(scratch, 0, n);
      for (int i = 0; i + 1 < n; i++) {
        scratch[i] = scratch[i + 1] - scratch[i];
      }
      row.set("median_gap_hours", Quantiles.median(scratch, n - 1) / MICROS_PER_HOUR);
    }
    if (counted > 0) {
      row.set("last_posted_at", endMicros - posts.youngest());
    }
  }

  private List<Row> media(AccountPosts posts) {
    long[] counts = new long[MediaTypes.count()];
    for (int i = 0; i < posts.size(); i++) {
      counts[(int) posts.value(i, PostBlock.MEDIA)]++;
    }
    List<Row> media = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        media.add(
            MEDIA
                .row()
                .set("media_type", MediaTypes.name(code))
                .set("posts", counts[code])
                .set("rate_public", median(rates.publicRates(), posts, code))
                .set("rate_total", median(rates.totalRates(), posts, code))
                .set("rate_view", median(rates.viewRates(), posts, code))
                .row());
      }
    }
    media.sort(Comparator.comparing(row -> row.getString(0)));
    return media;
  }

  private Double median(double[] of, AccountPosts posts, int media) {
    int n = known(of, posts, media);
    return n < minPosts ? null : Double.valueOf(Quantiles.median(scratch, n));
  }

  /** Copies the known rates of one kind of post (or of all, -1) and counts them. */
  private int known(double[] of, AccountPosts posts, int media) {
    int n = 0;
    for (int i = 0; i < posts.size(); i++) {
      if (!Double.isNaN(of[i]) && (media < 0 || posts.value(i, PostBlock.MEDIA) == media)) {
        scratch[n++] = of[i];
      }
    }
    return n;
  }

  private List<String> hidden(AccountPosts posts) {
    List<String> hidden = new ArrayList<>();
    for (int i = 0; i < PostBlock.COUNTERS.size(); i++) {
      if (posts.size() > 0 && rates.shown(PostBlock.LIKES + i) == 0) {
        hidden.add(PostBlock.COUNTERS.get(i));
      }
    }
    return hidden;
  }

  private String reason(Profile profile, AccountPosts posts) {
    if (posts.counted() + posts.unsettled() == 0) {
      return "no posts in the window";
    }
    if (posts.counted() < minPosts) {
      return posts.counted() + " settled posts, " + minPosts + " needed";
    }
    if (profile.followers() == null) {
      return "followers unknown";
    }
    if (rates.shown(PostBlock.LIKES) < minPosts) {
      return "likes hidden";
    }
    if (rates.showingBoth() < minPosts) {
      return "comments hidden";
    }
    return "no followers";
  }
}

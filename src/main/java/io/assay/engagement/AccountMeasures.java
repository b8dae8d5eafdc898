package io.assay.engagement;

import io.assay.contracts.EngagementTables;
import io.assay.statistics.MedianInterval;
import io.assay.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Measures one account's posts: medians and quartiles of the three rates, overall and by kind of
 * post, comments per like and cadence. Its arrays serve one account after the other.
 */
final class AccountMeasures {

  /** Columns of {@code gold.account_engagement} that are measured here, in this order. */
  static final List<String> COLUMNS =
      List.of(
          "platform",
          "account_id",
          "handle",
          "followers",
          "posts_seen",
          "posts_counted",
          "posts_unsettled",
          "posts_sampled_away",
          "posts_hidden_likes",
          "hidden_counters",
          "total_counters",
          "rate_public",
          "rate_public_p25",
          "rate_public_p75",
          "rate_public_low",
          "rate_public_high",
          "rate_total",
          "rate_total_p25",
          "rate_total_p75",
          "rate_view",
          "rate_view_p25",
          "rate_view_p75",
          "comments_per_100_likes",
          "posts_per_week",
          "median_gap_hours",
          "last_posted_at",
          "media",
          "not_assessable_reason");

  static final StructType SCHEMA =
      DataTypes.createStructType(
          COLUMNS.stream()
              .map(EngagementTables.ACCOUNT_ENGAGEMENT::field)
              .map(f -> DataTypes.createStructField(f.name(), external(f.type()), !f.required()))
              .toArray(StructField[]::new));

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
    List<Object> row = new ArrayList<>(COLUMNS.size());
    row.addAll(
        Arrays.asList(
            profile.platform(), profile.accountId(), profile.handle(), profile.followers()));
    row.add(posts.counted() + posts.unsettled());
    row.add(posts.counted());
    row.add(posts.unsettled());
    row.add(posts.counted() - posts.size());
    row.add((long) posts.size() - rates.shown(PostBlock.LIKES));
    row.add(seq(hidden(posts)));
    row.add(seq(profile.totalCounters()));
    Double assessed = addSpread(row, rates.publicRates(), posts, true);
    addSpread(row, rates.totalRates(), posts, false);
    addSpread(row, rates.viewRates(), posts, false);
    row.add(rates.commentsPer100Likes());
    addCadence(row, posts, profile.endMicros());
    row.add(seq(media(posts)));
    row.add(assessed == null ? reason(profile, posts) : null);
    return RowFactory.create(row.toArray());
  }

  private Double addSpread(List<Object> row, double[] of, AccountPosts posts, boolean interval) {
    int n = known(of, posts, -1);
    if (n < minPosts) {
      row.addAll(Arrays.asList(new Object[interval ? 5 : 3]));
      return null;
    }
    double median = Quantiles.median(scratch, n);
    row.add(median);
    row.add(Quantiles.ofSorted(scratch, n, 0.25));
    row.add(Quantiles.ofSorted(scratch, n, 0.75));
    if (interval) {
      int rank = MedianInterval.lowerRank(n);
      row.add(rank == 0 ? null : scratch[rank - 1]);
      row.add(rank == 0 ? null : scratch[n - rank]);
    }
    return median;
  }

  private void addCadence(List<Object> row, AccountPosts posts, long endMicros) {
    long counted = posts.counted();
    row.add(counted < 2 ? null : (counted - 1) / Math.max(1, posts.span() / MICROS_PER_WEEK));
    int n = posts.size();
    if (n < 2 || n < counted) {
      row.add(null);
    } else {
      for (int i = 0; i < n; i++) {
        scratch[i] = posts.value(i, PostBlock.AGE);
      }
      Arrays.sort(scratch, 0, n);
      for (int i = 0; i + 1 < n; i++) {
        scratch[i] = scratch[i + 1] - scratch[i];
      }
      row.add(Quantiles.median(scratch, n - 1) / MICROS_PER_HOUR);
    }
    row.add(counted == 0 ? null : Long.valueOf(endMicros - posts.youngest()));
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
            RowFactory.create(
                MediaTypes.name(code),
                counts[code],
                median(rates.publicRates(), posts, code),
                median(rates.totalRates(), posts, code),
                median(rates.viewRates(), posts, code)));
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

  /** Spark takes arrays inside rows as Scala sequences. */
  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
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

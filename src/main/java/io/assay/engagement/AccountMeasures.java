package io.assay.engagement;

import io.assay.contracts.EngagementTables;
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
 * What one account's posts come to, a row: medians and quartiles of the three rates, overall and by
 * kind of post, comments per like and cadence. Its arrays serve one account after the other.
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
  private final KnownRates known;

  AccountMeasures(int minPosts) {
    this.minPosts = minPosts;
    this.known = new KnownRates(minPosts);
  }

  /** Times leave as microseconds: the class Spark wants for them is a matter of its settings. */
  private static DataType external(DataType type) {
    return type.equals(DataTypes.TimestampType) ? DataTypes.LongType : type;
  }

  Row of(Profile profile, AccountPosts posts) {
    rates.of(profile, posts);
    List<Object> row = new ArrayList<>(COLUMNS.size());
    addAccount(row, profile);
    addPosts(row, profile, posts);
    boolean assessed = addRates(row, posts);
    row.add(rates.commentsPer100Likes());
    addCadence(row, posts, profile.endMicros());
    row.add(seq(media(posts)));
    row.add(assessed ? null : reason(profile, posts));
    return RowFactory.create(row.toArray());
  }

  private static void addAccount(List<Object> row, Profile profile) {
    row.add(profile.platform());
    row.add(profile.accountId());
    row.add(profile.handle());
    row.add(profile.followers());
  }

  private void addPosts(List<Object> row, Profile profile, AccountPosts posts) {
    row.add(posts.counted() + posts.unsettled());
    row.add(posts.counted());
    row.add(posts.unsettled());
    row.add(posts.counted() - posts.size());
    row.add((long) posts.size() - rates.shown(PostBlock.LIKES));
    row.add(seq(hidden(posts)));
    row.add(seq(profile.totalCounters()));
  }

  /** Adds the three rates and says whether there is a public one, by which it is assessed. */
  private boolean addRates(List<Object> row, AccountPosts posts) {
    known.of(rates.publicRates(), posts);
    boolean assessed = known.median() != null;
    addSpread(row);
    row.add(known.medianLow());
    row.add(known.medianHigh());
    known.of(rates.totalRates(), posts);
    addSpread(row);
    known.of(rates.viewRates(), posts);
    addSpread(row);
    return assessed;
  }

  private void addSpread(List<Object> row) {
    row.add(known.median());
    row.add(known.quantile(0.25));
    row.add(known.quantile(0.75));
  }

  private void addCadence(List<Object> row, AccountPosts posts, long endMicros) {
    long counted = posts.counted();
    row.add(counted < 2 ? null : (counted - 1) / Math.max(1, posts.span() / MICROS_PER_WEEK));
    // Between posts that were sampled there were others.
    boolean whole = counted >= 2 && posts.size() == counted;
    row.add(whole ? Double.valueOf(medianGap(posts) / MICROS_PER_HOUR) : null);
    row.add(counted == 0 ? null : Long.valueOf(endMicros - posts.youngest()));
  }

  private static double medianGap(AccountPosts posts) {
    double[] ages = new double[posts.size()];
    for (int i = 0; i < ages.length; i++) {
      ages[i] = posts.value(i, PostBlock.AGE);
    }
    Arrays.sort(ages);
    for (int i = 0; i + 1 < ages.length; i++) {
      ages[i] = ages[i + 1] - ages[i];
    }
    return Quantiles.median(ages, ages.length - 1);
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
                known.of(rates.publicRates(), posts, code).median(),
                known.of(rates.totalRates(), posts, code).median(),
                known.of(rates.viewRates(), posts, code).median()));
      }
    }
    media.sort(Comparator.comparing(row -> row.getString(0)));
    return media;
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

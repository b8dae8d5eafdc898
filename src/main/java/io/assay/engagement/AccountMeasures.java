package io.assay.engagement;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What one account's posts come to, a row: medians and quartiles of the three rates, overall and by
 * kind of post, comments per like, likes from post to post, and cadence. Its arrays serve one
 * account after the other.
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

  /** Values of rate_basis. */
  private static final String MEASURED = "measured";

  private static final String STATED = "stated";

  private final int minPosts;
  private final PostRates rates = new PostRates();
  private final KnownRates known;
  private final LikesOfPosts likes;

  AccountMeasures(int minPosts, int minPostsWithViews) {
    this.minPosts = minPosts;
    this.known = new KnownRates(minPosts);
    this.likes = new LikesOfPosts(minPosts, minPostsWithViews);
  }

  /** Times leave as microseconds: the class Spark wants for them is a matter of its settings. */
  private static DataType external(DataType type) {
    return type.equals(DataTypes.TimestampType) ? DataTypes.LongType : type;
  }

  Row of(Profile profile, AccountPosts posts) {
    rates.of(profile, posts);
    TableRow row = LAYOUT.row();
    setAccount(row, profile);
    setPosts(row, profile, posts);
    boolean assessed = setRates(row, posts);
    row.set("comments_per_100_likes", rates.commentsPer100Likes());
    likes.into(row, posts);
    Cadence.set(row, posts, profile.endMicros());
    row.set("media", media(posts));
    row.set("not_assessable_reason", assessed ? null : reason(profile, posts));
    profile.stated().set(row, profile.followers());
    row.set("rate_basis", assessed ? MEASURED : isStated(profile) ? STATED : null);
    return row.row();
  }

  private static boolean isStated(Profile profile) {
    return profile.stated().publicRate(profile.followers()) != null;
  }

  private static void setAccount(TableRow row, Profile profile) {
    row.set("platform", profile.platform());
    row.set("account_id", profile.accountId());
    row.set("handle", profile.handle());
    row.set("followers", profile.followers());
  }

  private void setPosts(TableRow row, Profile profile, AccountPosts posts) {
    row.set("posts_seen", posts.counted() + posts.unsettled() + posts.reposts());
    row.set("posts_counted", posts.counted());
    row.set("posts_unsettled", posts.unsettled());
    row.set("posts_reposts", posts.reposts());
    row.set("posts_sampled_away", posts.counted() - posts.size());
    row.set("posts_hidden_likes", (long) posts.size() - rates.shown(PostBlock.LIKES));
    row.set("hidden_counters", hidden(posts));
    row.set("total_counters", profile.totalCounters());
  }

  /** Sets the three rates and says whether there is a public one, by which it is assessed. */
  private boolean setRates(TableRow row, AccountPosts posts) {
    setSpread(row, "rate_public", known.of(rates.publicRates(), posts));
    boolean assessed = known.median() != null;
    row.set("rate_public_low", known.medianLow());
    row.set("rate_public_high", known.medianHigh());
    setSpread(row, "rate_total", known.of(rates.totalRates(), posts));
    setSpread(row, "rate_view", known.of(rates.viewRates(), posts));
    return assessed;
  }

  private static void setSpread(TableRow row, String rate, KnownRates known) {
    row.set(rate, known.median());
    row.set(rate + "_p25", known.quantile(0.25));
    row.set(rate + "_p75", known.quantile(0.75));
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
                .set("rate_public", known.of(rates.publicRates(), posts, code).median())
                .set("rate_total", known.of(rates.totalRates(), posts, code).median())
                .set("rate_view", known.of(rates.viewRates(), posts, code).median())
                .row());
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

  private String reason(Profile profile, AccountPosts posts) {
    if (posts.counted() + posts.unsettled() == 0) {
      return posts.reposts() == 0
          ? "no posts in the window"
          : "no posts of its own in the window, reposts: " + posts.reposts();
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

package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.when;

import io.assay.workbench.worlds.PlatformProfile.Media;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a post earns. Engagement = the author's followers × its typical rate × the medium's effect ×
 * a log-normal draw × how far the post has ripened, and for a few viral posts × a Pareto draw.
 * Comments, shares, saves and views follow from it by ratios with spreads of their own. No counter
 * is bought: the crawl is honest.
 */
final class CounterModel {

  /** Engagement of a post grows as 1 − e^(−age / this). */
  private static final double RIPENS_HOURS = 10;

  /** Pareto tail of viral posts; between 1 and 2: a mean, no variance. */
  private static final double VIRAL_EXPONENT = 1.3;

  private static final double VIRAL_MOST = 60;

  /** No post of any platform has seen more. */
  private static final double MOST_ENGAGED = 50e6;

  private static final double SPONSORED_EFFECT = 0.8;
  private static final double COMMENTS_CLOSED = 0.01;
  private static final double MOST_LIKES_PER_VIEW = 0.6;

  private CounterModel() {}

  /**
   * @param rows with the columns of {@link AccountTraits} and {@code post_index}, {@code
   *     media_type}, {@code is_sponsored}, {@code age_seconds}
   * @return the same rows and {@code likes}, {@code comments}, {@code shares}, {@code saves},
   *     {@code views}; null where hidden or not shown
   */
  static Dataset<Row> with(Dataset<Row> rows, GeneratorOptions options) {
    Draw draw = new Draw(options.seed(), SyntheticPosts.POST);
    Draw author = AccountTraits.draw(options);
    Column likes = col("true_likes");
    return rows.withColumn("engaged", engaged(draw))
        .withColumn("comments_per_like", commentsPerLike(draw, author))
        .withColumn("true_likes", col("engaged").divide(col("comments_per_like").plus(1)))
        .withColumn(
            "likes",
            when(AccountTraits.likesHidden(author), null).otherwise(draw.count(likes, "likes")))
        .withColumn(
            "comments",
            when(draw.chance(COMMENTS_CLOSED, "comments closed"), null)
                .otherwise(draw.count(likes.multiply(col("comments_per_like")), "comments")))
        .withColumn("shares", perLike(p -> p.counters.sharesPerLike(), 0.6, draw, "shares"))
        .withColumn("saves", perLike(p -> p.counters.savesPerLike(), 0.5, draw, "saves"))
        .withColumn("views", when(viewsShown(), views(draw)));
  }

  private static Column engaged(Draw draw) {
    Column spread =
        exp(draw.normal("spread").multiply(PlatformProfile.constant(p -> p.rate.betweenPosts())));
    Column viral =
        when(
                draw.uniform("viral").lt(PlatformProfile.constant(p -> p.rate.viral())),
                least(
                    pow(lit(1.0).minus(draw.uniform("how viral")), lit(-1 / VIRAL_EXPONENT)),
                    lit(VIRAL_MOST)))
            .otherwise(1.0);
    Column ripened = lit(1.0).minus(exp(SyntheticPosts.AGE.divide(-3_600 * RIPENS_HOURS)));
    Column expected =
        AccountTraits.REACH
            .multiply(AccountTraits.RATE)
            .multiply(mediaEffect())
            .multiply(when(SyntheticPosts.SPONSOR, SPONSORED_EFFECT).otherwise(1.0))
            .multiply(spread)
            .multiply(viral)
            .multiply(ripened);
    return least(expected, lit(MOST_ENGAGED));
  }

  private static Column mediaEffect() {
    return PlatformProfile.column(CounterModel::effectOf);
  }

  private static Column effectOf(PlatformProfile platform) {
    Media media = platform.media;
    Column chosen = null;
    for (int i = 0; i < media.types().length; i++) {
      Column is = SyntheticPosts.MEDIA.equalTo(media.types()[i]);
      chosen = chosen == null ? when(is, media.effect()[i]) : chosen.when(is, media.effect()[i]);
    }
    return chosen;
  }

  private static Column commentsPerLike(Draw draw, Draw author) {
    return PlatformProfile.constant(p -> p.counters.commentsPerLike())
        .multiply(author.factor(0.4, "talkative"))
        .multiply(draw.factor(0.5, "talked about"));
  }

  private static Column perLike(
      ToDoubleFunction<PlatformProfile> ratio, double deviation, Draw draw, String counter) {
    List<Integer> showing =
        Arrays.stream(PlatformProfile.values())
            .filter(p -> ratio.applyAsDouble(p) > 0)
            .map(Enum::ordinal)
            .toList();
    Column expected =
        col("true_likes")
            .multiply(PlatformProfile.constant(ratio))
            .multiply(draw.factor(deviation, counter));
    return when(
        AccountTraits.PLATFORM.isInCollection(showing), draw.count(expected, counter + " count"));
  }

  private static Column viewsShown() {
    return AccountTraits.PLATFORM
        .notEqual(PlatformProfile.INSTAGRAM.ordinal())
        .or(SyntheticPosts.MEDIA.isin("short_video", "video", "live"));
  }

  /** At least one and a half views a like; carousels of TikTok are viewed as videos are. */
  private static Column views(Draw draw) {
    Column likesPerView =
        least(
            PlatformProfile.constant(p -> p.counters.likesPerView())
                .multiply(draw.factor(0.4, "likes per view")),
            lit(MOST_LIKES_PER_VIEW));
    return ceil(col("true_likes").plus(1).divide(likesPerView));
  }
}

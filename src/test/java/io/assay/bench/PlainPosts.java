package io.assay.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import io.assay.workbench.worlds.Vocabulary;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The posts of a {@link PlainCrawl}. */
final class PlainPosts {
  private static final int WINDOW_DAYS = 60;
  private static final long DAY = 86_400;

  /** Flattens the law of Zipf and Mandelbrot: the busiest account posts 22 times the mean. */
  private static final double FLATTENING = 0.01;

  private static final double RIPENS_SECONDS = 10 * 3_600;

  /** Pareto tail of viral posts; between 1 and 2: a mean, no variance. */
  private static final double VIRAL_EXPONENT = 1.3;

  private static final Draw POST = new Draw("post", col("post_index"));
  private static final Column LIKES = col("true_likes");

  private PlainPosts() {}

  /** Index of a post's author: the lower, the more posts. */
  static Column author(PlainCrawl crawl) {
    Column rank =
        pow(lit((1 + FLATTENING) / FLATTENING), POST.uniform("author"))
            .minus(1)
            .multiply(FLATTENING);
    return least(floor(rank.multiply((double) crawl.accounts())), lit(crawl.accounts() - 1));
  }

  /** Adds post_id, posted_second and age_seconds, at least ten minutes. */
  static Dataset<Row> timed(Dataset<Row> rows) {
    Column age = floor(POST.uniform("age").multiply((double) (WINDOW_DAYS - 1) * DAY)).plus(600);
    return rows.withColumn("post_id", col("post_index").plus(5_000_000_000_000L).cast("string"))
        .withColumn("age_seconds", age)
        .withColumn("posted_second", col("seen_second").minus(col("age_seconds")));
  }

  /** The columns of the feed. */
  static Dataset<Row> shown(Dataset<Row> rows) {
    Column sponsored = POST.chance(0.04, "sponsored");
    Column perLike =
        PlainCrawl.constant(p -> p.counters.commentsPerLike())
            .multiply(POST.factor(0.6, "talked about"));
    return rows.withColumn("media_type", media())
        .withColumn("hashtags", array(tag(0), tag(1)))
        .withColumn("true_likes", engaged())
        .select(
            col("platform"),
            col("post_id"),
            col("account_id"),
            timestamp_seconds(col("posted_second")).as("posted_at"),
            timestamp_seconds(col("seen_second")).as("crawled_at"),
            col("media_type"),
            caption().as("caption"),
            concat(lit("sound-"), POST.below(20_000, "sound").cast("string")).as("audio_id"),
            concat(lit("https://"), col("platform"), lit(".example/p/"), col("post_id")).as("url"),
            col("language"),
            col("hashtags"),
            when(sponsored, array(POST.pick(Vocabulary.BRANDS, "brand"))).as("mentions"),
            when(PlainCrawl.ACCOUNT.chance(0.96, "likes shown"), count(LIKES, "likes")).as("likes"),
            when(POST.chance(0.99, "comments open"), count(LIKES.multiply(perLike), "comments"))
                .as("comments"),
            onTiktok(0.05, "shares").as("shares"),
            onTiktok(0.08, "saves").as("saves"),
            when(
                    col("media_type").isin("short_video", "video", "live"),
                    ceil(LIKES.plus(1).multiply(20).multiply(POST.factor(0.4, "views"))))
                .as("views"),
            sponsored.as("is_sponsored"));
  }

  private static Column engaged() {
    Column viral =
        when(
                POST.chance(0.02, "viral"),
                least(
                    pow(lit(1.0).minus(POST.uniform("how viral")), lit(-1 / VIRAL_EXPONENT)),
                    lit(60.0)))
            .otherwise(1.0);
    Column ripened = lit(1.0).minus(exp(col("age_seconds").divide(-RIPENS_SECONDS)));
    return least(
        col("reach")
            .multiply(col("typical_rate"))
            .multiply(POST.factor(0.7, "spread"))
            .multiply(viral)
            .multiply(ripened),
        lit(50e6));
  }

  private static Column media() {
    return Draw.at(
        List.of("image", "carousel", "short_video", "video", "live"),
        POST.choose(new double[] {0.2, 0.15, 0.45, 0.19, 0.01}, "media"));
  }

  private static Column onTiktok(double perLike, String counter) {
    return when(
        col("platform").equalTo("tiktok"),
        count(LIKES.multiply(perLike).multiply(POST.factor(0.5, counter)), counter));
  }

  /** Rounded up or down by chance. */
  private static Column count(Column expected, String counter) {
    return floor(expected.plus(POST.uniform(counter + " rounded")));
  }

  private static Column tag(int n) {
    return POST.pick(Vocabulary.EN.hashtags, "hashtag " + n);
  }

  private static Column caption() {
    return concat_ws(
        " ",
        POST.pick(Vocabulary.EN.openings, "opening"),
        POST.pick(Vocabulary.EN.subjects, "subject"),
        POST.pick(Vocabulary.EMOJI, "emoji"),
        POST.pick(Vocabulary.EN.closings, "closing"),
        concat(lit("#"), concat_ws(" #", col("hashtags"))));
  }
}

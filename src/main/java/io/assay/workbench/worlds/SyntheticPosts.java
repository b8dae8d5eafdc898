package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The posts feed of a made-up crawl: every post once, seen when its author was last seen, published
 * within the {@link #WINDOW_DAYS} days before. A post's author is a function of the post's index;
 * there is no join and no shuffle. Columns are those of the feed; hidden counters are null.
 */
public final class SyntheticPosts {

  /** Nothing in the crawl is older. */
  static final int WINDOW_DAYS = 60;

  /** A crawler does not see a post in the first minutes. */
  private static final long YOUNGEST_SECONDS = 600;

  private static final long DAY = 86_400;
  private static final double SPONSORED = 0.04;
  private static final int SOUNDS = 20_000;
  private static final int MOST_TAGS = 4;
  private static final Column TAGS = col("tags");

  static final Column POST = col("post_index");
  static final Column MEDIA = col("media_type");
  static final Column SPONSOR = col("is_sponsored");

  /** Seconds between publication and sighting. */
  static final Column AGE = col("age_seconds");

  private SyntheticPosts() {}

  /** {@link GeneratorOptions#posts} rows, keyed by platform, post_id, crawled_at. */
  public static Dataset<Row> posts(SparkSession spark, GeneratorOptions options) {
    return posts(spark, options, CrawlWriter.filesFor(options.posts()));
  }

  static Dataset<Row> posts(SparkSession spark, GeneratorOptions options, int partitions) {
    Draw draw = new Draw(options.seed(), POST);
    Dataset<Row> rows =
        with(spark.range(0, options.posts(), 1, partitions).toDF("post_index"), options)
            .withColumn("media_type", mediaType(draw))
            .withColumn("is_sponsored", draw.chance(SPONSORED, "sponsored"))
            .withColumn("brand", when(SPONSOR, draw.pick(Vocabulary.BRANDS, "brand")))
            .withColumn("tags", draw.below(MOST_TAGS + 1, "tags"));
    return shown(CounterModel.with(rows, options), draw);
  }

  /**
   * What other feeds of the crawl need in order to refer to its posts.
   *
   * @param rows with {@code post_index}, from 0
   * @return the same rows and, among others, {@code platform}, {@code post_id}, {@code account_id}
   *     (the author), {@code posted_second}, {@code seen_second} (both since 1970) and {@code
   *     age_seconds} (from the one to the other)
   */
  public static Dataset<Row> with(Dataset<Row> rows, GeneratorOptions options) {
    Draw draw = new Draw(options.seed(), POST);
    Column author = PostShares.of(options).author(draw.uniform("author"));
    return AccountTraits.with(rows.withColumn("account_index", author), options)
        .withColumn("posted_second", posted(draw, options))
        .withColumn("age_seconds", AccountTraits.SEEN.minus(col("posted_second")))
        .withColumn("post_id", Identifiers.number(POST, ~options.seed()).cast("string"));
  }

  private static Dataset<Row> shown(Dataset<Row> rows, Draw draw) {
    return rows.withColumn("hashtags", hashtags(draw))
        .select(
            col("platform"),
            col("post_id"),
            col("account_id"),
            timestamp_seconds(col("posted_second")).as("posted_at"),
            timestamp_seconds(AccountTraits.SEEN).as("crawled_at"),
            MEDIA,
            caption(draw).as("caption"),
            when(
                    MEDIA.equalTo("short_video"),
                    concat(lit("sound-"), zipf(SOUNDS, draw.uniform("sound")).cast("string")))
                .as("audio_id"),
            concat(lit("https://"), col("platform"), lit(".example/p/"), col("post_id")).as("url"),
            col("language"),
            col("hashtags"),
            when(SPONSOR, array(col("brand"))).as("mentions"),
            col("likes"),
            col("comments"),
            col("shares"),
            col("saves"),
            col("views"),
            SPONSOR);
  }

  private static Column mediaType(Draw draw) {
    return PlatformProfile.column(
        p -> Draw.at(List.of(p.media.types()), draw.choose(p.media.shares(), "media")));
  }

  /** A day of the window at random, at about the author's usual hour. */
  private static Column posted(Draw draw, GeneratorOptions options) {
    Column usual = AccountTraits.draw(options).uniform("usual hour").multiply(24);
    Column hour = pmod(usual.plus(draw.normal("hour").multiply(3.5)).plus(24.0), lit(24.0));
    Column second =
        lit(options.crawlDayStart())
            .minus(draw.below(WINDOW_DAYS - 1, "day").multiply(DAY))
            .plus(floor(hour.multiply(3_600)));
    return when(second.gt(AccountTraits.SEEN.minus(YOUNGEST_SECONDS)), second.minus(DAY))
        .otherwise(second);
  }

  /**
   * Up to four different ones of the author's language. Spark does not fuse a higher-order function
   * into the code it generates for its neighbours, which is wanted here: in one piece the code of
   * all columns is a method above 8,000 bytes, and those HotSpot never compiles.
   */
  private static Column hashtags(Draw draw) {
    int each = Vocabulary.each(v -> v.hashtags);
    Column first = draw.below(each, "hashtag");
    Column[] tags = new Column[MOST_TAGS];
    for (int i = 0; i < tags.length; i++) {
      // Steps of five visit all twelve before one returns.
      tags[i] = AccountTraits.phrase(v -> v.hashtags, pmod(first.plus(5 * i), lit(each)));
    }
    Column shown = filter(array(tags), (tag, position) -> position.lt(TAGS));
    return when(TAGS.gt(0), shown);
  }

  private static Column caption(Draw draw) {
    Column opening = draw.below(Vocabulary.each(v -> v.openings), "opening");
    Column subject = draw.below(Vocabulary.each(v -> v.subjects), "subject");
    Column closing = draw.below(Vocabulary.each(v -> v.closings), "closing");
    return concat_ws(
        " ",
        AccountTraits.phrase(v -> v.openings, opening),
        AccountTraits.phrase(v -> v.subjects, subject),
        when(draw.chance(0.6, "emoji"), draw.pick(Vocabulary.EMOJI, "which emoji")),
        when(draw.chance(0.7, "has closing"), AccountTraits.phrase(v -> v.closings, closing)),
        when(SPONSOR, concat(lit("@"), col("brand"))),
        when(TAGS.gt(0), concat(lit("#"), concat_ws(" #", col("hashtags")))));
  }

  /** A rank from 1 to n, each rank about as likely as its inverse. */
  private static Column zipf(int n, Column uniform) {
    return floor(pow(lit((double) n), uniform));
  }
}

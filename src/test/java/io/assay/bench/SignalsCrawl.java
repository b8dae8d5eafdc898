package io.assay.bench;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.workbench.worlds.CrawlFolder;
import io.assay.workbench.worlds.PlatformProfile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A {@link PlainCrawl} and interactions with its posts: of accounts that it holds, on their own
 * platform, and of actors known by nothing else. Few posts get, and few actors do, most of it: the
 * index of either is the third power of a uniform draw, times their number. Nobody cheats, but some
 * comments are copies, and how many interactions a post has here does not follow from its counters.
 */
final class SignalsCrawl implements SilverCrawl {
  private static final long PER_ACCOUNT = 4;

  /**
   * The one at rank k of n has a share proportional to k^(-2/3): of 14 million interactions of 5
   * million actors the busiest has some 80,000, the fifth 10,000, most one or two.
   */
  private static final double SKEW = 3;

  private static final double CRAWLED_ACTORS = 0.7;

  /** An actor must be on the post's platform: of so many candidates the first that is. */
  private static final int CANDIDATES = 8;

  private static final double COMMENTS = 0.2;
  private static final double UNTIMED_LIKES = 0.5;

  /** Delays after publication are log-normal. */
  private static final double MEDIAN_DELAY_SECONDS = 3 * 3_600;

  private static final double DELAY_DEVIATION = 1.6;

  private static final long DRAWS = 1L << 50;
  private static final Column ROW = col("row");
  private static final Column COMMENT = col("kind").equalTo("comment");

  private final SparkSession spark;
  private final PlainCrawl plain;

  SignalsCrawl(SparkSession spark, long accounts) {
    this.spark = spark;
    this.plain = new PlainCrawl(spark, accounts, accounts * PER_ACCOUNT);
  }

  @Override
  public long events() {
    return plain.posts();
  }

  @Override
  public Dataset<Row> accounts() {
    return plain.accountRows();
  }

  @Override
  public Dataset<Row> posts() {
    return plain.postRows();
  }

  @Override
  public Dataset<Row> interactions() {
    long events = events();
    Dataset<Row> rows =
        spark
            .range(0, events, 1, CrawlFolder.filesFor(events))
            .toDF("row")
            .withColumn("post_index", skewed(plain.posts(), uniform(1)));
    return plain
        .ofPosts(rows)
        .withColumn("kind", when(uniform(2).lt(COMMENTS), "comment").otherwise("like"))
        .withColumn("delay", delay())
        .select(
            col("platform"),
            col("post_id"),
            PlainCrawl.id(actor()).as("actor_id"),
            col("kind"),
            when(COMMENT, concat(lit("c"), ROW)).as("interaction_id"),
            when(
                    COMMENT.or(uniform(3).geq(UNTIMED_LIKES)),
                    timestamp_seconds(col("posted_second").plus(col("delay"))))
                .as("occurred_at"),
            timestamp_seconds(col("seen_second")).as("crawled_at"),
            when(COMMENT, CommentTexts.of(ROW, events)).as("text"));
  }

  /** Index of an account on the post's platform, or one above all of them. */
  private Column actor() {
    Column candidates =
        transform(
            sequence(lit(1), lit(CANDIDATES)),
            i -> skewed(plain.accounts(), uniform(xxhash64(ROW, i, lit(4)))));
    Column crawled =
        get(filter(candidates, i -> PlainCrawl.platform(i).equalTo(col("platform"))), lit(0));
    Column unknown = skewed(plain.accounts(), uniform(5)).plus(plain.accounts());
    // Where no candidate fits, the actor is unknown: so more are asked for on small platforms.
    Column share = lit(0.0);
    for (PlatformProfile p : PlatformProfile.values()) {
      double found = 1 - Math.pow(1 - PlainCrawl.PLATFORMS[p.ordinal()], CANDIDATES);
      share = when(col("platform").equalTo(p.id()), CRAWLED_ACTORS / found).otherwise(share);
    }
    return coalesce(when(uniform(6).lt(share), crawled), unknown);
  }

  /** Whole seconds; a delay that is longer than the crawler waited becomes any that is not. */
  private static Column delay() {
    Column normal =
        sqrt(ln(uniform(7)).multiply(-2)).multiply(cos(uniform(8).multiply(2 * Math.PI)));
    Column drawn = exp(normal.multiply(DELAY_DEVIATION)).multiply(MEDIAN_DELAY_SECONDS);
    Column age = col("age_seconds");
    return floor(when(drawn.lt(age), drawn).otherwise(uniform(9).multiply(age)));
  }

  private static Column skewed(long n, Column uniform) {
    return floor(pow(uniform, lit(SKEW)).multiply((double) n));
  }

  /** Between 0 and 1, the same for a row whenever it is drawn for the same purpose. */
  private static Column uniform(int purpose) {
    return uniform(xxhash64(ROW, lit(purpose)));
  }

  private static Column uniform(Column bits) {
    return pmod(bits, lit(DRAWS)).plus(0.5).divide((double) DRAWS);
  }
}

package io.assay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import io.assay.workbench.worlds.CrawlFolder;
import io.assay.workbench.worlds.PlatformProfile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One platform's accounts, posts and interactions, with pods and farms among them: see {@link
 * PlantedEvents} for who engages what. A 20th as many accounts as interactions, a 50th as many
 * posts, ten an author; of 200 authors 20 are a pod and 10 a farm's customers.
 *
 * @param rows interactions without the two exceptions, about
 * @param skewed whether there are two exceptions: one more post has as many interactions as all
 *     others together, and one more actor engages every third of these others
 */
record PlantedCrawl(SparkSession spark, long rows, boolean skewed) implements SilverCrawl {
  static final String PLATFORM = PlatformProfile.INSTAGRAM.id();
  static final int NICHES = 20;
  static final int POSTS_OF_AUTHOR = 10;
  private static final long ROWS_OF_ACCOUNT = 20;
  private static final long ROWS_OF_AUTHOR = 500;
  private static final long AUTHORS_OF_GROUP = 200;
  private static final long DAY_SECONDS = 86_400;
  private static final long LAST = PlainCrawl.DAY.toEpochDay() * DAY_SECONDS;
  private static final int DAYS = 86;

  /** Times after publication are shorter than this. */
  private static final long LONGEST_DELAY = 2 * DAY_SECONDS;

  long accountsSeen() {
    return Math.max(authors(), rows / ROWS_OF_ACCOUNT);
  }

  /** The first accounts are the authors; as many in each niche. */
  long authors() {
    return Math.max(1, rows / ROWS_OF_AUTHOR / NICHES) * NICHES;
  }

  /** Without the one that is an exception, which is the next. */
  long postsOfAll() {
    return authors() * POSTS_OF_AUTHOR;
  }

  /** Pods, and as many farms. */
  long groups() {
    return authors() / AUTHORS_OF_GROUP;
  }

  @Override
  public long events() {
    return skewed ? 2 * rows + postsOfAll() / 3 : rows;
  }

  @Override
  public Dataset<Row> accounts() {
    return range(accountsSeen(), "account")
        .select(
            lit(PLATFORM).as("platform"),
            PlainCrawl.id(col("account")).as("account_id"),
            concat(lit("user."), col("account")).as("handle"),
            new Draw("account", col("account"))
                .below(100_000, "followers")
                .cast("long")
                .as("followers"),
            timestamp_seconds(lit(LAST)).as("crawled_at"));
  }

  @Override
  public Dataset<Row> posts() {
    Column author =
        when(col("post").equalTo(postsOfAll()), authors() - 1)
            .otherwise(floor(col("post").divide(POSTS_OF_AUTHOR)));
    return range(postsOfAll() + (skewed ? 1 : 0), "post")
        .select(
            lit(PLATFORM).as("platform"),
            postId().as("post_id"),
            PlainCrawl.id(author).as("account_id"),
            timestamp_seconds(postedSecond()).as("posted_at"),
            timestamp_seconds(lit(LAST)).as("crawled_at"));
  }

  @Override
  public Dataset<Row> interactions() {
    return new PlantedEvents(this)
        .all()
        .select(
            lit(PLATFORM).as("platform"),
            postId().as("post_id"),
            PlainCrawl.id(col("actor")).as("actor_id"),
            when(col("text").isNull(), "like").otherwise("comment").as("kind"),
            when(col("text").isNotNull(), concat(lit("c"), col("row"))).as("interaction_id"),
            timestamp_seconds(postedSecond().plus(col("delay"))).as("occurred_at"),
            timestamp_seconds(lit(LAST)).as("crawled_at"),
            col("text"));
  }

  Dataset<Row> range(long n, String name) {
    return spark.range(0, n, 1, CrawlFolder.filesFor(Math.max(1, n))).toDF(name);
  }

  private static Column postId() {
    return concat(lit("p"), col("post"));
  }

  private static Column postedSecond() {
    Column back = new Draw("post", col("post")).uniform("age").multiply(DAYS * DAY_SECONDS);
    return lit(LAST - LONGEST_DELAY).minus(floor(back));
  }

  /** Times double eleven times with the same chance: from a minute to 34 hours. */
  static Column delay(Draw draw) {
    return floor(pow(lit(2.0), draw.uniform("delay").multiply(11)).multiply(60));
  }
}

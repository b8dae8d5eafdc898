package io.assay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feeds;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.CrawlFolder;
import io.assay.workbench.worlds.PlatformProfile;
import io.assay.workbench.worlds.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Accounts and posts by columns alone, nobody acting: for sizes that no world has, which holds at
 * most ten million posts, all of them in every task. Rows have the feeds' columns, and sizes, rates
 * and shown counters of the platforms; a post's author is a function of its index, so that nothing
 * is joined.
 *
 * @param accounts how many, each seen four times
 * @param posts of all accounts together, each seen once
 */
record PlainCrawl(SparkSession spark, long accounts, long posts) {
  static final LocalDate DAY = CrawlDate.DEFAULT;

  private static final long SNAPSHOTS = 4;
  private static final long WEEK = 7 * 86_400;
  private static final long DAY_START = DAY.toEpochDay() * 86_400;

  /** Shares of the platforms, in their order. */
  static final double[] PLATFORMS = {0.50, 0.33, 0.17};

  private static final Column INDEX = col("account_index");
  private static final Column PLATFORM = col("platform_index");

  /** Random columns of the account that a row belongs to. */
  static final Draw ACCOUNT = new Draw("account", INDEX);

  /** {@code accounts} times four rows, keyed by platform, account_id, crawled_at. */
  Dataset<Row> accountRows() {
    long rows = accounts * SNAPSHOTS;
    Dataset<Row> indexed =
        spark
            .range(0, rows, 1, CrawlFolder.filesFor(rows))
            .select(
                floor(col("id").divide(SNAPSHOTS)).as("account_index"),
                lit(SNAPSHOTS - 1).minus(col("id").mod(SNAPSHOTS)).as("weeks_back"));
    Column growth = ACCOUNT.normal("growth").multiply(0.005).plus(0.003);
    Column then = exp(growth.multiply(col("weeks_back")).multiply(-1));
    return ofAccounts(indexed)
        .withColumn("shown", floor(col("reach").multiply(then)))
        .select(
            col("platform"),
            col("account_id"),
            timestamp_seconds(col("seen_second").minus(col("weeks_back").multiply(WEEK)))
                .as("crawled_at"),
            handle().as("handle"),
            ACCOUNT.pick(Vocabulary.EN.firstNames, "name").as("display_name"),
            when(ACCOUNT.chance(0.92, "bio"), ACCOUNT.pick(Vocabulary.EN.bios, "which bio"))
                .as("bio"),
            col("language"),
            when(ACCOUNT.chance(0.99, "followers"), col("shown")).as("followers"),
            floor(ACCOUNT.factor(0.8, "followings").multiply(400)).as("followings"),
            floor(ACCOUNT.factor(1.2, "older posts").multiply(200)).as("posts_count"),
            ACCOUNT.chance(0.02, "private").as("is_private"),
            ACCOUNT.chance(0.985, "picture").as("has_picture"),
            timestamp_seconds(
                    lit(DAY_START - 200 * 86_400L)
                        .minus(floor(ACCOUNT.uniform("created").multiply(3.4e8))))
                .as("created_at"));
  }

  /** {@code posts} rows, keyed by platform, post_id, crawled_at. */
  Dataset<Row> postRows() {
    return PlainPosts.shown(
        ofPosts(spark.range(0, posts, 1, CrawlFolder.filesFor(posts)).toDF("post_index")));
  }

  /**
   * @param rows with {@code post_index}, from 0
   * @return the same rows with {@code post_id}, {@code posted_second}, {@code age_seconds} and the
   *     columns of {@link #ofAccounts} about the author
   */
  Dataset<Row> ofPosts(Dataset<Row> rows) {
    return PlainPosts.timed(ofAccounts(rows.withColumn("account_index", PlainPosts.author(this))));
  }

  /** Writes both feeds, unless an earlier run did: the same numbers give the same bytes. */
  Path written(Path work) {
    Path folder = work.resolve("crawl-plain-" + accounts + "-" + posts);
    if (!Files.exists(folder)) {
      try (CrawlFolder crawl = CrawlFolder.open(spark, folder.toString(), false)) {
        crawl.add(Feeds.ACCOUNTS.name(), accountRows());
        crawl.add(Feeds.POSTS.name(), postRows());
        crawl.publish();
      }
    }
    return folder;
  }

  /** Id of the account of an index; indexes from {@link #accounts} are nobody's. */
  static Column id(Column index) {
    return index.plus(1_000_000_000_000L).cast("string");
  }

  /** Platform of the account of an index. */
  static Column platform(Column index) {
    return platformAt(new Draw("account", index).choose(PLATFORMS, "platform"));
  }

  /** A constant of the row's platform. */
  static Column constant(ToDoubleFunction<PlatformProfile> of) {
    return Draw.at(
        Arrays.stream(PlatformProfile.values()).map(of::applyAsDouble).toList(), PLATFORM);
  }

  private static Column platformAt(Column position) {
    return Draw.at(
        Arrays.stream(PlatformProfile.values()).map(PlatformProfile::id).toList(), position);
  }

  /** Adds platform, language, account_id, seen_second, reach (followers) and typical_rate. */
  private static Dataset<Row> ofAccounts(Dataset<Row> rows) {
    List<String> languages = Arrays.stream(Vocabulary.values()).map(Vocabulary::id).toList();
    Column reach =
        exp(
            constant(p -> p.size.logMedian())
                .plus(ACCOUNT.normal("followers").multiply(constant(p -> p.size.deviation()))));
    Column slope = constant(p -> Math.log(p.rate.large() / p.rate.small()) / Math.log(1_000));
    Column rate =
        constant(p -> p.rate.small())
            .multiply(pow(greatest(col("reach"), lit(100)).divide(1_000), slope))
            .multiply(exp(ACCOUNT.normal("appeal").multiply(0.6)));
    return rows.withColumn("platform_index", ACCOUNT.choose(PLATFORMS, "platform"))
        .withColumn("platform", platformAt(PLATFORM))
        .withColumn("language", ACCOUNT.pick(languages, "language"))
        .withColumn("account_id", id(INDEX))
        .withColumn("seen_second", ACCOUNT.below(86_400, "seen").plus(DAY_START))
        .withColumn("reach", least(greatest(reach, lit(10.0)), lit(60e6)))
        .withColumn("typical_rate", rate);
  }

  private static Column handle() {
    return concat(
        ACCOUNT.pick(Vocabulary.EN.firstNames, "handle"),
        lit("."),
        ACCOUNT.pick(Vocabulary.SYLLABLES, "first"),
        ACCOUNT.pick(Vocabulary.SYLLABLES, "second"),
        ACCOUNT.pick(Vocabulary.SYLLABLES, "third"));
  }
}

package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.initcap;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The accounts feed of a made-up crawl: {@link GeneratorOptions#snapshots} rows an account, a week
 * apart, the last on the crawl's date. Columns are those of the feed; what a platform or an owner
 * hides is null.
 */
public final class SyntheticAccounts {

  private static final long WEEK = 7 * 86_400;
  private static final double YEAR = 365.25 * 86_400;

  /** Weekly growth, natural log: 0.3 % at the median; a good quarter of accounts shrinks. */
  private static final double GROWTH = 0.003;

  private static final double GROWTH_DEVIATION = 0.005;

  /** What the crawler sees of an account's followings: 450 at 1,000 followers, fewer for stars. */
  private static final double FOLLOWINGS = 450;

  private static final double FOLLOWINGS_SLOPE = -0.1;
  private static final double MOST_FOLLOWINGS = 7_500;

  private static final Column WEEKS_BACK = col("weeks_back");
  private static final Column NAME = col("name_index");
  private static final Column SURNAME = col("surname");

  private SyntheticAccounts() {}

  /** {@link GeneratorOptions#accountRows} rows, keyed by platform, account_id, crawled_at. */
  public static Dataset<Row> accounts(SparkSession spark, GeneratorOptions options) {
    return accounts(spark, options, CrawlWriter.filesFor(options.accountRows()));
  }

  static Dataset<Row> accounts(SparkSession spark, GeneratorOptions options, int partitions) {
    Dataset<Row> rows = spark.range(0, options.accountRows(), 1, partitions).toDF("row");
    Column snapshots = lit((long) options.snapshots());
    Dataset<Row> indexed =
        rows.select(
            floor(col("row").divide(snapshots)).as("account_index"),
            snapshots.minus(1).minus(col("row").mod(snapshots)).as("weeks_back"));
    return shown(AccountTraits.with(indexed, options), options);
  }

  /** Id of the account of an index; indexes from {@link GeneratorOptions#accounts} are nobody's. */
  public static Column id(Column index, GeneratorOptions options) {
    return Identifiers.number(index, options.seed()).cast("string");
  }

  /** Platform of the account of an index. */
  public static Column platform(Column index, GeneratorOptions options) {
    return AccountTraits.platform(AccountTraits.platformIndex(new Draw(options.seed(), index)));
  }

  private static Dataset<Row> shown(Dataset<Row> rows, GeneratorOptions options) {
    Draw draw = AccountTraits.draw(options);
    PostShares shares = PostShares.of(options);
    Column countsHidden =
        draw.uniform("followers hidden").lt(PlatformProfile.constant(p -> p.size.hidden()));
    return rows.withColumn("name_index", draw.below(Vocabulary.each(v -> v.firstNames), "name"))
        .withColumn("surname", Identifiers.surname(AccountTraits.INDEX, options.seed()))
        .withColumn("handle", handle(draw))
        .withColumn("seen", followersThen(draw))
        .withColumn("posted", postsThen(draw, shares))
        .select(
            col("platform"),
            col("account_id"),
            timestamp_seconds(AccountTraits.SEEN.minus(WEEKS_BACK.multiply(WEEK))).as("crawled_at"),
            col("handle"),
            displayName(draw).as("display_name"),
            bio(draw).as("bio"),
            when(
                    draw.chance(0.35, "link"),
                    concat(lit("https://"), col("handle"), lit(".example/")))
                .as("external_url"),
            when(draw.chance(0.9, "has category"), draw.pick(Vocabulary.CATEGORIES, "category"))
                .as("category"),
            AccountTraits.phrase(
                    v -> v.countries, draw.below(Vocabulary.each(v -> v.countries), "country"))
                .as("country"),
            col("language"),
            when(countsHidden, null).otherwise(col("seen")).as("followers"),
            when(countsHidden.or(isPlatform(PlatformProfile.YOUTUBE)), null)
                .otherwise(followings(draw))
                .as("followings"),
            col("posted").as("posts_count"),
            when(
                    isPlatform(PlatformProfile.TIKTOK),
                    floor(col("seen").multiply(AccountTraits.RATE).multiply(col("posted"))))
                .as("likes_received"),
            draw.uniform("verified").lt(verifiedShare()).as("is_verified"),
            shares.isPrivate(AccountTraits.INDEX).as("is_private"),
            draw.chance(0.3, "business").as("is_business"),
            draw.chance(0.985, "picture").as("has_picture"),
            timestamp_seconds(createdSecond(draw, options)).as("created_at"));
  }

  private static Column followersThen(Draw draw) {
    Column weekly = draw.normal("growth").multiply(GROWTH_DEVIATION).plus(GROWTH);
    return floor(AccountTraits.REACH.multiply(exp(weekly.multiply(WEEKS_BACK).multiply(-1.0))));
  }

  /** Never fewer than the posts in the crawl: six deviations of a Poisson count are added. */
  private static Column postsThen(Draw draw, PostShares shares) {
    Column recent = shares.expected(AccountTraits.INDEX);
    Column older = draw.factor(1.2, "older posts").multiply(120);
    Column margin = sqrt(recent).multiply(6).plus(10);
    Column elapsed =
        greatest(
            lit(1.0).minus(WEEKS_BACK.multiply(7).divide((double) SyntheticPosts.WINDOW_DAYS)),
            lit(0.0));
    return floor(older.plus(margin).plus(recent.multiply(elapsed)));
  }

  private static Column followings(Draw draw) {
    Column typical =
        pow(AccountTraits.REACH.divide(1_000), lit(FOLLOWINGS_SLOPE)).multiply(FOLLOWINGS);
    Column now = typical.multiply(draw.factor(0.8, "followings"));
    return floor(least(now, lit(MOST_FOLLOWINGS)));
  }

  private static Column verifiedShare() {
    return when(AccountTraits.REACH.gt(1e6), 0.8)
        .when(AccountTraits.REACH.gt(1e5), 0.25)
        .otherwise(0.01);
  }

  /** Before the first post and the first snapshot, up to eleven years earlier. */
  private static Column createdSecond(Draw draw, GeneratorOptions options) {
    long latest =
        options.crawlDayStart() - options.snapshots() * WEEK - SyntheticPosts.WINDOW_DAYS * 86_400L;
    return lit(latest).minus(floor(draw.uniform("created").multiply(11 * YEAR)));
  }

  /** The name in the account's address: first name, surname, sometimes a topic or digits. */
  private static Column handle(Draw draw) {
    Column first = AccountTraits.phrase(v -> v.firstNames, NAME);
    Column form = draw.uniform("handle form");
    Column topic = draw.pick(Vocabulary.TOPICS, "handle topic");
    Column digits = draw.below(99, "handle digits").plus(1).cast("string");
    return when(form.lt(0.35), concat(first, lit("."), SURNAME))
        .when(form.lt(0.55), concat(first, lit("_"), SURNAME))
        .when(form.lt(0.75), concat(SURNAME, lit("."), topic))
        .when(form.lt(0.87), concat(SURNAME, lit("_"), first))
        .otherwise(concat(first, SURNAME, digits));
  }

  private static Column displayName(Draw draw) {
    Column first = AccountTraits.phrase(v -> v.nativeNames, NAME);
    Column form = draw.uniform("display form");
    Column emoji = draw.pick(Vocabulary.EMOJI, "display emoji");
    return when(form.lt(0.55), concat(first, lit(" "), initcap(SURNAME)))
        .when(form.lt(0.75), first)
        .when(form.lt(0.9), concat(first, lit(" "), emoji))
        .otherwise(col("handle"));
  }

  /** With a higher-order function, for the reason given at {@link SyntheticPosts}' hashtags. */
  private static Column bio(Draw draw) {
    Column position = draw.below(Vocabulary.each(v -> v.bios), "bio");
    Column phrase = AccountTraits.phrase(v -> v.bios, position);
    Column emoji =
        when(draw.chance(0.6, "bio has emoji"), draw.pick(Vocabulary.EMOJI, "bio emoji"));
    Column topic =
        when(draw.chance(0.5, "bio has topic"), draw.pick(Vocabulary.CATEGORIES, "bio topic"));
    Column parts = array_compact(array(phrase, emoji, topic));
    return when(draw.chance(0.92, "has bio"), array_join(parts, " "));
  }

  private static Column isPlatform(PlatformProfile profile) {
    return AccountTraits.PLATFORM.equalTo(profile.ordinal());
  }
}

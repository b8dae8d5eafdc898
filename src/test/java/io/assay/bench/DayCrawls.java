package io.assay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Daily deliveries for the benchmark. Ids of posts grow with time, as those of the large platforms
 * do; most events fall on posts of the last days, and a fifth was delivered the day before already.
 */
final class DayCrawls {
  private static final long EVENTS_PER_POST = 100;
  private static final long REPEATED_ONE_IN = 100_000;

  /** Of a prime so large, no hundred multiples are equal modulo the number of actors. */
  private static final long STEP = 1_000_003;

  private static final long ACTIONS_PER_ACTOR = 5;
  private static final int OLDEST_POST_DAYS = 27;
  private static final double MEAN_AGE_DAYS = 1.5;

  private final SparkSession spark;

  DayCrawls(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * A delivery of so many interactions, no two with the same key.
   *
   * @param repeated whether it holds one record in a hundred thousand twice
   */
  void interactions(LocalDate day, long events, boolean repeated, Path folder) {
    long fresh = events - events / 5;
    Column again = col("row").geq(fresh);
    // An event is told by its number and the day on which it was first delivered.
    Dataset<Row> rows =
        spark
            .range(events)
            .toDF("row")
            .withColumn("born", lit(day.toEpochDay()).minus(when(again, 1).otherwise(0)))
            .withColumn("id", col("row").minus(when(again, fresh).otherwise(0)))
            .withColumn("age", ageInDays())
            .withColumn("posted", col("born").minus(col("age")))
            .withColumn("post", pmod(col("id"), lit(posts(events))))
            .withColumn("kind", when(draw(3, 100).lt(85), "like").otherwise("comment"));
    Dataset<Row> delivered =
        rows.select(
            lit("instagram").as("platform"),
            concat(col("posted").cast("string"), lpad(scattered(posts(events)), 12, "0"))
                .as("post_id"),
            actor(events).as("actor_id"),
            col("kind"),
            when(col("kind").equalTo("comment"), concat(col("born"), lit("-"), col("id")))
                .as("interaction_id"),
            lit(day + "T12:00:00Z").as("crawled_at"),
            when(col("kind").equalTo("comment"), concat(lit("so good "), draw(5, 1000)))
                .as("text"));
    Dataset<Row> twice =
        delivered.where(
            pmod(xxhash64(col("post_id"), col("actor_id")), lit(REPEATED_ONE_IN)).equalTo(0));
    write(repeated ? delivered.unionByName(twice) : delivered, folder.resolve("interactions"));
  }

  /** The post's number in an order that has nothing to do with that of the events. */
  private static Column scattered(long posts) {
    long odd = 7_919;
    while (gcd(odd, posts) > 1) {
      odd += 2;
    }
    return pmod(col("post").multiply(odd), lit(posts)).cast("string");
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** Who acts: with one post, each at most once on all days of the delivery. */
  private static Column actor(long events) {
    long actors = Math.max(EVENTS_PER_POST, events / ACTIONS_PER_ACTOR);
    Column nth = floor(col("id").divide(posts(events)));
    Column first = xxhash64(col("post"), col("born"));
    Column drawn = pmod(pmod(first, lit(actors)).plus(nth.multiply(STEP)), lit(actors));
    return drawn.multiply(2).plus(pmod(col("born"), lit(2))).cast("string");
  }

  /** A delivery of the same posts on every day, with counters that grow. */
  void recrawl(LocalDate day, long posts, Path folder) {
    write(
        spark
            .range(posts)
            .select(
                lit("instagram").as("platform"),
                col("id").cast("string").as("post_id"),
                col("id").mod(Math.max(1, posts / EVENTS_PER_POST)).cast("string").as("account_id"),
                lit("2026-01-01T00:00:00Z").as("posted_at"),
                lit(day + "T12:00:00Z").as("crawled_at"),
                lit("video").as("media_type"),
                concat(lit("a caption of some length, number "), col("id")).as("caption"),
                col("id").mod(1000).plus(day.toEpochDay()).as("likes"),
                col("id").mod(50).as("comments")),
        folder.resolve("posts"));
  }

  private static long posts(long events) {
    return Math.max(1, events / EVENTS_PER_POST);
  }

  /** A number below the bound, the same for an event on every day that delivers it. */
  private static Column draw(int salt, long bound) {
    return pmod(xxhash64(col("id"), col("born"), lit(salt)), lit(bound));
  }

  private static Column ageInDays() {
    return expr(
        "least("
            + OLDEST_POST_DAYS
            + ", cast(-ln((pmod(xxhash64(id, born, 1), 1000000) + 1) / 1000001.0) * "
            + MEAN_AGE_DAYS
            + " AS INT))");
  }

  private static void write(Dataset<Row> rows, Path folder) {
    rows.write().mode(SaveMode.Overwrite).json(folder.toString());
  }
}

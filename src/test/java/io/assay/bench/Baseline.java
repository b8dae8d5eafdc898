package io.assay.bench;

import static org.apache.spark.sql.functions.avg;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The least that Spark must do for a similar result: what a user would write in a notebook. */
final class Baseline {

  private final SparkSession spark;

  Baseline(SparkSession spark) {
    this.spark = spark;
  }

  /** Both feeds from JSON Lines, with their schema given, to Parquet. */
  void load(Path crawl, Path out) {
    load(Feeds.ACCOUNTS, crawl, out);
    load(Feeds.POSTS, crawl, out);
  }

  /** One feed of it. */
  void load(Feed feed, Path crawl, Path out) {
    spark
        .read()
        .schema(schema(feed))
        .json(crawl.resolve(feed.name()).toString())
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(out.resolve(feed.name()).toString());
  }

  /** The average likes and comments of every account; the result goes nowhere. */
  void averages(String posts) {
    read(
        spark
            .read()
            .format("delta")
            .load(posts)
            .groupBy("platform", "account_id")
            .agg(avg("likes"), avg("comments")));
  }

  /** All rows and columns; they go nowhere. */
  void read(Dataset<Row> rows) {
    rows.write().format("noop").mode(SaveMode.Overwrite).save();
  }

  /** All rows and columns, to Parquet. */
  void copy(Dataset<Row> rows, Path out) {
    rows.write().mode(SaveMode.Overwrite).parquet(out.toString());
  }

  private static StructType schema(Feed feed) {
    StructType schema = new StructType();
    for (var field : feed.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    return schema;
  }
}

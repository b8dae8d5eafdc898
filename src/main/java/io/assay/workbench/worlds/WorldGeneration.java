package io.assay.workbench.worlds;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import io.assay.job.LiteralPaths;
import io.assay.workbench.worlds.WorldCrawl.Written;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A crawl of a world that is to be made.
 *
 * @param society the world under a seed, on the day of the delivery
 */
public record WorldGeneration(World world, Society society, LocalDate crawlDate) {

  /**
   * @throws io.assay.contracts.UserError if the date is none of a crawl
   */
  public static WorldGeneration of(World world, long seed, LocalDate crawlDate) {
    return new WorldGeneration(world, Society.of(world, seed, crawlDate), crawlDate);
  }

  /**
   * @param out a folder that does not exist or is empty
   */
  public Written write(SparkSession spark, String out, boolean gzip) {
    return new WorldCrawl(spark, society).write(out, gzip);
  }

  /**
   * Writes a folder for each of the last days, named by its date; the first also holds what was
   * before.
   *
   * @param out a folder that does not exist or is empty
   * @throws io.assay.contracts.UserError if the world has not so many days
   */
  public Written writeDaily(SparkSession spark, String out, boolean gzip, int days) {
    return new WorldCrawl(spark, society, Deliveries.daily(society, days)).writeDaily(out, gzip);
  }

  /**
   * Dates of the deliveries of the last days.
   *
   * @throws io.assay.contracts.UserError if the world has not so many days
   */
  public List<LocalDate> dates(long days) {
    return Deliveries.daily(society, days).dates();
  }

  /** Days of the world before the crawl, the crawl's among them. */
  public int days() {
    return world.population.days();
  }

  /** {@link Distributions} of a written crawl, as a reader finds it. */
  public static Dataset<Row> distributions(SparkSession spark, String out) {
    return Distributions.of(feed(spark, out, Feeds.ACCOUNTS), feed(spark, out, Feeds.POSTS));
  }

  private static Dataset<Row> feed(SparkSession spark, String out, Feed feed) {
    StructType schema =
        DataTypes.createStructType(
            feed.fields().stream().map(Field::structField).toArray(StructField[]::new));
    return spark.read().schema(schema).json(LiteralPaths.of(List.of(out + "/" + feed.name())));
  }
}

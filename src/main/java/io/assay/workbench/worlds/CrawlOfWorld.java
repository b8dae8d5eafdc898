package io.assay.workbench.worlds;

import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Makes the crawl of a world with planted truth. */
public interface CrawlOfWorld {

  /**
   * Reads a world's file without making anything of it.
   *
   * @throws io.assay.contracts.UserError naming everything that is wrong with it
   */
  default void check(Path world) {
    // what is written from it tells
  }

  /**
   * Writes the feeds of a world, labels among them, in the canonical format.
   *
   * @param world the world's file
   * @param seed another seed, another crawl of the same world
   * @param folder to write, new
   * @return day of the delivery: nothing in it was seen later
   */
  LocalDate write(SparkSession spark, Path world, long seed, String folder);
}

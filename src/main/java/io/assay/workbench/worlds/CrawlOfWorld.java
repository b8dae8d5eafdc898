package io.assay.workbench.worlds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Makes the crawl of a world with planted truth. */
public interface CrawlOfWorld {

  /**
   * Reads a world's file without making anything of it.
   *
   * @param accounts how many; null for as many as the file says
   * @throws io.assay.contracts.UserError naming everything that is wrong with it
   */
  default void check(Path world, Long accounts) {
    // what is written from it tells
  }

  /**
   * All that is said of a world, and what it is called: where this is the same, and the code, the
   * same seed gives the same crawl.
   *
   * @param accounts how many; null for as many as the file says
   */
  default String content(Path world, Long accounts) {
    try {
      return world.getFileName() + " " + accounts + " " + Files.readString(world);
    } catch (IOException e) {
      throw new UncheckedIOException("the world " + world + " cannot be read", e);
    }
  }

  /**
   * Writes the feeds of a world, labels among them, in the canonical format.
   *
   * @param world the world's file
   * @param accounts how many; null for as many as the file says
   * @param seed another seed, another crawl of the same world
   * @param folder to write, new
   * @return day of the delivery: nothing in it was seen later
   */
  LocalDate write(SparkSession spark, Path world, Long accounts, long seed, String folder);
}

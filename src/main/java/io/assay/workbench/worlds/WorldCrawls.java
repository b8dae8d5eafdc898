package io.assay.workbench.worlds;

import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Crawls of world files, as of the day that a world is generated for if nobody says another. */
public final class WorldCrawls implements CrawlOfWorld {
  @Override
  public void check(Path world, Long accounts) {
    load(world, accounts);
  }

  /** With the shipped keys that the file does not set. */
  @Override
  public String content(Path world, Long accounts) {
    return world.getFileName() + " " + accounts + " " + WorldLoader.tree(world);
  }

  @Override
  public LocalDate write(SparkSession spark, Path world, Long accounts, long seed, String folder) {
    WorldGeneration generation = WorldGeneration.of(load(world, accounts), seed, CrawlDate.DEFAULT);
    generation.write(spark, folder, false);
    return generation.crawlDate();
  }

  private static World load(Path world, Long accounts) {
    return accounts == null ? WorldLoader.load(world) : WorldLoader.load(world, accounts);
  }
}

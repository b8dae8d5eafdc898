package io.assay.workbench.worlds;

import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Crawls of world files, as of the day that a world is generated for if nobody says another. */
public final class WorldCrawls implements CrawlOfWorld {
  @Override
  public void check(Path world) {
    WorldLoader.load(world);
  }

  @Override
  public LocalDate write(SparkSession spark, Path world, long seed, String folder) {
    WorldGeneration generation =
        WorldGeneration.of(world, seed, GeneratorOptions.DEFAULT_CRAWL_DATE);
    generation.write(spark, folder, false);
    return generation.crawlDate();
  }
}

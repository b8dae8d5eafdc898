package io.assay.bench;

import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.Society;
import io.assay.workbench.worlds.World;
import io.assay.workbench.worlds.WorldCrawl;
import io.assay.workbench.worlds.WorldFile;
import io.assay.workbench.worlds.WorldLoader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** How long the crawl of {@code conf/worlds/scale.yaml} takes to make. */
final class WorldBench {
  private static final String WORLD = "scale";

  /** Seconds for ten million interactions. */
  private static final double BAR = 120;

  private final SparkSession spark;
  private final Path work;
  private final Consumer<Path> delete;

  WorldBench(SparkSession spark, Path work, Consumer<Path> delete) {
    this.spark = spark;
    this.work = work;
    this.delete = delete;
  }

  /** Prints a line a round; true if the fastest is within the bar. */
  boolean run(int repeat) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < repeat; i++) {
      Path folder = work.resolve("world-" + ProcessHandle.current().pid() + "-" + i);
      long start = System.nanoTime();
      World world = WorldLoader.load(WorldFile.of(WORLD));
      Society society = Society.of(world, i + 1L, CrawlDate.DEFAULT);
      WorldCrawl.Written written = new WorldCrawl(spark, society).write(folder.toString(), false);
      double seconds = (System.nanoTime() - start) / 1e9;
      double perTenMillion = seconds * 1e7 / written.interactions();
      best = Math.min(best, perTenMillion);
      System.out.printf(
          Locale.ROOT,
          "world scale, seed %d: %,d accounts, %,d posts, %,d interactions, %,d MB in %.1f s;"
              + " %.1f s for ten million (bar %.0f), peak %,d MB%n",
          i + 1,
          world.accounts(),
          written.posts(),
          written.interactions(),
          written.bytes() / 1_000_000,
          seconds,
          perTenMillion,
          BAR,
          Machine.peakMegabytes());
      delete.accept(folder);
    }
    return best <= BAR;
  }
}

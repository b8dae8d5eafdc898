package io.assay.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.Table;
import io.assay.ingest.Crawl;
import io.assay.job.Job;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.WorldGeneration;
import io.assay.workbench.worlds.WorldLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days of coordination that were made one by one, each when its delivery came, hold what a run over
 * all days makes of the same deliveries; and a day that is made again makes those due that keep its
 * names. The window is half as long, so that what came first is forgotten again.
 */
@Tag("slow")
class CoordinationOfDaysTest {
  /** Each costs ten seconds; {@code -Dassay.days=28} takes four weeks. */
  private static final int DAYS = Integer.getInteger("assay.days", 8);

  private static final int WINDOW = DAYS / 2;
  private static final int REMADE = DAYS - 2;

  private static final List<Table> TABLES = Jobs.daily("coordination").writes();
  private static final List<Job> JOBS =
      Jobs.leadingTo(TABLES.stream().map(Table::id).collect(Collectors.toSet()));

  @TempDir private Path folder;
  private List<LocalDate> dates;

  private void generate() {
    WorldGeneration world =
        WorldGeneration.of(
            WorldLoader.load(Path.of("conf/worlds/default.yaml"), 3_000), 1, CrawlDate.DEFAULT);
    dates = world.dates(DAYS);
    world.writeDaily(SparkFixture.spark(), folder.resolve("days").toString(), false, DAYS);
  }

  private TestLake lake(String name) {
    return new TestLake(folder.resolve(name), "coordination.window_days=" + WINDOW);
  }

  private Crawl delivery(LocalDate day) {
    Path files = folder.resolve("days").resolve(day.toString());
    return new Crawl(files.toString(), "c", day, null, null);
  }

  /** As a scheduler does: each day is a process that reads the lake anew. */
  private TestLake oneByOne() {
    TestLake lake = lake("one by one");
    for (LocalDate day : dates) {
      Pipeline pipeline = lake.pipeline();
      pipeline.ingest(delivery(day));
      pipeline.next().run(JOBS, day);
    }
    return lake;
  }

  /** As a backfill does: one process, which knows what it has written. */
  private TestLake atOnce() {
    TestLake lake = lake("at once");
    Pipeline pipeline = lake.pipeline();
    for (LocalDate day : dates) {
      pipeline.ingest(delivery(day));
      pipeline = pipeline.next();
    }
    make(lake, dates);
    return lake;
  }

  private static void make(TestLake lake, List<LocalDate> days) {
    Pipeline pipeline = lake.pipeline();
    for (LocalDate day : days) {
      pipeline.run(JOBS, day);
      pipeline = pipeline.next();
    }
  }

  /** The days whose coordination a backfill would make now, and then because of these. */
  private List<LocalDate> due(TestLake lake) {
    Backfill backfill = lake.pipeline().backfill("test");
    return dates.stream()
        .filter(
            day -> {
              boolean due = backfill.due(day).contains(Jobs.daily("coordination"));
              if (due) {
                backfill.made(day);
              }
              return due;
            })
        .toList();
  }

  @Test
  void whatDayByDayFoundIsWhatAllAtOnceFinds() {
    generate();
    TestLake oneByOne = oneByOne();
    Map<String, String> contents = oneByOne.contents(TABLES);
    assertThat(contents).hasSize(TABLES.size() * DAYS);
    TestLake atOnce = atOnce();
    assertThat(atOnce.contents(TABLES)).isEqualTo(contents);
    assertThat(daysOfOldNames(oneByOne))
        .as("days with groups known since an earlier day, without which nothing is shown")
        .isPositive();

    assertThat(due(atOnce)).isEmpty();
    make(atOnce, List.of(dates.get(REMADE)));
    List<LocalDate> due = due(atOnce);
    assertThat(due).isEqualTo(dates.subList(REMADE + 1, DAYS));
    make(atOnce, due);
    assertThat(due(atOnce)).isEmpty();
    assertThat(atOnce.contents(TABLES)).isEqualTo(contents);
  }

  private static long daysOfOldNames(TestLake lake) {
    return lake.table(CoordinationTables.COORDINATED_GROUP)
        .where(col("known_since").lt(col("as_of")))
        .select("as_of")
        .distinct()
        .count();
  }
}

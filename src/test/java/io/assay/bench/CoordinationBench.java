package io.assay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.SilverTables;
import io.assay.job.Job;
import io.assay.pipeline.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The coordination job on made-up crawls with pods and farms, beside two yardsticks on the same
 * interactions in the same process, and what it costs on next to none; then whether a post that has
 * half of all interactions and an actor on a third of all posts make it slower or hide groups.
 */
final class CoordinationBench {
  private static final long NEXT_TO_NONE = 500;

  /** The yardstick in SQL counts hundreds of pairs an interaction, more the more there are. */
  private static final long JOIN_UP_TO = 1_000_000;

  /** The exceptions are tried at the largest size up to this. */
  private static final long SKEW_UP_TO = 3_000_000;

  private static final double SKEW_BAR = 1.3;

  private final SparkSession spark;
  private final Path work;
  private final KeptLakes lakes;
  private final Job job = Jobs.daily("coordination");

  CoordinationBench(SparkSession spark, Path work, KeptLakes lakes) {
    this.spark = spark;
    this.work = work;
    this.lakes = lakes;
  }

  /** Prints a table and what the exceptions did; true if nothing is over its bar. */
  boolean run(List<Long> sizes, int repeat) {
    Timed first = timed(new PlantedCrawl(spark, NEXT_TO_NONE, false), 1);
    Timed fixed = timed(new PlantedCrawl(spark, NEXT_TO_NONE, false), repeat);
    System.out.printf(
        Locale.ROOT,
        "%d interactions: %.1f s and %.1f s of processor time; the first time in a process %.1f s"
            + " and %.1f s%n",
        NEXT_TO_NONE,
        fixed.clock(),
        fixed.cpu(),
        first.clock(),
        first.cpu());
    System.out.println(CoordinationCost.header());
    boolean acceptable = true;
    Map<Long, Timed> even = new HashMap<>();
    CoordinationCost smaller = null;
    for (long rows : sizes) {
      CoordinationCost cost = measure(rows, fixed, repeat);
      System.out.println(cost.line(smaller));
      acceptable &= cost.acceptable(smaller);
      smaller = cost;
      even.put(rows, cost.job());
    }
    System.out.printf(
        "median of %d; s/M = seconds a million beyond those of %d interactions; exponent = of time"
            + " by size, since the line above; peak = resident memory of the process so far%n",
        repeat, NEXT_TO_NONE);
    Optional<Long> exceptions =
        sizes.stream().filter(rows -> rows <= SKEW_UP_TO).max(Long::compare);
    return acceptable
        & (exceptions.isEmpty() || skewed(exceptions.get(), even.get(exceptions.get()), repeat));
  }

  private CoordinationCost measure(long rows, Timed fixed, int repeat) {
    Path lake = prepared(new PlantedCrawl(spark, rows, false));
    PipelineWorkload workload = new PipelineWorkload(spark, lake, PlainCrawl.DAY);
    PairsInSql sql = new PairsInSql(spark, workload, work.resolve("coordination-pairs"));
    List<Timed> ours = new ArrayList<>();
    List<Timed> reads = new ArrayList<>();
    List<Timed> joins = new ArrayList<>();
    long shuffled = 0;
    for (int i = 0; i < repeat; i++) {
      reads.add(Timed.of(sql::counted));
      try (BytesRead moved = new BytesRead(spark)) {
        ours.add(Timed.of(() -> workload.run(job)));
        shuffled = moved.shuffledBytes();
      }
      if (rows <= JOIN_UP_TO) {
        joins.add(Timed.of(sql::joined));
      }
    }
    lakes.delete().accept(sql.out());
    long held = workload.slice(SilverTables.INTERACTION).count();
    System.err.printf(
        Locale.ROOT,
        "%,d interactions: %d accepted groups, %d planted; %.1f bytes an interaction shuffled%n",
        held,
        accepted(workload).size(),
        2 * new PlantedCrawl(spark, rows, false).groups(),
        (double) shuffled / held);
    lakes.release(lake);
    return new CoordinationCost(
        rows,
        held,
        Timed.median(ours),
        fixed,
        Timed.median(reads),
        joins.isEmpty() ? null : Timed.median(joins),
        Machine.peakMegabytes());
  }

  /**
   * @param rows of which half are the exceptions'
   * @param even what the job took for as many rows without exceptions
   */
  private boolean skewed(long rows, Timed even, int repeat) {
    Groups without = found(new PlantedCrawl(spark, rows / 2, false), repeat);
    Groups with = found(new PlantedCrawl(spark, rows / 2, true), repeat);
    GroupsKept kept = GroupsKept.of(without.members(), with.members());
    double change = with.time().clock() / even.clock();
    System.out.printf(
        Locale.ROOT,
        "%,d interactions, half of them on one post, and an actor on a third of all posts: %.1f s"
            + " (%.1f of processor time), %.2f (%.2f) times those of as many without (bar %.1f)%s;"
            + " %.1f s (%.1f) without these two; %s%n",
        rows,
        with.time().clock(),
        with.time().cpu(),
        change,
        with.time().cpu() / even.cpu(),
        SKEW_BAR,
        change > SKEW_BAR ? "  OVER THE BAR" : "",
        without.time().clock(),
        without.time().cpu(),
        kept.text());
    return change <= SKEW_BAR && kept.acceptable();
  }

  /** Accepted groups by name, and how long the job took to find them. */
  private record Groups(Map<String, Set<String>> members, Timed time) {}

  private Groups found(PlantedCrawl crawl, int repeat) {
    Path lake = prepared(crawl);
    PipelineWorkload workload = new PipelineWorkload(spark, lake, PlainCrawl.DAY);
    List<Timed> times = new ArrayList<>();
    for (int i = 0; i < repeat; i++) {
      times.add(Timed.of(() -> workload.run(job)));
    }
    Groups groups = new Groups(accepted(workload), Timed.median(times));
    lakes.release(lake);
    return groups;
  }

  private Timed timed(PlantedCrawl crawl, int repeat) {
    return found(crawl, repeat).time();
  }

  private static Map<String, Set<String>> accepted(PipelineWorkload workload) {
    Map<String, Set<String>> members = new HashMap<>();
    for (Row group :
        workload
            .slice(CoordinationTables.COORDINATED_MEMBER)
            .where("role = 'member' AND kind <> 'unexplained'")
            .groupBy("group_id")
            .agg(collect_list(col("account_id")))
            .collectAsList()) {
      members.put(group.getString(0), new HashSet<>(group.getList(1)));
    }
    return members;
  }

  private Path prepared(PlantedCrawl crawl) {
    Path lake =
        lakes.path("coordination-" + crawl.rows() + (crawl.skewed() ? "-with-exceptions" : ""));
    lakes.prepare(
        lake,
        () -> {
          System.err.printf(Locale.ROOT, "lake of %,d interactions%n", crawl.events());
          new PipelineWorkload(spark, lake, PlainCrawl.DAY).run(new SilverOfCrawl(crawl).job());
        });
    return lake;
  }
}

package io.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.conform.ConformJob;
import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.job.Job;
import io.assay.testing.GeneratedCode;
import io.assay.testing.MemoryLake;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plans of every job, compiled: Java never optimizes a method of more than 8,000 bytes, and has
 * none of more than 64 KB; Spark then prints what it generated and falls back.
 */
@Tag("slow")
class GeneratedPlansTest {
  private static final Map<String, String> COMPILED =
      Map.of(
          "spark.sql.codegen.wholeStage", "true",
          "spark.sql.codegen.factoryMode", "CODEGEN_ONLY",
          "spark.sql.codegen.fallback", "false",
          // With it a plan is complete only when it has run.
          "spark.sql.adaptive.enabled", "false");

  @TempDir private static Path folder;

  private static final Map<String, String> BEFORE = new HashMap<>();

  /** By job the sizes of the largest method of each stage; -1 where it could not be compiled. */
  private static final Map<String, List<Integer>> SIZES = new LinkedHashMap<>();

  @BeforeAll
  static void compileAll() throws Exception {
    SparkSession spark = SparkFixture.spark();
    COMPILED.forEach(
        (key, value) -> {
          BEFORE.put(key, spark.conf().get(key));
          spark.conf().set(key, value);
          // A small job interprets its plans unless this is set for the whole process.
          spark.sparkContext().conf().set(key, value);
        });
    Sizes sizes = new Sizes();
    spark.listenerManager().register(sizes);
    try {
      TestLake lake = crawl(new TestLake(folder));
      sizes.of("ingest");
      lake.ingest("c");
      lake.ingest("table");
      for (Job job : Jobs.DAILY) {
        sizes.of(job.name());
        lake.run(job.name(), TestLake.DAY);
      }
      sizes.of("conform in many tasks");
      Path delivered = folder.resolve("crawl").resolve("c");
      MemoryLake many = new MemoryLake(1L << 30);
      for (Feed feed : List.of(Feeds.ACCOUNTS, Feeds.POSTS, Feeds.INTERACTIONS)) {
        for (int day = 1; day >= 0; day--) {
          many.deliver(
              feed, "c", TestLake.DAY.minusDays(day), lines(delivered.resolve(feed.name())));
        }
      }
      many.run(TestLake.DAY, ConformJob.JOB.body());
      sizes.of("");
      SIZES.remove("");
    } finally {
      spark.listenerManager().unregister(sizes);
      BEFORE.forEach(spark.conf()::set);
      COMPILED.keySet().forEach(spark.sparkContext().conf()::remove);
    }
  }

  @ParameterizedTest
  @MethodSource("work")
  void noStageIsTooLargeForJava(String work) {
    List<Integer> sizes = SIZES.get(work);
    assertThat(sizes).isNotEmpty().allSatisfy(size -> assertThat(size).isPositive());
    assertThat(sizes.stream().filter(size -> size >= GeneratedCode.LIMIT).toList())
        .as("stages above the limit among %s", sizes)
        .isEmpty();
  }

  static Set<String> work() {
    return SIZES.keySet();
  }

  private static String[] lines(Path feed) throws IOException {
    try (Stream<Path> files = Files.list(feed)) {
      return Files.readString(files.findFirst().orElseThrow()).lines().toArray(String[]::new);
    }
  }

  private static TestLake crawl(TestLake lake) {
    String at = "2026-10-31T08:00:00Z";
    StringBuilder accounts = new StringBuilder();
    StringBuilder posts = new StringBuilder();
    StringBuilder events = new StringBuilder();
    for (int a = 0; a < 12; a++) {
      accounts.append(
          "{\"platform\":\"x\",\"account_id\":\"a%d\",\"crawled_at\":\"%s\",\"followers\":%d,\"bio\":\"hello\"}%n"
              .formatted(a, at, 1000 + a));
      for (int p = 0; p < 5; p++) {
        posts.append(
            "{\"platform\":\"x\",\"post_id\":\"p%d-%d\",\"account_id\":\"a%d\",\"posted_at\":\"2026-10-1%dT08:00:00Z\",\"crawled_at\":\"%s\",\"likes\":%d,\"comments\":%d,\"media_type\":\"video\"}%n"
                .formatted(a, p, a, p, at, 10 + p, p));
        events.append(
            "{\"platform\":\"x\",\"post_id\":\"p%d-%d\",\"actor_id\":\"a%d\",\"kind\":\"comment\",\"interaction_id\":\"c%d-%d\",\"crawled_at\":\"%s\",\"occurred_at\":\"2026-10-1%dT09:00:00Z\",\"text\":\"so good\"}%n"
                .formatted(a, p, (a + p) % 12, a, p, at, p));
      }
    }
    return lake.file("c", "accounts/a.jsonl", accounts.toString())
        .file("c", "posts/p.jsonl", posts.toString())
        .file("c", "interactions/i.jsonl", events.toString())
        .file(
            "table",
            "accounts/a.csv",
            "platform,account_id,crawled_at,followers\nx,a1," + at + ",5\nx,a99," + at + ",6\n")
        .file(
            "table",
            "follows/f.csv",
            "platform,follower_id,account_id,crawled_at\nx,a1,a2," + at + "\n");
  }

  /** Notes the sizes of what was compiled for each query. */
  private static final class Sizes implements QueryExecutionListener {
    private List<Integer> sizes = new ArrayList<>();

    /** Waits for what was told of the job before. */
    void of(String job) throws Exception {
      SparkFixture.spark().sparkContext().listenerBus().waitUntilEmpty(60_000);
      sizes = Collections.synchronizedList(new ArrayList<>());
      SIZES.put(job, sizes);
    }

    @Override
    public void onSuccess(String function, QueryExecution query, long nanoseconds) {
      sizes.addAll(GeneratedCode.sizes(query.executedPlan()));
    }

    @Override
    public void onFailure(String function, QueryExecution query, Exception exception) {
      sizes.add(-1);
    }
  }
}

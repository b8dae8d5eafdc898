package io.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.OpsTables;
import io.assay.ingest.Crawl;
import io.assay.job.Progress;
import io.assay.lake.delta.Partitions;
import io.assay.lake.delta.TableState;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process may end after any of its commits: the next one then gives what a clean run gives. */
@Tag("slow")
class KilledAnywhereTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);

  /** What every table holds of every day and delivery, by the last publication of each. */
  private static final String CONTENTS =
      "max_by(table_name || ' ' || slice || ' ' || content_hash, version) content";

  @TempDir private Path folder;

  @Test
  void aDeliveryAndItsDay() {
    TestLake clean = lake("clean");
    List<TestLake> ingesting = afterEachCommit(clean, p -> p.ingest(delivery(clean)));
    List<TestLake> measuring = afterEachCommit(clean, p -> p.runAll(SECOND));
    List<String> contents = contents(clean);
    assertThat(contents).as("tables and slices").hasSizeGreaterThan(15);
    assertThat(ingesting).as("commits of the delivery").hasSize(4);
    assertThat(measuring).as("commits of the day").hasSize(27);

    for (TestLake killed : ingesting) {
      killed.pipeline().ingest(delivery(killed));
      killed.pipeline().runAll(SECOND);
      assertWhole(killed, contents);
    }
    for (TestLake killed : measuring) {
      killed.pipeline().runAll(SECOND);
      assertWhole(killed, contents);
    }
  }

  private static void assertWhole(TestLake lake, List<String> contents) {
    assertThat(contents(lake)).as(lake.location()).isEqualTo(contents);
    assertThat(
            lake.table(OpsTables.PUBLICATION)
                .groupBy("run_id", "table_name", "slice", "version")
                .count()
                .where("count > 1")
                .selectExpr("table_name || ' ' || slice || ' ' || version")
                .as(Encoders.STRING())
                .collectAsList())
        .as("publications that stand in the ledger more than once: " + lake.location())
        .isEmpty();
  }

  /** The lake as a process leaves it that ends after the first commit of the work, the second … */
  private List<TestLake> afterEachCommit(TestLake lake, Consumer<Pipeline> work) {
    Copier copier = new Copier(lake);
    work.accept(
        new Pipeline(
            SparkFixture.spark(), lake.lake(), lake.settings(), "test", new Progress(copier)));
    return copier.copies;
  }

  /** A lake with one day, made by a run of its own: copied, so that it is made once. */
  private TestLake lake(String name) {
    Path made = folder.resolve("made");
    if (!made.toFile().exists()) {
      TestLake first = new TestLake(made);
      first
          .file("one", "accounts/a.jsonl", account("a", FIRST))
          .file("one", "posts/p.jsonl", post("a", FIRST))
          .file("one", "interactions/i.jsonl", comment("x", FIRST) + comment("y", FIRST))
          .file("two", "accounts/a.jsonl", account("a", SECOND) + account("b", SECOND))
          .file("two", "posts/p.jsonl", post("a", SECOND))
          .file("two", "interactions/i.jsonl", comment("y", FIRST) + comment("z", SECOND));
      first.ingest("one", FIRST);
      first.pipeline().runAll(FIRST);
    }
    return new TestLake(made).copy(folder.resolve(name));
  }

  private Crawl delivery(TestLake lake) {
    return new Crawl(lake.crawl("two").toString(), "two", SECOND, null, null);
  }

  /** Hashes as the ledger has them, and rows as the tables' files have them. */
  private static List<String> contents(TestLake lake) {
    List<String> contents = new ArrayList<>(hashes(lake));
    for (String table : lake.lake().tables()) {
      if (!table.startsWith("ops.")) {
        Map<String, Long> rows = new TreeMap<>();
        String path = lake.location() + "/" + table.replace('.', '/');
        TableState.of(SparkFixture.spark(), path)
            .files(Partitions.all())
            .forEach(file -> rows.merge(file.partition().toString(), file.rows(), Long::sum));
        contents.add(table + " " + rows);
      }
    }
    return contents;
  }

  private static List<String> hashes(TestLake lake) {
    return lake
        .table(OpsTables.PUBLICATION)
        .groupBy("table_name", "slice")
        .agg(org.apache.spark.sql.functions.expr(CONTENTS))
        .select("content")
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  private static String account(String id, LocalDate day) {
    return """
        {"platform":"x","account_id":"%s","crawled_at":"%sT05:00:00Z","followers":50}
        """
        .formatted(id, day);
  }

  private static String post(String author, LocalDate day) {
    return """
        {"platform":"x","post_id":"p%2$s","account_id":"%1$s","posted_at":"2026-09-01T00:00:00Z",\
        "crawled_at":"%2$sT05:00:00Z","likes":5,"comments":1}
        """
        .formatted(author, day);
  }

  private static String comment(String actor, LocalDate day) {
    return """
        {"platform":"x","post_id":"p2026-10-01","actor_id":"%s","kind":"comment",\
        "occurred_at":"%2$sT01:00:00Z","crawled_at":"%2$sT05:00:00Z","text":"so good"}
        """
        .formatted(actor, day);
  }

  /**
   * Copies the lake whenever a publication is told: a process that ends there leaves just this, for
   * nothing of it runs afterwards.
   */
  private static final class Copier extends PrintStream {
    private final TestLake lake;
    private final List<TestLake> copies = new ArrayList<>();

    Copier(TestLake lake) {
      super(OutputStream.nullOutputStream());
      this.lake = lake;
    }

    @Override
    public PrintStream printf(Locale locale, String format, Object... values) {
      if (format.contains("rows")) {
        Path parent = Path.of(lake.location()).getParent();
        copies.add(lake.copy(parent.resolveSibling("after-" + values[0] + "-" + copies.size())));
      }
      return this;
    }
  }
}

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process may end after any of its commits: the next one then gives what a clean run gives. */
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
    clean.pipeline().ingest(delivery(clean));
    clean.pipeline().runAll(SECOND);
    List<String> contents = contents(clean);
    assertThat(contents).as("tables and slices").hasSizeGreaterThan(15);

    int ingested =
        killedAfterEach(pipeline -> pipeline.ingest(delivery(clean)), "ingest", contents);
    int measured = killedAfterEach(pipeline -> pipeline.runAll(SECOND), "run", contents);
    assertThat(ingested).as("commits of the delivery").isEqualTo(4);
    assertThat(measured).as("commits of the day").isEqualTo(14);
  }

  /** One lake goes through all: killed after one commit more each time, and then made whole. */
  private int killedAfterEach(Consumer<Pipeline> work, String name, List<String> contents) {
    int commits = 0;
    while (true) {
      TestLake lake = lake(name + "-" + (commits + 1));
      if (name.equals("run")) {
        lake.pipeline().ingest(delivery(lake));
      }
      Killer killer = new Killer(commits + 1);
      Pipeline killed =
          new Pipeline(
              SparkFixture.spark(), lake.lake(), lake.settings(), "test", new Progress(killer));
      try {
        work.accept(killed);
        return commits;
      } catch (Killed e) {
        commits++;
      }
      if (name.equals("ingest")) {
        lake.pipeline().ingest(delivery(lake));
      }
      lake.pipeline().runAll(SECOND);
      assertThat(contents(lake))
          .as("killed after commit %d of %s", commits, name)
          .isEqualTo(contents);
      assertThat(
              lake.table(OpsTables.PUBLICATION)
                  .groupBy("run_id", "table_name", "slice", "version")
                  .count()
                  .where("count > 1")
                  .selectExpr("table_name || ' ' || slice || ' ' || version")
                  .as(Encoders.STRING())
                  .collectAsList())
          .as("publications that stand in the ledger more than once")
          .isEmpty();
    }
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

  /** What a kill looks like from inside: nothing after it runs. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Ends the process, as far as the test goes, when so many publications were told. */
  private static final class Killer extends PrintStream {
    private int left;

    Killer(int publications) {
      super(OutputStream.nullOutputStream());
      this.left = publications;
    }

    @Override
    public PrintStream printf(Locale locale, String format, Object... values) {
      if (format.contains("rows") && --left == 0) {
        throw new Killed();
      }
      return this;
    }
  }
}

package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, from a crawl to the page, and how it ends where there is nothing to explain. */
class ExplainTest {
  private static final String SEEN = "\"platform\":\"x\",\"crawled_at\":\"2026-10-31T10:00:00Z\"";

  @TempDir private Path folder;

  private CliRun explain(TestLake lake, String... more) {
    return CliRun.of(
        Stream.concat(Stream.of("explain", "--lake", lake.location()), Arrays.stream(more))
            .toArray(String[]::new));
  }

  @Test
  void aPageOfADayThatWasRunWithTheQueriesBehindIt() {
    TestLake lake =
        new TestLake(folder)
            .file(
                "c",
                "accounts/a.jsonl",
                "{%s,\"account_id\":\"ann\",\"handle\":\"ann.shoots\",\"followers\":1733}\n"
                    .formatted(SEEN))
            .file("c", "posts/p.jsonl", post(1, 61) + post(2, 47) + post(3, 53))
            .file(
                "c",
                "interactions/i.jsonl",
                "{%s,\"post_id\":\"1\",\"actor_id\":\"guest\",\"kind\":\"like\"}\n".formatted(SEEN))
            .ingest("c");
    CliRun early = explain(lake, "--handle", "ann.shoots");
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.out()).isEmpty();
    assertThat(early.lastLine()).contains("has no complete day yet", "jobs/assay run --as-of");

    lake.pipeline().runAll(TestLake.DAY);
    CliRun told = explain(lake, "--handle", "ann.shoots", "--sql");
    assertThat(told.code()).as(told.err()).isZero();
    String[] parts = told.out().split("\\n-- The queries behind this page", 2);
    assertThat(parts[0]).startsWith("ann.shoots, x account ann, as of 2026-10-31\n1,733 followers");
    ToldNumbers numbers = new ToldNumbers();
    List<String> queries = Arrays.stream(parts[1].split(";\n")).filter(q -> !q.isBlank()).toList();
    assertThat(queries).hasSizeGreaterThan(9);
    queries.forEach(
        sql -> numbers.add(SparkFixture.spark().sql(afterTheHead(sql)).collectAsList()));
    assertThat(numbers.unfounded(parts[0].replaceAll("\\s+", " "))).isEmpty();

    CliRun actor = explain(lake, "--platform", "X", "--account-id", "guest");
    assertThat(actor.code()).as(actor.err()).isZero();
    assertThat(actor.out())
        .startsWith("x account guest, as of 2026-10-31\nHow many followers it has is not known.")
        .contains("its followers over time; the profile, because:");

    CliRun nobody = explain(lake, "--platform", "x", "--account-id", "ann.shots");
    assertThat(nobody.code()).isEqualTo(2);
    assertThat(nobody.lastLine()).contains("no account ann.shots of x", "ann.shoots (x ann)");
    CliRun never = explain(lake, "--handle", "ann.shoots", "--as-of", "2026-10-30");
    assertThat(never.code()).isEqualTo(2);
    assertThat(never.lastLine())
        .contains("has no complete run of 2026-10-30", "newest complete day is 2026-10-31");
  }

  private static String post(int id, int likes) {
    return "{%s,\"post_id\":\"%d\",\"account_id\":\"ann\",\"posted_at\":\"2026-10-2%dT10:00:00Z\",\"likes\":%d,\"comments\":2}\n"
        .formatted(SEEN, id, id, likes);
  }

  /** What stands before the first query is a remark to people. */
  private static String afterTheHead(String sql) {
    return sql.lines()
        .dropWhile(line -> !line.startsWith("SELECT") && !line.startsWith("WITH"))
        .reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void whoIsMeantIsSaidOnce() {
    for (List<String> given :
        List.of(
            List.<String>of(),
            List.of("--account-id", "1", "--handle", "ann"),
            List.of("--handle", " "))) {
      CliRun run =
          BeforeSpark.run(
              () ->
                  CliRun.of(
                      Stream.concat(
                              Stream.of("explain", "--lake", folder.toString()), given.stream())
                          .toArray(String[]::new)));
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.lastLine()).contains("--handle");
    }
  }
}

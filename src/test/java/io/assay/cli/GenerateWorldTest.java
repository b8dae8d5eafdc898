package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateWorldTest {
  private static final String SMALL =
      """
      population: {accounts: 600, niches: 3}
      activity: {engagements_per_account: 5, follows_per_account: 2}
      pods: {share: 0.02, size: [6, 6]}
      farms: {share: 0.02, size: [6, 6], customers: [2, 2], victims: [1, 1]}
      bought_followers: {share: 0.02, size: [6, 12]}
      look_alikes: {fan_club_size: [15, 30], shout_out_size: [60, 60], cliques: 0,
        brand_size: [3, 3]}
      """;

  @TempDir Path folder;

  private String world(String yaml) throws IOException {
    return Files.writeString(folder.resolve("mine.yaml"), yaml).toString();
  }

  private String out() {
    return folder.resolve("crawl").toString();
  }

  @Test
  void aWorldIsWrittenAndShown() throws IOException {
    SparkFixture.spark();
    CliRun run = CliRun.of("generate", "--world", world(SMALL), "--out", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("pod              pod", "comments per 100 likes")
        .containsPattern("genuine +ordinary");
    assertThat(run.lastLine())
        .startsWith("assay: done: wrote 5 files to " + out())
        .contains("jobs/assay ingest " + out() + " --crawl-id mine --crawl-date 2026-10-03");
    try (Stream<Path> feeds = Files.list(Path.of(out()))) {
      assertThat(feeds.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("accounts", "posts", "interactions", "follows", "labels");
    }
  }

  /** The walk through worlds.md: one folder a day, and the days made one by one. */
  @Test
  void aDayAfterTheOtherIsMadeAndIngested() throws IOException {
    SparkFixture.spark();
    String world = world(SMALL);
    CliRun run = CliRun.of("generate", "--world", world, "--daily", "--days", "3", "--out", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lastLine())
        .contains("for day in " + out() + "/*; do jobs/assay ingest $day --crawl-id mine")
        .contains("jobs/assay run --from 2026-10-01 --to 2026-10-03 --lake DIR");
    assertThat(run.out()).contains("comments per 100 likes");
    String whole = folder.resolve("whole").toString();
    assertThat(CliRun.of("generate", "--world", world, "--out", whole).code()).isZero();

    String lake = folder.resolve("lake").toString();
    for (String day : List.of("2026-10-01", "2026-10-02", "2026-10-03")) {
      String delivery = out() + "/" + day;
      succeeds("ingest", delivery, "--crawl-id", "mine", "--crawl-date", day, "--lake", lake);
      succeeds("conform", "--as-of", day, "--lake", lake);
    }
    SparkSession spark = SparkFixture.spark();
    Dataset<Row> events = spark.read().format("delta").load(lake + "/silver/interaction");
    assertThat(events.count())
        .isEqualTo(spark.read().json(whole + "/interactions").count())
        .isPositive();
    assertThat(events.where("first_seen_on > '2026-10-01'").count()).isPositive();
    assertThat(events.where("occurred_at >= first_seen_on + INTERVAL 1 DAY").count()).isZero();
    Dataset<Row> posts =
        spark.read().format("delta").load(lake + "/silver/post").where("as_of = '2026-10-03'");
    assertThat(posts.count()).isEqualTo(spark.read().json(whole + "/posts").count());
    Dataset<Row> quarantined = spark.read().format("delta").load(lake + "/ops/quarantine");
    assertThat(quarantined.count()).isZero();
  }

  private static void succeeds(String... line) {
    CliRun run = CliRun.of(line);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void aDryRunShowsWhoWouldBeThereAndWritesNothing() throws IOException {
    CliRun run = CliRun.of("generate", "--world", world(SMALL), "--out", out(), "--dry-run");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("farm_worker", "would write 600 accounts, ");
    assertThat(Path.of(out())).doesNotExist();
  }

  @Test
  void allMistakesOfAWorldAreReportedAndNothingIsWritten() throws IOException {
    String file = world("pods: {share: -1, sizes: 3}\nactivity: {comment_share: 2}\n");
    CliRun run = CliRun.of("generate", "--world", file, "--out", out());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "world file " + file + " has 3 problem(s):",
            "pods.share: -1; allowed: a number from 0.0 to 1.0",
            "pods.sizes: unknown key; allowed: one of camouflage, comment_share, ",
            "activity.comment_share: 2; allowed: a number from 0.0 to 1.0");
    assertThat(run.lastLine()).contains("conf/worlds/default.yaml explains every key.");
    assertThat(Path.of(out())).doesNotExist();
  }

  @Test
  void aShippedWorldIsCalledByItsNameAndMayHaveOtherAccounts() {
    CliRun run =
        CliRun.of(
            "generate", "--world", "demo", "--accounts", "3_000", "--out", out(), "--dry-run");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("would write 3,000 accounts, ");
  }

  @Test
  void withoutAWorldItIsTheDefaultOne() {
    CliRun run = CliRun.of("generate", "--out", out(), "--dry-run");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("would write 20,000 accounts, ");
  }

  @Test
  void argumentsThatCannotBeAreTheCallersMistake() {
    assertThat(mistake("--accounts", "many")).contains("--accounts many is not a whole number");
    assertThat(mistake("--accounts", "10")).contains("Give other --accounts, or correct");
    assertThat(mistake("--seed", "1.5")).contains("--seed 1.5 is not a whole number");
    assertThat(mistake("--crawl-date", "1999-01-01")).contains("from 2020-01-01 to 2100-01-01");
    assertThat(mistake("--world", "defualt"))
        .contains("--world defualt does not exist. Give one of camouflage, crowd, default, demo, ");
    assertThat(mistake("--posts", "10")).contains("--posts");
    assertThat(mistake("--days", "10")).contains("--days is of daily deliveries. Give --daily");
    assertThat(mistake("--daily", "--days=61")).contains("the world has 60 days");
  }

  private String mistake(String option, String value) {
    CliRun run = CliRun.of("generate", option, value, "--out", out());
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    return run.lastLine();
  }

  @Test
  void aWorldThatIsMissing() {
    CliRun run = CliRun.of("generate", "--world", "no/such.yaml", "--out", out());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastLine()).contains("no/such.yaml does not exist", "--world");
  }
}

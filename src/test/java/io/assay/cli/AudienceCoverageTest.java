package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.AudienceTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.testing.SparkFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the intervals of {@code gold.audience_quality} hold the share that was planted, in a
 * made-up world of which it is known who is a bot or in a pod, and on which no weight was fitted.
 * It prints the lines of {@code src/docs/methods.md}.
 */
@Tag("slow")
class AudienceCoverageTest {
  private static final String DAY = "2026-10-03";

  /** Who did what to whom: an account and a post, and whom a crawl names as a follower. */
  private static final String ENGAGEMENTS =
      "SELECT DISTINCT p.account_id, i.actor_id AS actor, i.post_id FROM interaction i"
          + " JOIN post p ON p.post_id = i.post_id WHERE i.actor_id <> p.account_id";

  private static final String FOLLOWERS =
      "SELECT DISTINCT account_id, follower_id AS actor FROM follow WHERE follower_id <> account_id";

  @TempDir private static Path folder;

  @BeforeAll
  static void measure() {
    String crawl = folder.resolve("crawl").toString();
    String lake = folder.resolve("lake").toString();
    call("generate", "--world", "default", "--seed", "911", "--out", crawl);
    call("ingest", crawl, "--crawl-id", "w", "--crawl-date", DAY, "--lake", lake);
    call("run", "--as-of", DAY, "--lake", lake);
    SparkSession spark = SparkFixture.spark();
    for (Table table :
        List.of(
            SilverTables.INTERACTION,
            SilverTables.POST,
            SilverTables.FOLLOW,
            SilverTables.LABEL,
            AudienceTables.AUDIENCE_QUALITY)) {
      spark
          .read()
          .format("delta")
          .load(folder.resolve("lake").resolve(table.id().replace('.', '/')).toString())
          .createOrReplaceTempView(table.name());
    }
  }

  private static void call(String... arguments) {
    CliRun run = CliRun.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"engagements, .9", "sampled_followers, .9"})
  void intervalsHoldWhatWasPlanted(String counted, double least) {
    Row row = compared(counted);
    System.out.println(line(counted, row));
    assertThat(row.getLong(0)).isGreaterThan(500);
    assertThat(row.getDouble(1)).isGreaterThanOrEqualTo(least);
  }

  /** Creators of whom 50 or more are assessed. */
  private static Row compared(String counted) {
    return SparkFixture.spark()
        .sql(
            """
                WITH bad AS (
                  SELECT account_id, max(if(label IN ('bot', 'pod'), 1, 0)) AS bad FROM label
                  GROUP BY account_id),
                planted AS (
                  SELECT t.account_id, avg(coalesce(l.bad, 0)) AS share
                  FROM (%2$s) t LEFT JOIN bad l ON l.account_id = t.actor
                  GROUP BY t.account_id),
                compared AS (
                  SELECT p.share, q.doubtful_%1$s_share AS found,
                    q.doubtful_%1$s_share_low AS low, q.doubtful_%1$s_share_high AS high
                  FROM audience_quality q JOIN planted p ON p.account_id = q.account_id
                  WHERE q.%1$s_assessed >= 50)
                SELECT count(*), avg(if(share BETWEEN low AND high, 1D, 0D)),
                  avg(if(share < low, 1D, 0D)), avg(if(share > high, 1D, 0D)),
                  avg(share), avg(found), avg(abs(share - found))
                FROM compared"""
                .formatted(counted, counted.equals("engagements") ? ENGAGEMENTS : FOLLOWERS))
        .head();
  }

  private static String line(String counted, Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.3f | %.3f | %.3f | %.4f | %.4f | %.4f |",
        counted.replace('_', ' '),
        row.getLong(0),
        row.getDouble(1),
        row.getDouble(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getDouble(5),
        row.getDouble(6));
  }
}

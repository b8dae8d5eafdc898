package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which events are told to whom. */
class EventRowsTest {
  private static final int PEOPLE = 400;

  /** Everybody comments twice under the post "busy" and once under "calm". */
  private static Dataset<Row> events(int maxComments) {
    Dataset<Row> interactions =
        spark()
            .range(PEOPLE)
            .selectExpr(
                "'x' AS platform",
                "concat('a', id) AS actor_id",
                "explode(array('busy', 'busy', 'calm')) AS post_id",
                "'comment' AS kind",
                "CAST(NULL AS TIMESTAMP) AS occurred_at",
                "'nice' AS text",
                "CAST(NULL AS STRING) AS event_key");
    Dataset<Row> posts =
        spark()
            .sql(
                "SELECT 'x' AS platform, post_id, account_id, TIMESTAMP'2026-10-01 10:00:00' AS"
                    + " posted_at, comments FROM VALUES ('busy', 'star', 800L), ('calm', 'friend',"
                    + " CAST(NULL AS LONG)) AS t(post_id, account_id, comments)");
    return EventRows.of(interactions, posts, maxComments);
  }

  private static List<Row> told(Dataset<Row> events, String author) {
    return events
        .where(col("account").equalTo("x" + EventRows.SEPARATOR + author))
        .where(col("role").equalTo(EventRows.GOT))
        .groupBy("at")
        .count()
        .collectAsList();
  }

  @Test
  void ofABusyPostAShareOfTheCommentersIsToldWithAllTheySay() {
    Dataset<Row> events = events(200);
    List<Row> commenters = told(events, "star");
    // 200 of 800 comments shown: about a quarter of 400 people.
    assertThat(commenters).hasSizeBetween(70, 130);
    assertThat(commenters).allMatch(row -> row.getLong(1) == 2);
    assertThat(events.where(col("role").equalTo(EventRows.WROTE)).count()).isEqualTo(3L * PEOPLE);
  }

  @Test
  void nothingIsSampledBelowTheMostOrWhereCommentsAreHidden() {
    assertThat(told(events(800), "star")).hasSize(PEOPLE);
    assertThat(told(events(1), "friend")).hasSize(PEOPLE);
  }
}

package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.SilverTables;
import io.assay.statistics.EngagementIndex;
import io.assay.testing.SparkFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Baselines on a handful of accounts and events. */
class BaselinesTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final SparkSession SPARK = SparkFixture.spark();

  /** Accounts as id, followers, followings, ratio. */
  private static Map<String, Double> profiles(Baseline baseline, String... rows) {
    Dataset<Row> accounts =
        SPARK.sql(
            "SELECT 'x' AS platform, * FROM VALUES "
                + String.join(", ", rows)
                + " AS t(account_id, followers, followings, follower_following_ratio)");
    for (var field : SilverTables.ACCOUNT.fields()) {
      if (!Arrays.asList(accounts.columns()).contains(field.name())) {
        accounts =
            accounts.withColumn(
                field.name(), org.apache.spark.sql.functions.lit(null).cast(field.type()));
      }
    }
    return scores(baseline, new Crawled(accounts, null, null));
  }

  /** Events as post, actor and minute; - where the time is unknown. Post p1.. is by author P1... */
  private static Map<String, Double> pairs(Baseline baseline, String... events) {
    String values =
        Arrays.stream(events)
            .map(e -> e.split(" "))
            .map(
                e ->
                    "('%s', '%s', %s)"
                        .formatted(
                            e[0],
                            e[1],
                            e[2].equals("-")
                                ? "NULL"
                                : "timestamp_seconds(1790000000 + 60 * " + e[2] + ")"))
            .collect(Collectors.joining(", "));
    Dataset<Row> interactions =
        SPARK.sql(
            "SELECT 'x' AS platform, post_id, actor_id, cast(occurred_at AS TIMESTAMP) AS"
                + " occurred_at FROM VALUES "
                + values
                + " AS t(post_id, actor_id, occurred_at)");
    Dataset<Row> posts =
        interactions
            .selectExpr("platform", "post_id", "concat('P', substr(post_id, 2, 1)) AS account_id")
            .distinct();
    return scores(baseline, new Crawled(null, posts, interactions));
  }

  private static Map<String, Double> scores(Baseline baseline, Crawled crawled) {
    Map<String, Double> scores = new TreeMap<>();
    for (Row row : baseline.scores(crawled).select("account_id", "score").collectAsList()) {
      scores.put(row.getString(0), row.isNullAt(1) ? null : row.getDouble(1));
    }
    return scores;
  }

  @Test
  void followingsPerFollower() {
    Map<String, Double> scores =
        profiles(
            Baseline.FOLLOWING_RATIO,
            "('a', 100L, 50L, NULL)",
            "('b', 0L, 70L, NULL)",
            "('c', NULL, 70L, NULL)",
            "('d', NULL, NULL, 0.25D)");
    assertThat(scores).containsEntry("a", .5).containsEntry("b", 70.0).containsEntry("d", 4.0);
    assertThat(scores.get("c")).isNull();
  }

  @Test
  void twoSidedTailsOfMidRanks() {
    Map<String, Double> scores =
        profiles(
            Baseline.TWO_SIDED_TAILS,
            "('a', 10L, NULL, NULL)",
            "('b', 20L, NULL, NULL)",
            "('c', 20L, NULL, NULL)",
            "('d', 90L, NULL, NULL)",
            "('e', NULL, NULL, NULL)");
    // shares at or below, ties half: a .5/4, b and c 2/4, d 3.5/4; tails 2 x .125, 1, 1, 2 x .125
    assertThat(scores.get("a")).isCloseTo(Math.log(4), EXACT);
    assertThat(scores.get("b")).isCloseTo(0, EXACT);
    assertThat(scores.get("d")).isCloseTo(Math.log(4), EXACT);
    assertThat(scores).doesNotContainKey("e");
  }

  @Test
  void mostPostsSharedWithOneActor() {
    Map<String, Double> scores =
        pairs(
            Baseline.CO_ENGAGEMENT,
            "p1 a -",
            "p1 b 5",
            "p1 b 9",
            "p2 a 1",
            "p2 b -",
            "p3 a 1",
            "p3 c 1",
            "p4 d 1");
    // a and b share p1 and p2, however often b came; c shares p3 with a; d nothing
    assertThat(scores).isEqualTo(Map.of("a", 2.0, "b", 2.0, "c", 1.0, "d", 0.0));
  }

  @Test
  void postsEngaged() {
    // b came to p1 twice; P1 is the author of p1
    assertThat(pairs(Baseline.ENGAGEMENT_COUNT, "p1 a -", "p1 b 5", "p1 b 9", "p2 a 1", "p1 P1 3"))
        .isEqualTo(Map.of("a", 2.0, "b", 1.0));
  }

  @Test
  void whatAuthorsDoUnderTheirOwnPostsDoesNotCount() {
    assertThat(pairs(Baseline.CO_ENGAGEMENT, "p1 P1 1", "p1 a 1")).isEqualTo(Map.of("a", 0.0));
  }

  @Test
  void jaccardOfPostsWithinAnHour() {
    // a and b meet on p1 and p2 and, 60 minutes apart, on p3, not on p4 (61 minutes); 4 and 5 posts
    Map<String, Double> scores =
        pairs(
            Baseline.WINDOWED_JACCARD,
            "p1 a 0",
            "p1 b 3",
            "p2 a 50",
            "p2 b 40",
            "p3 a 0",
            "p3 b 60",
            "p4 a 0",
            "p4 b 61",
            "p5 b 0",
            "p6 b -",
            "p6 a -",
            "p1 c 0",
            "p2 c 45",
            "p6 d -");
    // 3 of 4 + 5 - 3 = 6 posts, one partner of five; c has two posts in common with each: too few
    assertThat(scores.get("a")).isCloseTo(.5 / 5, EXACT);
    assertThat(scores.get("b")).isCloseTo(.5 / 5, EXACT);
    assertThat(scores.get("c")).isZero();
    // no time, no score
    assertThat(scores).doesNotContainKey("d");
  }

  @Test
  void cosineOfAuthors() {
    // a and b engaged authors 1, 2, 3; c engaged 1 and 4, d 4 alone. Weights by ln(4 / actors):
    // author 1 has 3 actors, 2 and 3 have 2. a engaged two posts of author 2.
    Map<String, Double> scores =
        pairs(
            Baseline.TFIDF_COSINE,
            "p1 a -",
            "p2 a -",
            "p2x a -",
            "p3 a -",
            "p1 b -",
            "p2 b -",
            "p3 b -",
            "p1 c -",
            "p4 c -",
            "p4 d -");
    double one = Math.log(4 / 3.0);
    double two = Math.log(2);
    double product = one * one + 2 * two * two + two * two;
    double a = Math.sqrt(one * one + 4 * two * two + two * two);
    double b = Math.sqrt(one * one + 2 * two * two);
    assertThat(scores.get("a")).isCloseTo(product / a / b / 5, within(1e-12));
    assertThat(scores.get("b")).isCloseTo(product / a / b / 5, within(1e-12));
    assertThat(scores.get("c")).isZero();
  }

  @Test
  void aHotObjectListsARepeatableSample() {
    int actors = 50;
    long[] objects = new long[actors + 1];
    long[] of = new long[actors + 1];
    long[] values = new long[actors + 1];
    for (int i = 0; i < actors; i++) {
      objects[i] = 1;
      of[i] = i;
      values[i] = i;
    }
    objects[actors] = 2;
    of[actors] = 7;
    EngagementIndex index = new EngagementIndex(objects, of, values, 10);
    assertThat(index.endIn(0) - index.firstIn(0)).isEqualTo(10);
    assertThat(index.actorsOf(0)).isEqualTo(actors);
    assertThat(index.objectsOf(7)).isEqualTo(2);
    assertThat(index.objectsOf(8)).isEqualTo(1);
    List<Integer> kept = new ArrayList<>();
    for (int e = index.firstIn(0); e < index.endIn(0); e++) {
      kept.add(index.actorAt(e));
      assertThat(index.valueAt(e)).isEqualTo(index.actorAt(e));
    }
    assertThat(kept).isSorted().doesNotHaveDuplicates();
    EngagementIndex again = new EngagementIndex(objects, of, values, 10);
    assertThat(again.actorAt(again.firstIn(0) + 9)).isEqualTo(kept.get(9));
  }
}

package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Authors 1 and 2; posts 11 of 1, at second 100, 12 of 1, at an unknown time, and 21 of 2. */
class DistinctActsTest {
  private static final String ROW = "sort int, key long, other long, at long, text string";

  private static Dataset<Row> posts() {
    return DistinctActs.posts(
        LiteralRows.of(ROW, "1,11,1,100,p11", "1,12,1,,p12", "1,21,2,200,p21"));
  }

  private static Dataset<Row> acts() {
    return DistinctActs.of(
        LiteralRows.of(
            ROW,
            // A like a minute after the post and a stock comment before: one act, at once.
            "2,5,11,160,",
            "3,5,11,90,wow",
            // A comment in own words at an unknown time.
            "3,6,11,,",
            // No delay where the post's time is unknown.
            "2,5,12,500,",
            // Under an own post, and under one that is not known.
            "2,1,11,170,",
            "2,5,99,170,",
            "2,1,21,260,"),
        posts());
  }

  @Test
  void anActIsAnActorAndAPostOfSomebodyElse() {
    assertThat(LiteralRows.texts(acts(), "actor", "post", "author", "delay", "flags"))
        .containsExactly("1|21|2|60|0", "5|11|1|1|3", "5|12|1|0|0", "6|11|1|0|1");
  }

  @Test
  void actorsAndPostsAreCounted() {
    assertThat(
            LiteralRows.texts(
                DistinctActs.withSums(acts(), posts()), "actor", "post", "n", "d", "publishes"))
        .containsExactly("1|21|1|1|true", "5|11|2|2|false", "5|12|1|2|false", "6|11|2|1|false");
  }

  @Test
  void whatIsFastHasATime() {
    assertThat(LiteralRows.texts(acts().where(DistinctActs.isFast(59)), "actor"))
        .containsExactly("5");
  }
}

package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Authors 1 and 2 are in niche 0, author 3 in none; 7 publishes nothing. Fast is up to 10 s. */
class CreatorSumsTest {
  private static final int FAST = 10;

  private static final Dataset<Row> ACTS =
      LiteralRows.of(
          "actor long, post long, author long, delay int, flags int, n int, d int, publishes boolean",
          "1,21,2,5,0,2,3,true",
          "1,22,2,50,0,1,3,true",
          "1,31,3,0,0,1,3,true",
          "7,21,2,10,0,2,2,false",
          "7,11,1,11,0,1,2,false");

  private static final Dataset<Row> NICHES =
      LiteralRows.of("author long, niche long", "1,0", "2,0");

  @Test
  void actorsAuthorsAndPairsAreCounted() {
    assertThat(
            LiteralRows.texts(
                CreatorSums.ofActors(ACTS, FAST), "actor", "publishes", "all", "fast"))
        .containsExactly("1|true|3|1", "7|false|2|1");
    assertThat(LiteralRows.texts(CreatorSums.ofPairs(ACTS, FAST), "actor", "author", "all", "fast"))
        .containsExactly("1|2|2|1", "1|3|1|0");
    Dataset<Row> posts = LiteralRows.of("post long, author long", "11,1", "21,2", "22,2", "41,4");
    assertThat(
            LiteralRows.texts(
                CreatorSums.ofAuthors(ACTS, posts, FAST), "author", "posts", "all", "fast"))
        .containsExactly("1|1|1|0", "2|2|3|2", "4|1|0|0");
  }

  /** Posts 21, 22 and 11 have 2, 1 and 1 events: 4 + 1 + 1. */
  @Test
  void nichesAreCounted() {
    assertThat(
            LiteralRows.texts(
                CreatorSums.inNiches(ACTS, NICHES, FAST), "actor", "niche", "all", "fast"))
        .containsExactly("1|0|2|1", "7|0|2|1");
    assertThat(
            LiteralRows.texts(
                CreatorSums.ofNiches(ACTS, NICHES, FAST), "niche", "all", "fast", "squares"))
        .containsExactly("0|4|2|6");
  }
}

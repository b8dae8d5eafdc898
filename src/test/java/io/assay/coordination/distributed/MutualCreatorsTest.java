package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Creators 1 and 2 engage six posts of each other, 1 and 3 one; 3 engages 2, which does not engage
 * it. 1 does 107 things, 100 of them one-sided, and so on, of 10,000.
 */
class MutualCreatorsTest {
  private static final Dataset<Row> PAIRS =
      LiteralRows.of(
          "actor long, author long, all long, fast long",
          "1,2,6,1",
          "2,1,6,0",
          "1,3,1,1",
          "3,1,1,1",
          "3,2,5,5");

  private static Dataset<Row> mutual() {
    return MutualCreators.reciprocated(PAIRS, "all");
  }

  @Test
  void bothGiveSomething() {
    assertThat(LiteralRows.texts(mutual(), "actor", "author", "given"))
        .containsExactly("1|2|6", "1|3|1", "2|1|6", "3|1|1");
    assertThat(
            LiteralRows.texts(
                MutualCreators.reciprocated(PAIRS, "fast"), "actor", "author", "given"))
        .containsExactly("1|3|1", "3|1|1");
  }

  private static OneSidedSums sums(long ofNiche) {
    return new OneSidedSums(
        LiteralRows.of("actor long, events long", "1,107", "2,106", "3,101"),
        LiteralRows.of("author long, events long", "1,57", "2,56", "3,51", "9,9000"),
        LiteralRows.of("author long, niche long", "1,0", "2,0"),
        LiteralRows.of("actor long, niche long, events long", "1,0,56", "2,0,56", "3,0,51"),
        LiteralRows.of("niche long, events long", "0," + ofNiche));
  }

  /** Of each other's by chance 101 x 50 / 10,000 = .5 posts: six are improbable, one is not. */
  @Test
  void whatIsReturnedIsNoChance() {
    OneSidedSums wide =
        new OneSidedSums(
            sums(0).actors(),
            sums(0).authors(),
            sums(0).niches().where("false"),
            LiteralRows.of("actor long, niche long, events long"),
            LiteralRows.of("niche long, events long"));
    assertThat(
            LiteralRows.texts(
                MutualCreators.improbable(mutual(), wide, 10_000), "actor", "author", "given"))
        .containsExactly("1|2|6", "2|1|6");
  }

  /**
   * In a niche with 400 one-sided events 1 and 2 would be at 51 x 50 / 400 = 6.4 of each other's.
   */
  @Test
  void theNicheMayExplainIt() {
    assertThat(MutualCreators.improbable(mutual(), sums(413), 10_000).count()).isZero();
    assertThat(
            LiteralRows.texts(
                MutualCreators.improbable(mutual(), sums(9_013), 10_000), "actor", "author"))
        .containsExactly("1|2", "2|1");
  }
}

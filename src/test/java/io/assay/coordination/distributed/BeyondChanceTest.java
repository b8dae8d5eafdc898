package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.coordination.detection.CoordinationMethod;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Of 10,000 events. Three shared actors are improbable (.001) where at most .1905 are expected: P(X
 * >= 3; .1905) = .001.
 */
class BeyondChanceTest {
  private static final String STATISTICS =
      "object long, author long, weight long, niche_weight long, counted long, n long, niche long,"
          + " niche_events long";

  private static java.util.List<String> found(Dataset<Row> statistics) {
    Dataset<Row> pairs = LiteralRows.of("first long, second long, shared long", "1,2,3");
    return LiteralRows.texts(
        new BeyondChance(CoordinationMethod.DEFAULT.posts(), 10_000).of(pairs, statistics),
        "first",
        "second",
        "shared",
        "first_author",
        "second_author");
  }

  /** 1.5 x 12 x 100 / 10,000 = .18, and 1.5 x 13 x 100 / 10,000 = .195. */
  @Test
  void whatEverybodysActivityExplainsIsNone() {
    assertThat(found(LiteralRows.of(STATISTICS, "1,7,100,0,12,12,-1,0", "2,8,100,0,12,12,-1,0")))
        .containsExactly("1|2|3|7|8");
    assertThat(found(LiteralRows.of(STATISTICS, "1,7,100,0,12,12,-1,0", "2,8,100,0,13,13,-1,0")))
        .isEmpty();
  }

  /** In a niche of 1,000 events: 1.5 x 12 x 90 / 1,000 = 1.62 are expected. */
  @Test
  void withinANicheMoreIsToBeExpected() {
    assertThat(
            found(LiteralRows.of(STATISTICS, "1,7,100,90,12,12,4,1000", "2,8,100,90,12,12,5,1000")))
        .hasSize(1);
    assertThat(
            found(LiteralRows.of(STATISTICS, "1,7,100,90,12,12,4,1000", "2,8,100,90,12,12,4,1000")))
        .isEmpty();
  }
}

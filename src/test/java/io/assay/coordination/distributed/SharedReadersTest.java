package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SharedReadersTest {
  private static final Dataset<Row> ACTS =
      LiteralRows.of(
          "actor long, post long, author long, publishes boolean",
          "5,11,1,false",
          "5,12,1,false",
          "5,21,2,false",
          "6,11,1,false",
          "6,21,2,false",
          "6,31,3,false",
          "6,41,4,false",
          "7,11,1,false",
          "2,11,1,true");

  private static Dataset<Row> none() {
    return LiteralRows.of("actor long");
  }

  /** An actor's weight is one over its authors, in units of 2^-30. */
  @Test
  void readersAreActorsWhoPublishNothing() {
    assertThat(
            LiteralRows.texts(
                SharedReaders.readers(ACTS, LiteralRows.of("actor long", "6")),
                "actor",
                "author",
                "weight / 1073741824"))
        .containsExactly("5|1|0.5", "5|2|0.5", "7|1|1.0");
  }

  /**
   * Norms: 1 has 1/2 + 1/4 + 1, 2 has 3/4, 3 and 4 have 1/4. 1 and 2 share 3/4, others 1/4: nearest
   * to 1 is 2 (.75 / sqrt(.75)), then 3 and 4 alike; nearest to 3 is 4 (1), then 2, then 1.
   */
  @Test
  void theNearestShareReaders() {
    assertThat(
            LiteralRows.texts(
                SharedReaders.nearest(SharedReaders.readers(ACTS, none())), "author", "nearest"))
        .containsExactly(
            "1|2", "1|3", "1|4", "2|1", "2|3", "2|4", "3|1", "3|2", "3|4", "4|1", "4|2", "4|3");
  }

  /** Author 0 shares one reader with each of 1 to 12, who have no other: the smaller keys stay. */
  @Test
  void atMostTenAreNearest() {
    String[] rows = new String[24];
    for (int v = 1; v <= 12; v++) {
      rows[2 * v - 2] = (100 + v) + ",0,0,false";
      rows[2 * v - 1] = (100 + v) + "," + v + "," + v + ",false";
    }
    Dataset<Row> acts =
        LiteralRows.of("actor long, post long, author long, publishes boolean", rows);
    assertThat(
            LiteralRows.texts(
                SharedReaders.nearest(SharedReaders.readers(acts, none())).where("author = 0"),
                "lpad(nearest, 2, '0')"))
        .containsExactly("01", "02", "03", "04", "05", "06", "07", "08", "09", "10");
  }
}

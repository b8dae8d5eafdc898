package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Object 10 of author 1 has all three actors, 20 of author 2 two, 30 and 31 of author 3 two. */
class CommonActorsTest {
  private static final Dataset<Row> ROWS =
      LiteralRows.of(
          "actor long, object long, author long, size int",
          "1,10,1,3",
          "2,10,1,3",
          "3,10,1,3",
          "1,20,2,2",
          "2,20,2,2",
          "2,30,3,2",
          "3,30,3,2",
          "2,31,3,2",
          "3,31,3,2");

  @Test
  void theRarerObjectOfAPairComesFirst() {
    assertThat(LiteralRows.texts(CommonActors.of(ROWS, 2), "first", "second", "shared"))
        .containsExactly("20|10|2", "30|10|2", "31|10|2");
  }

  /** 30 and 31 are of one author. */
  @Test
  void objectsOfOneAuthorAreNoPair() {
    assertThat(LiteralRows.texts(CommonActors.of(ROWS, 1), "first", "second", "shared"))
        .containsExactly("20|10|2", "20|30|1", "20|31|1", "30|10|2", "31|10|2");
  }

  @Test
  void thePartitionsDoNotMatter() {
    assertThat(
            LiteralRows.texts(CommonActors.of(ROWS.repartition(7), 1), "first", "second", "shared"))
        .isEqualTo(LiteralRows.texts(CommonActors.of(ROWS, 1), "first", "second", "shared"));
  }
}

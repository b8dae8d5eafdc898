package io.assay.statistics;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class NeighbourMergeTest {

  @Test
  void groupsCloseWhenTheyHoldEnoughAndTheRestJoinsTheLast() {
    assertThat(NeighbourMerge.groups(new long[] {5, 3, 3, 9, 1, 1}, 6))
        .containsExactly(1, 1, 2, 2, 2, 2);
    assertThat(NeighbourMerge.groups(new long[] {6, 6, 6}, 6)).containsExactly(1, 2, 3);
    assertThat(NeighbourMerge.groups(new long[] {1, 1}, 6)).containsExactly(1, 1);
    assertThat(NeighbourMerge.groups(new long[] {}, 6)).isEmpty();
  }

  @Test
  void keysAreMergedApart() {
    Dataset<Row> counts =
        spark()
            .sql(
                "SELECT * FROM VALUES ('a', 2, 5L), ('a', 1, 5L), ('a', 7, 9L), ('b', 1, 1L)"
                    + " AS t(k, octave, n)");
    assertThat(
            NeighbourMerge.merge(counts, List.of("k"), "octave", 6)
                .orderBy("k", "octave")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[a,1,1]", "[a,2,1]", "[a,7,2]", "[b,1,1]");
  }
}

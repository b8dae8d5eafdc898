package io.assay.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RepeatedKeysTest {
  private static final List<String> KEY = List.of("a", "b");

  @Test
  void tellsRowsThatShareTheirKeyFromThoseThatDoNot() {
    Dataset<Row> rows = rows("(1,'x',1), (1,'x',2), (1,'y',3), (2,null,4), (2,null,5), (3,'x',6)");
    RepeatedKeys repeated = RepeatedKeys.in(rows, KEY);
    assertThat(numbers(repeated.among(rows))).contains(1, 2, 4, 5);
    assertThat(numbers(repeated.among(rows)))
        .doesNotContainAnyElementsOf(numbers(repeated.without(rows)));
    assertThat(numbers(repeated.without(rows))).isSubsetOf(3, 6);
    assertThat(repeated.among(rows).count() + repeated.without(rows).count()).isEqualTo(6);
    // One row too many of (1, x) and one of (2, null).
    assertThat(repeated.surplus(rows)).isEqualTo(2);
    assertThat(repeated.surplus(rows("(1,'x',1), (2,null,4)"))).isZero();
  }

  @Test
  void withoutRepeatedKeysNothingIsSetApart() {
    Dataset<Row> rows = rows("(1,'x',1), (2,'x',2)");
    RepeatedKeys repeated = RepeatedKeys.in(rows, KEY);
    assertThat(repeated.among(rows).isEmpty()).isTrue();
    assertThat(numbers(repeated.without(rows))).containsExactly(1, 2);
    assertThat(repeated.surplus(rows)).isZero();
    assertThat(RepeatedKeys.in(rows.limit(0), KEY).surplus(rows.limit(0))).isZero();
  }

  private static Dataset<Row> rows(String values) {
    return SparkFixture.spark().sql("SELECT * FROM VALUES " + values + " AS t(a, b, n)");
  }

  private static List<Integer> numbers(Dataset<Row> rows) {
    return rows.select("n").collectAsList().stream().map(r -> r.getInt(0)).sorted().toList();
  }
}

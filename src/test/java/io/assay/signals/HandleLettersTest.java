package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class HandleLettersTest {
  private static final StructType SCHEMA = StructType.fromDDL("platform STRING, handle STRING");

  private static double bits(double share) {
    return -Math.log(share) / Math.log(2);
  }

  private static Dataset<Row> measured(int atLeast, String... handles) {
    List<Row> rows = new ArrayList<>();
    for (String handle : handles) {
      rows.add(RowFactory.create("x", handle));
    }
    return HandleSurprise.with(spark().createDataFrame(rows, SCHEMA), atLeast);
  }

  private static Double of(Dataset<Row> rows, String handle) {
    return (Double) rows.where("handle = '" + handle + "'").head().getAs("handle_surprise");
  }

  /** 29 symbols: letters, digits, others, and the edge. A half is added to each count. */
  @Test
  void transitionsAreComparedWithThoseOfOthers() {
    Dataset<Row> rows = measured(4, "ab", "Ab", "AB", "ba");
    // The three others: begin with a 3 of 3 times, never with b; b is followed by the end 3 of 3
    // times and never by a; a is followed by b 3 of 3 times, never by the end.
    double never = 0.5 / (3 + 14.5);
    assertThat(of(rows, "ba")).isCloseTo(bits(never), within(1e-9));
    // Others begin with a 2 of 3 times; a is followed by b 2 of 3 times, b by the end likewise.
    assertThat(of(rows, "ab")).isCloseTo(bits(2.5 / (3 + 14.5)), within(1e-9));
  }

  @Test
  void whatCannotBeSpokenIsFartherOutThanAnyName() {
    List<String> handles = new ArrayList<>();
    for (String first : List.of("anna", "maria", "jonas", "lukas", "sophie", "emma", "paul")) {
      for (String second : List.of("schmidt", "lopez", "rossi", "martin", "angstschweiss")) {
        handles.add(first + "_" + second);
        handles.add(second + first);
      }
    }
    handles.add("q7x2k9w4z8");
    handles.add("ahqjwekzoqx");
    Dataset<Row> rows = measured(20, handles.toArray(String[]::new));
    double spoken =
        handles.stream()
            .filter(h -> !h.matches("q7x2k9w4z8|ahqjwekzoqx"))
            .mapToDouble(h -> of(rows, h))
            .max()
            .orElseThrow();
    assertThat(of(rows, "q7x2k9w4z8")).isGreaterThan(spoken);
    assertThat(of(rows, "ahqjwekzoqx")).isGreaterThan(spoken);
  }

  @Test
  void whereThereIsNothingToReadOrToLearnFromItIsUnknown() {
    Dataset<Row> rows = measured(4, "ab", "ab", "иван", "a1", null);
    assertThat(of(rows, "иван")).isNull();
    assertThat(of(rows, "a1")).isNotNull();
    assertThat(rows.where("handle IS NULL AND handle_surprise IS NULL").count()).isEqualTo(1);
    assertThat(of(measured(6, "ab", "ab", "иван", "a1"), "a1")).isNull();
  }
}

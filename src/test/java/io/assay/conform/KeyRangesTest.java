package io.assay.conform;

import static org.apache.spark.sql.functions.spark_partition_id;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.job.DataFile;
import io.assay.testing.SparkFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class KeyRangesTest {
  @Test
  void aSubjectWithACrowdIsSpreadAndOthersStayTogether() {
    // Two cores: a file is to hold half of the events, 150,010.
    KeyRanges ranges = ranges("('a', 10L), ('b', 300000L), ('c', 10L)");
    Dataset<Row> events =
        sql(
            "SELECT subject, cast(actor AS STRING) AS actor"
                + " FROM VALUES ('a'), ('b'), ('c') AS s(subject)"
                + " CROSS JOIN (SELECT id % 50 AS actor FROM range(100))");
    Dataset<Row> placed =
        ranges
            .partition(events, "subject", "actor")
            .select(events.col("subject"), events.col("actor"), spark_partition_id().as("file"));
    Map<String, Set<Integer>> files = new TreeMap<>();
    Map<String, Set<Integer>> ofActors = new TreeMap<>();
    for (Row row : placed.collectAsList()) {
      files.computeIfAbsent(row.getString(0), k -> new TreeSet<>()).add(row.getInt(2));
      ofActors
          .computeIfAbsent(row.getString(0) + row.getString(1), k -> new TreeSet<>())
          .add(row.getInt(2));
    }
    assertThat(files).isEqualTo(Map.of("a", Set.of(0), "b", Set.of(1, 2), "c", Set.of(3)));
    assertThat(ofActors.values()).hasSize(150).allMatch(one -> one.size() == 1);
  }

  @Test
  void smallDaysAreOneFile() {
    KeyRanges ranges = ranges("('a', 10L), ('b', 30L), ('c', 10L)");
    Dataset<Row> events = sql("SELECT * FROM VALUES ('a', 'x'), ('c', 'y') AS e(subject, actor)");
    assertThat(ranges.partition(events, "subject", "actor").rdd().getNumPartitions()).isEqualTo(1);
  }

  @Test
  void onlyFilesThatMayHoldASubjectAreNamed() {
    KeyRanges ranges = ranges("('b', 1L), ('d', 1L)");
    List<DataFile> files =
        List.of(
            file("before", "a", "az"),
            file("at", "a", "b"),
            file("between", "ba", "c"),
            file("around", "c", "e"),
            file("after", "da", "z"),
            file("unknown", null, null));
    assertThat(ranges.mayBeIn(files))
        .extracting(DataFile::path)
        .containsExactly("at", "around", "unknown");
  }

  @Test
  void aDayWithoutEventsConcernsNoFile() {
    KeyRanges none =
        KeyRanges.of(sql("SELECT 'a' AS subject, 1L AS events").limit(0), "subject", 0);
    assertThat(none.mayBeIn(List.of(file("any", "a", "z"), file("unknown", null, null)))).isEmpty();
  }

  private static KeyRanges ranges(String subjects) {
    Dataset<Row> rows = sql("SELECT * FROM VALUES " + subjects + " AS s(subject, events)");
    return KeyRanges.of(rows, "subject", rows.count());
  }

  private static DataFile file(String path, String low, String high) {
    return new DataFile(path, LocalDate.of(2026, 10, 1), 1, low, high);
  }

  private static Dataset<Row> sql(String query) {
    return SparkFixture.spark().sql(query);
  }
}

package io.assay.statistics;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udaf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.junit.jupiter.api.Test;

class FirstTextsTest {

  private static String first(List<String> texts) throws InterruptedException {
    Observation seen = new Observation();
    Dataset<String> rows =
        spark().createDataset(texts, Encoders.STRING()).repartition(3).observe(seen, examples());
    rows.count();
    return (String) seen.getAsJava().get("examples");
  }

  private static org.apache.spark.sql.Column examples() {
    return udaf(new FirstTexts(2), Encoders.STRING()).apply(col("value")).as("examples");
  }

  @Test
  void theFirstTwoAreKeptEachOnceInWhateverOrderTheyCome() throws InterruptedException {
    assertThat(first(Arrays.asList("c", null, "b", "b", "a", "d"))).isEqualTo("a; b");
    assertThat(first(Arrays.asList("d", "a", "b", null, "c", "b"))).isEqualTo("a; b");
    assertThat(first(Arrays.asList(null, "only"))).isEqualTo("only");
    assertThat(first(Arrays.asList(null, null))).isEmpty();
  }

  /** As where a write fails and the rows are looked through for the reason. */
  @Test
  void rowsThatWereObservedCanBeReadAgain() throws InterruptedException {
    Observation seen = new Observation();
    Dataset<String> rows =
        spark().createDataset(List.of("b", "a", "c"), Encoders.STRING()).observe(seen, examples());
    assertThat(rows.collectAsList()).hasSize(3);
    assertThat(rows.where("value > 'a'").collectAsList()).hasSize(2);
    assertThat(seen.getAsJava()).containsEntry("examples", "a; b");
  }
}

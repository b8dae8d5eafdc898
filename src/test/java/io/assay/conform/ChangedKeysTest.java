package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;

/** What a day is asked about the days before it that changed. */
class ChangedKeysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

  @Test
  void keysOnOneSideOnlyHaveChangedAndOnlyOnDaysOfTheWindow() {
    try (ChangedKeys changes = new ChangedKeys(List.of("key"))) {
      changes.add(FIRST, keys("stays", "lost"), keys("stays", "gained"));
      changes.add(FIRST.plusDays(1), keys("other"), keys());
      assertThat(among(changes, 0, 2, "stays")).isFalse();
      assertThat(among(changes, 0, 2, "new", "lost")).isTrue();
      assertThat(among(changes, 0, 2, "gained")).isTrue();
      assertThat(among(changes, 0, 2, "other")).isTrue();
      assertThat(among(changes, 1, 2, "gained")).isFalse();
      assertThat(among(changes, 0, 1, "other")).isFalse();
    }
  }

  @Test
  void aDayIsReadOnceHoweverManyDaysHaveChanged() {
    LongAccumulator read = SparkFixture.spark().sparkContext().longAccumulator();
    UDF1<String, String> counted =
        key -> {
          read.add(1);
          return key;
        };
    Dataset<Row> delivered =
        keys("a", "b", "c")
            .select(
                udf(counted, DataTypes.StringType)
                    .asNondeterministic()
                    .apply(col("key"))
                    .as("key"));
    try (ChangedKeys changes = new ChangedKeys(List.of("key"))) {
      for (int day = 0; day < 5; day++) {
        changes.add(FIRST.plusDays(day), keys(), keys("late" + day));
      }
      assertThat(changes.areAmong(FIRST, FIRST.plusDays(5), () -> delivered)).isFalse();
      assertThat(read.value()).isEqualTo(3);
    }
  }

  @Test
  void aDayIsNotReadWhereNoneBeforeItHasChanged() {
    try (ChangedKeys changes = new ChangedKeys(List.of("key"))) {
      changes.add(FIRST, keys("a"), keys("a"));
      changes.add(FIRST.plusDays(1), keys("a"), keys("b"));
      assertThat(
              changes.areAmong(
                  FIRST,
                  FIRST.plusDays(1),
                  () -> {
                    throw new AssertionError("read");
                  }))
          .isFalse();
    }
  }

  private static boolean among(ChangedKeys changes, int first, int last, String... delivered) {
    return changes.areAmong(FIRST.plusDays(first), FIRST.plusDays(last), () -> keys(delivered));
  }

  private static Dataset<Row> keys(String... keys) {
    return SparkFixture.spark().createDataset(List.of(keys), Encoders.STRING()).toDF("key");
  }
}

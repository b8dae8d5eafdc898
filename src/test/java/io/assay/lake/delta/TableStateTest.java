package io.assay.lake.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table whose files are not written beside its commits, as those of large tables are not. */
class TableStateTest {
  private static final String BESIDE = "spark.databricks.delta.allFilesInCrc.enabled";
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

  @TempDir private Path folder;
  private final SparkSession spark = SparkFixture.spark();

  @BeforeEach
  void writeNothingBeside() {
    spark.conf().set(BESIDE, "false");
    spark
        .sql("SELECT id, date_add(DATE'2026-10-01', CAST(id AS INT)) as_of FROM range(3)")
        .write()
        .format("delta")
        .partitionBy("as_of")
        .save(folder.resolve("t").toString());
  }

  @AfterEach
  void writeThemAgain() {
    spark.conf().unset(BESIDE);
  }

  @Test
  void filesOfASpanAreLookedForOnce() {
    TableState state = TableState.of(spark, folder.resolve("t").toString());
    List<StateFile> first = state.files(Partitions.ofDays("as_of", FIRST, FIRST));
    assertThat(first).hasSize(1);
    assertThat(state.files(Partitions.ofDays("as_of", FIRST, FIRST))).isSameAs(first);
    assertThat(state.files(Partitions.ofDays("as_of", FIRST, FIRST.plusDays(1)))).hasSize(2);
    assertThat(state.files(Partitions.all())).hasSize(3);
  }
}

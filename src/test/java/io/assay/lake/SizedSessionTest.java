package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.testing.SparkFixture;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings of a job by the size of what it reads. */
class SizedSessionTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  private final SparkSession spark = SparkFixture.spark();
  private final List<String> seen = new ArrayList<>();

  @BeforeEach
  void choose() {
    spark.conf().set(PARTITIONS, "7");
    spark.conf().set(ADAPTIVE, "true");
  }

  @AfterEach
  void reset() {
    spark.conf().set(PARTITIONS, "2");
    spark.conf().set(ADAPTIVE, "false");
  }

  @Test
  void aSmallJobRunsInOneTaskWithoutAdaptingAndLeavesTheSessionAsItWas() {
    SizedSession.during(spark, SizedSession.SMALL_ROWS, this::look);
    look();
    assertThat(seen).containsExactly("1 false false", "7 true true");
  }

  @Test
  void aLargeJobTakesTheSessionAsItIs() {
    SizedSession.during(spark, SizedSession.SMALL_ROWS + 1, this::look);
    assertThat(seen).containsExactly("7 true true");
  }

  @Test
  void aJobThatFailsLeavesTheSessionAsItWas() {
    Runnable failing =
        () -> {
          throw new IllegalStateException("of the test");
        };
    assertThatThrownBy(() -> SizedSession.during(spark, 0, failing)).hasMessage("of the test");
    look();
    assertThat(seen).containsExactly("7 true true");
  }

  @Test
  void keysAreComparedInOnePlaceWhereTheyFitIt() {
    SizedSession.during(spark, SizedSession.COMPARED_ROWS, this::lookAtKeys);
    SizedSession.during(spark, SizedSession.COMPARED_ROWS + 1, this::lookAtKeys);
    lookAtKeys();
    assertThat(seen).containsExactly("true", "false", "false");
  }

  private void lookAtKeys() {
    seen.add(String.valueOf(SizedSession.comparesKeys(spark)));
  }

  private void look() {
    seen.add(
        spark.conf().get(PARTITIONS)
            + " "
            + spark.conf().get(ADAPTIVE)
            + " "
            + spark.conf().get("spark.sql.subexpressionElimination.enabled"));
  }
}

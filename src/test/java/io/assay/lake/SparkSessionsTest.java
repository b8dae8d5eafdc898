package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SparkSessionsTest {

  private Properties before;

  @BeforeEach
  void keepProperties() {
    before = (Properties) System.getProperties().clone();
    System.getProperties()
        .keySet()
        .removeIf(key -> key.toString().startsWith("spark.") || key.equals("assay.home"));
  }

  @AfterEach
  void restoreProperties() {
    System.setProperties(before);
  }

  @Test
  void withoutAMasterSparkRunsEmbeddedOnLoopback() {
    SparkConf conf = SparkSessions.conf("test");
    assertThat(conf.get("spark.master")).isEqualTo("local[*]");
    assertThat(conf.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
    assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
    assertThat(conf.get("spark.databricks.delta.snapshotPartitions")).isEqualTo("1");
  }

  @Test
  void theMasterAndTheSettingsOfSparkSubmitStay() {
    System.setProperty("spark.master", "spark://10.0.0.1:7077");
    System.setProperty("spark.sql.parquet.compression.codec", "snappy");
    SparkConf conf = SparkSessions.conf("test");
    assertThat(conf.get("spark.master")).isEqualTo("spark://10.0.0.1:7077");
    assertThat(conf.get("spark.sql.parquet.compression.codec")).isEqualTo("snappy");
    assertThat(conf.get("spark.databricks.delta.snapshotPartitions")).isEqualTo("1");
    assertThat(conf.contains("spark.sql.shuffle.partitions")).isFalse();
    assertThat(conf.contains("spark.driver.bindAddress")).isFalse();
    assertThat(conf.get("spark.sql.extensions"))
        .isEqualTo("io.delta.sql.DeltaSparkSessionExtension");
  }

  @Test
  void aSystemPropertyWinsOverDefaultsButNotOverWhatResultsDependOn() {
    System.setProperty("spark.sql.shuffle.partitions", "7");
    System.setProperty("spark.sql.session.timeZone", "Asia/Kolkata");
    System.setProperty("spark.sql.extensions", "org.example.Other");
    SparkConf conf = SparkSessions.conf("test");
    assertThat(conf.get("spark.sql.shuffle.partitions")).isEqualTo("7");
    assertThat(conf.get("spark.sql.session.timeZone")).isEqualTo("UTC");
    assertThat(conf.get("spark.sql.extensions"))
        .isEqualTo("org.example.Other,io.delta.sql.DeltaSparkSessionExtension");
  }
}

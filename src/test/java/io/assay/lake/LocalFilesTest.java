package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which locations can be looked at before Spark starts. */
class LocalFilesTest {
  private static final String DEFAULT = "spark.hadoop.fs.defaultFS";

  @TempDir Path folder;

  @Test
  void thoseOfThisMachine() {
    for (String local : new String[] {"lake", "/data/lake", "a b%20c", "file:/x", "file:///x"}) {
      assertThat(LocalFiles.of(local)).as(local).isPresent();
    }
  }

  @Test
  void noneOfAnObjectStoreOrCluster() {
    for (String other :
        new String[] {"s3a://bucket/lake", "hdfs:///lake", "file://host/x", "", "a:b"}) {
      assertThat(LocalFiles.of(other)).as(other).isEmpty();
    }
    assertThatCode(() -> LakeLocation.requireLake("s3a://bucket/lake")).doesNotThrowAnyException();
    assertThatCode(() -> LakeLocation.requireOpenable("hdfs:///l")).doesNotThrowAnyException();
  }

  @Test
  void aPathIsNotOfThisMachineWherePathsAreSaidToBeElsewhere() {
    System.setProperty(DEFAULT, "hdfs://namenode:8020");
    try {
      assertThat(LocalFiles.of(folder.toString())).isEmpty();
      assertThat(LocalFiles.of("file:" + folder)).isPresent();
    } finally {
      System.clearProperty(DEFAULT);
    }
  }
}

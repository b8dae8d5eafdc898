package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.apache.spark.SparkUserAppException;
import org.junit.jupiter.api.Test;

class MainTest {

  private static boolean insideYarn(String master, String mode) {
    Properties properties = new Properties();
    if (master != null) {
      properties.setProperty("spark.master", master);
    }
    if (mode != null) {
      properties.setProperty("spark.submit.deployMode", mode);
    }
    return Main.runsInsideYarn(properties);
  }

  @Test
  void onlyADriverOnYarnItselfMustNotExit() {
    assertThat(insideYarn("yarn", "cluster")).isTrue();
    assertThat(insideYarn("yarn", "client")).isFalse();
    assertThat(insideYarn("spark://127.0.0.1:7077", "cluster")).isFalse();
    assertThat(insideYarn("k8s://https://cluster", "client")).isFalse();
    assertThat(insideYarn(null, null)).isFalse();
  }

  @Test
  void itsExitCodeReachesTheApplicationMaster() {
    assertThatCode(() -> Main.endInsideYarn(0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Main.endInsideYarn(3))
        .isInstanceOfSatisfying(
            SparkUserAppException.class, e -> assertThat(e.exitCode()).isEqualTo(3));
  }
}

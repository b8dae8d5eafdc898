package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorOptionsTest {

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 5_000_000_001L})
  void countsOutOfRangeAreTheCallersMistake(long count) {
    assertThatThrownBy(() -> GeneratorOptions.of(count, 10, 1))
        .isInstanceOf(UserError.class)
        .hasMessage("accounts = " + count + " is out of range");
    assertThatThrownBy(() -> GeneratorOptions.of(10, count, 1))
        .isInstanceOf(UserError.class)
        .hasMessage("posts = " + count + " is out of range");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -4, 105})
  void snapshotsOutOfRangeAreTheCallersMistake(int snapshots) {
    assertThatThrownBy(
            () ->
                new GeneratorOptions(
                    1, 1, 1, snapshots, GeneratorOptions.DEFAULT_CRAWL_DATE, false))
        .isInstanceOf(UserError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-12-31", "2100-01-02"})
  void crawlDatesOutOfRangeAreTheCallersMistake(String date) {
    assertThatThrownBy(() -> new GeneratorOptions(1, 1, 1, 1, LocalDate.parse(date), false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(date);
  }

  @Test
  void anAccountIsSeenOncePerSnapshot() {
    assertThat(GeneratorOptions.of(10, 100, 1).accountRows()).isEqualTo(40);
  }
}

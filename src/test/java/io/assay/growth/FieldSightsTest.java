package io.assay.growth;

import static io.assay.growth.Literal.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.settings.GrowthSettings;
import io.assay.statistics.LoneSights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Followers as crawls of the field show them; read where they lie, and skipped elsewhere. */
class FieldSightsTest {
  private static final Path FIELD = Path.of("../shared/field");
  private static final GrowthSettings SETTINGS = settings();

  private static FollowerSeries series(String folder) throws IOException {
    Path file = FIELD.resolve(folder).resolve("in/accounts/part.jsonl");
    assumeTrue(Files.exists(file), "no field data");
    List<Long> times = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode sight = new ObjectMapper().readTree(line);
      times.add(Instant.parse(sight.get("crawled_at").asText()).toEpochMilli() * 1000);
      counts.add(sight.get("followers").asLong());
    }
    return FollowerSeries.of("instagram", times, counts, SETTINGS);
  }

  private static long standingOut(FollowerSeries series) {
    return FollowerChanges.of(series, SETTINGS).stream().filter(FollowerChange::standsOut).count();
  }

  @Test
  void crossingAMillionIsNoJump() throws IOException {
    FollowerSeries series = series("21-crossing-a-million");
    assertThat(standingOut(series)).isZero();
    assertThat(series.roundedTo()).isEqualTo(100_000);
    assertThat(series.setAside()).isEmpty();
  }

  @Test
  void oneBrokenSightIsToldApart() throws IOException {
    FollowerSeries series = series("22-one-broken-sight");
    assertThat(standingOut(series)).isZero();
    assertThat(series.setAside())
        .singleElement()
        .satisfies(
            sight -> {
              assertThat(sight.count()).isEqualTo(63_000);
              assertThat(Instant.ofEpochSecond(sight.time() / 1_000_000))
                  .isEqualTo("2026-10-11T10:00:00Z");
              assertThat(sight.why()).isEqualTo(LoneSights.Why.UNDONE);
            });
    assertThat(series.growth()).isEqualTo(2_280);
  }
}

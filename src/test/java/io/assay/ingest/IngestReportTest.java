package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestReportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  private static List<String> told(LocalDate... stale) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new IngestReport(new Progress(new PrintStream(out, true, StandardCharsets.UTF_8)), "ingest")
        .stale(List.of(stale));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void daysThatLackTheDeliveryAreToldWithTheCommandThatMakesThemAgain() {
    assertThat(told()).isEmpty();
    assertThat(told(DAY))
        .containsExactly(
            "[ingest] 2026-10-01 was made without this delivery;"
                + " `assay run --from 2026-10-01 --to 2026-10-01` makes it again");
    assertThat(told(DAY, DAY.plusDays(2)))
        .containsExactly(
            "[ingest] 2 days from 2026-10-01 to 2026-10-03 were made without this delivery;"
                + " `assay run --from 2026-10-01 --to 2026-10-03` makes them again");
  }
}

package io.assay.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BinCounterTest {
  private static final SignedBins BINS = new SignedBins(new LogBins(120));

  private final BinCounter counter = new BinCounter(BINS);

  private void account(String platform, String size, Map<String, Object> values) {
    counter.add(platform, size, place -> values.get(Signals.ALL.get(place).name()));
  }

  private List<String> of(String signal) {
    return counter.rows().stream()
        .filter(row -> row.getString(2).equals(signal))
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  private static String row(String platform, String group, String signal, int bin, long n) {
    return platform + group + signal + bin + n;
  }

  @Test
  void everyAccountCountsOnceInEverySignal() {
    account("x", "x small", Map.of("no_picture", true, "rate_spread", 0.3, "followings", 7.0));
    account("x", "x large", Map.of("no_picture", false, "rate_spread", 0.3, "followings", 7.0));
    account("x", "x small", Map.of("no_picture", true));
    account("y", "y small", Map.of("followings", 7.0));
    assertThat(counter.rows().stream().mapToLong(row -> row.getLong(4)).sum())
        .isEqualTo(4L * Signals.ALL.size());
    // What depends on size is counted among those of a size.
    assertThat(of("rate_spread"))
        .containsExactlyInAnyOrder(
            row("x", "x small", "rate_spread", BINS.bin(0.3), 1),
            row("x", "x small", "rate_spread", SignedBins.UNKNOWN, 1),
            row("x", "x large", "rate_spread", BINS.bin(0.3), 1),
            row("y", "y small", "rate_spread", SignedBins.UNKNOWN, 1));
    // Other signals are counted among all of the platform.
    assertThat(of("followings"))
        .containsExactlyInAnyOrder(
            row("x", "x all accounts", "followings", BINS.bin(7), 2),
            row("x", "x all accounts", "followings", SignedBins.UNKNOWN, 1),
            row("y", "y all accounts", "followings", BINS.bin(7), 1));
    assertThat(of("no_picture"))
        .containsExactlyInAnyOrder(
            row("x", "x all accounts", "no_picture", BINS.bin(1), 2),
            row("x", "x all accounts", "no_picture", BINS.bin(0), 1),
            row("y", "y all accounts", "no_picture", SignedBins.UNKNOWN, 1));
  }

  @Test
  void whatIsNoFiniteNumberIsNotKnown() {
    account("x", "x small", Map.of("followings", Double.NaN));
    account("x", "x small", Map.of("followings", Double.POSITIVE_INFINITY));
    assertThat(of("followings"))
        .containsExactly(row("x", "x all accounts", "followings", SignedBins.UNKNOWN, 2));
  }

  @Test
  void ofNobodyThereIsNoCount() {
    assertThat(counter.rows()).isEmpty();
    assertThat(Signals.ALL).extracting(Signal::name).contains("followings", "rate_spread");
  }
}

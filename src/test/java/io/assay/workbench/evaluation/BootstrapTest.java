package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1);

  @Test
  void aClusterCountsAsAPoissonDrawOfMeanOne() {
    Bootstrap.Replicate replicate = BOOTSTRAP.replicate(0);
    int n = 100_000;
    int[] counts = new int[20];
    for (long cluster = 0; cluster < n; cluster++) {
      counts[replicate.weight(cluster)]++;
    }
    double expected = Math.exp(-1);
    for (int k = 0; k < 5; k++) {
      assertThat((double) counts[k] / n).as("P(%d)", k).isCloseTo(expected, within(.006));
      expected /= k + 1;
    }
  }

  @Test
  void drawsDependOnSeedReplicateAndClusterAlone() {
    assertThat(BOOTSTRAP.replicate(7).weight(42))
        .isEqualTo(new Bootstrap(9, 1).replicate(7).weight(42));
    assertThat(draws(BOOTSTRAP, 0)).isNotEqualTo(draws(BOOTSTRAP, 1));
    assertThat(draws(BOOTSTRAP, 0)).isNotEqualTo(draws(new Bootstrap(200, 2), 0));
  }

  private static int[] draws(Bootstrap bootstrap, int replicate) {
    return IntStream.range(0, 50).map(c -> bootstrap.replicate(replicate).weight(c)).toArray();
  }

  @Test
  void theIntervalIsTheMiddleOfTheReplicates() {
    double[] values = IntStream.rangeClosed(0, 200).mapToDouble(i -> i).toArray();
    assertThat(BOOTSTRAP.interval(values)).isEqualTo(new Bootstrap.Interval(5, 195));
  }

  @Test
  void replicatesWithoutAValueAreLeftOutUpToHalf() {
    double none = Double.NaN;
    assertThat(BOOTSTRAP.interval(new double[] {none, 1, 1, none}))
        .isEqualTo(new Bootstrap.Interval(1, 1));
    assertThat(BOOTSTRAP.interval(new double[] {none, none, 1})).isNull();
    assertThat(BOOTSTRAP.interval(new double[0])).isNull();
  }

  @Test
  void groupsStayWhole() {
    // 400 accounts with scores at random; in one sample each is its own, in the other twenty make a
    // cluster that is positive or genuine as a whole.
    int n = 400;
    double[] scores = new double[n];
    boolean[] positive = new boolean[n];
    long[] own = new long[n];
    long[] shared = new long[n];
    for (int i = 0; i < n; i++) {
      scores[i] = n - i;
      int cluster = i * 7919 % n / 20;
      positive[i] = cluster % 2 == 0;
      own[i] = i;
      shared[i] = cluster;
    }
    assertThat(width(scores, positive, shared)).isGreaterThan(2 * width(scores, positive, own));
  }

  /** Width of the interval of prevalence, which varies with what is drawn together. */
  private static double width(double[] scores, boolean[] positive, long[] clusters) {
    int n = scores.length;
    byte[] kinds = new byte[n];
    Arrays.fill(kinds, (byte) 1);
    Sample sample =
        new Sample(
            scores, positive, kinds, new long[n], new byte[n], clusters, null, new byte[0][]);
    Parts parts =
        new Parts(
            sample,
            Positives.ofLabels(java.util.List.of()),
            java.util.List.of(),
            java.util.Map.of());
    Result prevalence =
        new RankedColumn(sample, ColumnRole.SCORE, new Flags(sample, 0.5), BOOTSTRAP)
            .results(parts).stream()
                .filter(r -> r.metric().equals(Metrics.PREVALENCE))
                .findFirst()
                .orElseThrow();
    return prevalence.high() - prevalence.low();
  }
}

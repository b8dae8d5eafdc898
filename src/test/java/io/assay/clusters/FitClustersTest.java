package io.assay.clusters;

import static io.assay.clusters.SignalRows.accounts;
import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.peers.AccountRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Divisions of two crowds, one that follows 2 to 4 accounts and one that follows 1,000. */
class FitClustersTest {

  private static ClusterModel fit(List<AccountRow> sample, int leaves) {
    return FitClusters.of(
        spark(), "x", Stratum.AUDIENCE, sample, LocalDate.of(2026, 10, 1), leaves, 30, 1);
  }

  private static List<AccountRow> crowds(int few, int many) {
    return accounts(
        "followings",
        IntStream.range(0, few + many)
            .mapToDouble(i -> i < few ? 2 + i % 3 : 1000 + i % 3)
            .toArray());
  }

  @Test
  void twoCrowdsAreTwoParts() {
    List<AccountRow> sample = crowds(40, 30);
    ClusterModel model = fit(sample, 2);
    assertThat(model.centres()).hasSize(2);
    assertThat(model.sampled()).isEqualTo(70);
    assertThat(model.fittedOn()).isEqualTo("2026-10-01");
    int few = model.leaf(sample.get(0));
    assertThat(sample.subList(0, 40)).allMatch(account -> model.leaf(account) == few);
    assertThat(sample.subList(40, 70)).allMatch(account -> model.leaf(account) == 1 - few);
  }

  @Test
  void thereAreNoMorePartsThanAccountsAllow() {
    // 89 / 30 are two parts of at least 30 accounts on average, where 24 are asked for.
    assertThat(fit(crowds(59, 30), 24).centres()).hasSize(2);
    assertThat(fit(crowds(29, 30), 24).centres()).hasSize(1);
  }

  @Test
  void ofOnePartTheCentreIsTheMean() {
    List<AccountRow> sample = crowds(30, 29);
    ClusterModel model = fit(sample, 24);
    double mean = sample.stream().mapToDouble(account -> model.space().of(account)[0]).sum() / 59;
    assertThat(model.centres().get(0)[0])
        .isCloseTo(mean, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void accountsThatAreAllAlikeAreOnePart() {
    double[] alike = new double[300];
    Arrays.fill(alike, 17);
    ClusterModel model = fit(accounts("followings", alike), 24);
    assertThat(model.space().axes()).isEmpty();
    assertThat(model.centres()).hasSize(1);
    assertThat(model.centres().get(0)).isEmpty();
  }

  @Test
  void tenAccountsAreOnePart() {
    assertThat(fit(crowds(5, 5), 24).centres()).hasSize(1);
  }

  @Test
  void theSameSampleGivesTheSameCentres() {
    List<AccountRow> sample =
        accounts("followings", IntStream.range(0, 240).mapToDouble(i -> i * 37 % 241).toArray());
    Object[] once = fit(sample, 6).centres().toArray();
    assertThat(once).hasSize(6);
    assertThat(fit(sample, 6).centres().toArray()).usingRecursiveComparison().isEqualTo(once);
  }
}

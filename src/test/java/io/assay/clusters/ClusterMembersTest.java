package io.assay.clusters;

import static io.assay.clusters.SignalRows.BINS;
import static io.assay.clusters.SignalRows.bots;
import static io.assay.clusters.SignalRows.byFollowings;
import static io.assay.clusters.SignalRows.counts;
import static io.assay.clusters.SignalRows.leaf;
import static io.assay.clusters.SignalRows.row;
import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Kind;
import io.assay.peers.AccountRow;
import io.assay.peers.PeerTails;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Where accounts belong, by centres at 0, 1 and 2 in asinh of followings. */
class ClusterMembersTest {
  private static final ClusterModels MODELS = new ClusterModels(List.of(byFollowings(0, 1, 2)));

  /** What is said of an account that lies at a place. */
  private static Row at(double place, ClusterMembers.ClusterContext known) {
    return said(row("a", Stratum.AUDIENCE, "followings", Math.sinh(place)), known);
  }

  private static Row said(Row account, ClusterMembers.ClusterContext known) {
    Broadcast<ClusterMembers.ClusterContext> sent =
        JavaSparkContext.fromSparkContext(spark().sparkContext()).broadcast(known);
    try {
      return new ClusterMembers(sent).call(account);
    } finally {
      sent.destroy();
    }
  }

  private static ClusterMembers.ClusterContext known(Cluster... clusters) {
    HashMap<Leaf, Cluster> byLeaf = new HashMap<>();
    HashMap<String, String> ids = new HashMap<>();
    for (Cluster cluster : clusters) {
      cluster.leaves().forEach(leaf -> byLeaf.put(leaf, cluster));
      ids.put(cluster.label(), "id of " + cluster.label());
    }
    return new ClusterMembers.ClusterContext(MODELS, byLeaf, ids, new HashMap<>());
  }

  private static Cluster cluster(String label, Integer... leaves) {
    return new Cluster(label, Arrays.stream(leaves).map(SignalRows::leaf).toList(), null);
  }

  @Test
  void anAccountIsInTheClusterOfTheNearestCentre() {
    Row row = at(0.25, known(cluster("a", 0), cluster("b", 1), cluster("c", 2)));
    assertThat(row.<String>getAs("platform")).isEqualTo("x");
    assertThat(row.<String>getAs("account_id")).isEqualTo("a");
    assertThat(row.<String>getAs("stratum")).isEqualTo("audience");
    assertThat(row.<String>getAs("cluster_id")).isEqualTo("id of a");
    assertThat(row.<Integer>getAs("leaf")).isZero();
    assertThat(row.<Double>getAs("distance")).isCloseTo(0.25, within(1e-12));
    assertThat(row.<String>getAs("second_cluster_id")).isEqualTo("id of b");
    // The second choice is three times as far.
    assertThat(row.<Double>getAs("typicality")).isCloseTo(1 - 0.25 / 0.75, within(1e-12));
    assertThat(row.<Boolean>getAs("suspicious")).isFalse();
    assertThat(row.<Boolean>getAs("core")).isFalse();
    assertThat(row.<String>getAs("kind")).isNull();
    assertThat(row.<Double>getAs("likelihood_outside")).isNull();
  }

  @Test
  void aLeafOfTheSameClusterIsNoSecondChoice() {
    Row row = at(0.25, known(cluster("ab", 0, 1), cluster("c", 2)));
    assertThat(row.<String>getAs("second_cluster_id")).isEqualTo("id of c");
    assertThat(row.<Double>getAs("typicality")).isCloseTo(1 - 0.25 / 1.75, within(1e-12));
  }

  @Test
  void whoIsAsNearToTheSecondChoiceIsNotTypical() {
    Row row = at(0.5, known(cluster("a", 0), cluster("b", 1), cluster("c", 2)));
    assertThat(row.<String>getAs("cluster_id")).isEqualTo("id of a");
    assertThat(row.<Double>getAs("typicality")).isCloseTo(0, within(1e-12));
  }

  @Test
  void whereThereIsOneClusterAllAreTypical() {
    Row row = at(0.25, known(cluster("all", 0, 1, 2)));
    assertThat(row.<Double>getAs("typicality")).isEqualTo(1);
    assertThat(row.<String>getAs("second_cluster_id")).isNull();
  }

  @Test
  void aCentreWithoutAccountsIsNoChoice() {
    Row row = at(0.25, known(cluster("a", 0), cluster("c", 2)));
    assertThat(row.<String>getAs("second_cluster_id")).isEqualTo("id of c");
  }

  @Test
  void theCoreOfASuspiciousClusterIsSuspiciousByItself() {
    ClusterMembers.ClusterContext known = known(cluster("a", 0), cluster("b", 1));
    Cluster bad = new Cluster("bad", List.of(leaf(2)), Kind.BOT);
    known.clusters().put(leaf(2), bad);
    known.ids().put("bad", "id of bad");
    List<AccountRow> outside =
        SignalRows.accounts(
            "followings", IntStream.rangeClosed(1, 100).mapToDouble(i -> i / 25.0).toArray());
    PeerTails tails = PeerTails.of(counts(Map.of(leaf(0), outside)).all(), 20, BINS);
    known.suspects().put("bad", new ClusterMembers.Suspect(bots("followings"), tails));
    // Beyond all hundred: tail .5 / 101, likelihood .95.
    Row core = at(2.5, known);
    assertThat(core.<Boolean>getAs("suspicious")).isTrue();
    assertThat(core.<String>getAs("kind")).isEqualTo("bot");
    double evidence = -Math.log10(0.5 / 101) - 1 / Math.log(10);
    assertThat(core.<Double>getAs("likelihood_outside"))
        .isCloseTo(1 / (1 + Math.exp(6 - 5 * evidence)), within(1e-9));
    assertThat(core.<Boolean>getAs("core")).isTrue();
    // sinh(1.6) = 2.4: forty of a hundred follow more.
    Row edge = at(1.6, known);
    assertThat(edge.<String>getAs("cluster_id")).isEqualTo("id of bad");
    assertThat(edge.<Double>getAs("likelihood_outside")).isLessThan(0.01);
    assertThat(edge.<Boolean>getAs("core")).isFalse();
  }

  @Test
  void ofWhomNothingIsKnownNothingIsSaid() {
    ClusterMembers.ClusterContext known = known(cluster("b", 1), cluster("c", 2));
    Cluster bad = new Cluster("bad", List.of(leaf(0)), Kind.BOT);
    known.clusters().put(leaf(0), bad);
    known.ids().put("bad", "id of bad");
    known
        .suspects()
        .put(
            "bad",
            new ClusterMembers.Suspect(bots("followings"), PeerTails.of(List.of(), 20, BINS)));
    Row row = said(row("a", Stratum.AUDIENCE), known);
    assertThat(row.<String>getAs("cluster_id")).isEqualTo("id of bad");
    assertThat(row.<Double>getAs("likelihood_outside")).isNull();
    assertThat(row.<Boolean>getAs("core")).isFalse();
  }
}

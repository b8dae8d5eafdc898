package io.assay.clusters;

import io.assay.contracts.ClusterTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.peers.KindModel;
import io.assay.peers.PeerTails;
import io.assay.statistics.LikelihoodModel;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Puts each account into its cluster. In: {@link ClusterAccounts}. Out: {@link #SCHEMA}.
 *
 * @param context all that is known of clusters
 */
record ClusterMembers(Broadcast<ClusterContext> context) implements MapFunction<Row, Row> {
  private static final RowLayout LAYOUT = RowLayout.measured(ClusterTables.ACCOUNT_CLUSTER);

  /** Columns of {@code gold.account_cluster} but the day and the run. */
  static final StructType SCHEMA = LAYOUT.schema();

  /** A member is suspicious by itself if it is likelier of the kind than not. */
  private static final double CORE = 0.5;

  /**
   * @param models how accounts are divided
   * @param clusters of each leaf
   * @param ids of clusters by label
   * @param suspects of suspicious clusters by label: how to judge their members
   */
  record ClusterContext(
      ClusterModels models,
      HashMap<Leaf, Cluster> clusters,
      HashMap<String, String> ids,
      HashMap<String, Suspect> suspects)
      implements Serializable {}

  /**
   * @param model of the kind that the cluster is suspected of
   * @param outside everybody outside the cluster
   */
  record Suspect(KindModel model, PeerTails outside) implements Serializable {}

  @Override
  public Row call(Row row) {
    return of(new ClusterAccounts(row), context.value());
  }

  private static Row of(ClusterAccounts account, ClusterContext known) {
    String platform = account.signals().platform();
    ClusterModel model = known.models().of(platform, account.stratum());
    double[] distances = model.distances(account.signals());
    int leaf = ClusterModel.nearest(distances);
    Cluster cluster = known.clusters().get(new Leaf(platform, account.stratum(), leaf));
    TableRow out =
        LAYOUT
            .row()
            .set("platform", platform)
            .set("account_id", account.signals().accountId())
            .set("stratum", account.stratum().title())
            .set("cluster_id", known.ids().get(cluster.label()))
            .set("leaf", leaf)
            .set("distance", distances[leaf])
            .set("suspicious", cluster.isSuspicious());
    second(account, known, distances, cluster, out);
    Double likelihood = likelihood(account, known.suspects().get(cluster.label()));
    return out.set("kind", cluster.isSuspicious() ? cluster.kind().title() : null)
        .set("likelihood_outside", likelihood)
        .set("core", likelihood != null && likelihood >= CORE)
        .row();
  }

  /** The nearest leaf of another cluster; how much farther it is tells how typical of its own. */
  private static void second(
      ClusterAccounts account,
      ClusterContext known,
      double[] distances,
      Cluster own,
      TableRow out) {
    int second = -1;
    for (int other = 0; other < distances.length; other++) {
      Leaf leaf = new Leaf(own.platform(), account.stratum(), other);
      Cluster cluster = known.clusters().get(leaf);
      if (cluster != null
          && !cluster.label().equals(own.label())
          && (second < 0 || distances[other] < distances[second])) {
        second = other;
      }
    }
    if (second < 0) {
      out.set("typicality", 1.0);
      return;
    }
    double nearest = distances[ClusterModel.nearest(distances)];
    double next = distances[second];
    Map<Leaf, Cluster> clusters = known.clusters();
    String label = clusters.get(new Leaf(own.platform(), account.stratum(), second)).label();
    out.set("typicality", next == 0 ? 0.0 : 1 - nearest / next)
        .set("second_cluster_id", known.ids().get(label));
  }

  private static Double likelihood(ClusterAccounts account, Suspect suspect) {
    if (suspect == null) {
      return null;
    }
    double logit = suspect.model().logit(account.signals(), suspect.outside());
    return Double.isNaN(logit) ? null : LikelihoodModel.probability(logit);
  }
}

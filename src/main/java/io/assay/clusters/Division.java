package io.assay.clusters;

import io.assay.contracts.Kind;
import io.assay.peers.AccountRow;
import io.assay.peers.KindModel;
import io.assay.settings.ClusterSettings;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The day's clusters and what they were judged by.
 *
 * @param counts of each platform
 * @param clusters in the order of their leaves, those that are suspicious first
 * @param verdicts of clusters by label; of those that could not be judged none
 */
record Division(
    TreeMap<String, LeafCounts> counts, List<Cluster> clusters, Map<String, LeafVerdict> verdicts) {

  /**
   * @param sample accounts of each part
   * @param models how accounts are divided
   * @param kinds how they are judged
   * @param minPeers known values that a comparison needs
   */
  static Division of(
      TreeMap<String, LeafCounts> counts,
      Map<ClusterAccounts.StratumPart, List<AccountRow>> sample,
      ClusterModels models,
      Map<Kind, KindModel> kinds,
      ClusterSettings settings,
      SignedBins bins,
      int minPeers) {
    List<Cluster> clusters = new ArrayList<>();
    Map<String, LeafVerdict> verdicts = new HashMap<>();
    counts.forEach(
        (platform, of) -> {
          JudgeLeaves judge =
              new JudgeLeaves(
                  of, members(platform, sample, models), kinds, settings, bins, minPeers);
          for (Stratum stratum : Stratum.values()) {
            JudgeLeaves.JudgedLeaves found = judge.of(stratum);
            List<Leaf> left = new ArrayList<>(of.leaves().keySet());
            left.removeIf(leaf -> leaf.stratum() != stratum);
            String prefix = platform + "/" + stratum.title() + "/";
            for (Suspicion suspicion : found.suspicious()) {
              String label = prefix + suspicion.kind().title();
              clusters.add(new Cluster(label, suspicion.leaves(), suspicion.kind()));
              verdicts.put(
                  label,
                  new LeafVerdict(
                      suspicion.kind(), suspicion.median(), suspicion.quartile(), false));
              left.removeAll(suspicion.leaves());
            }
            for (Leaf leaf : left) {
              String label = prefix + leaf.number();
              clusters.add(new Cluster(label, List.of(leaf), null));
              if (found.verdicts().containsKey(leaf)) {
                verdicts.put(label, found.verdicts().get(leaf));
              }
            }
          }
        });
    return new Division(counts, clusters, verdicts);
  }

  private static Map<Leaf, List<AccountRow>> members(
      String platform,
      Map<ClusterAccounts.StratumPart, List<AccountRow>> sample,
      ClusterModels models) {
    Map<Leaf, List<AccountRow>> members = new HashMap<>();
    sample.forEach(
        (part, accounts) -> {
          if (part.platform().equals(platform)) {
            ClusterModel model = models.of(platform, part.stratum());
            accounts.forEach(
                account ->
                    members
                        .computeIfAbsent(
                            new Leaf(platform, part.stratum(), model.leaf(account)),
                            l -> new ArrayList<>())
                        .add(account));
          }
        });
    return members;
  }

  /** The cluster of each leaf. */
  HashMap<Leaf, Cluster> byLeaf() {
    HashMap<Leaf, Cluster> byLeaf = new HashMap<>();
    clusters.forEach(cluster -> cluster.leaves().forEach(leaf -> byLeaf.put(leaf, cluster)));
    return byLeaf;
  }

  /** Accounts of each cluster, by label. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    clusters.forEach(
        cluster ->
            sizes.put(cluster.label(), counts.get(cluster.platform()).accounts(cluster.leaves())));
    return sizes;
  }
}

package io.assay.clusters;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.assay.contracts.ClusterTables;
import io.assay.contracts.Kind;
import io.assay.job.JobContext;
import io.assay.job.RunsSpark;
import io.assay.peers.AccountRow;
import io.assay.peers.FittedModels;
import io.assay.peers.KindModel;
import io.assay.peers.PeerHistogram;
import io.assay.peers.PeerTails;
import io.assay.settings.ClusterSettings;
import io.assay.settings.EvidenceSettings;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import io.assay.statistics.WideRows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The clusters of one day.
 *
 * @param context of the job
 * @param accounts see {@link ClusterAccounts}, kept
 */
@RunsSpark
record ClustersDay(JobContext context, Dataset<Row> accounts) {

  void publish() {
    ClusterSettings settings = context.settings(ClusterSettings.class);
    EvidenceSettings evidence = context.settings(EvidenceSettings.class);
    SignedBins bins = new SignedBins(new LogBins(evidence.binsPerDecade()));
    ClustersBefore before = ClustersBefore.of(context);
    Map<ClusterAccounts.StratumPart, Long> sizes = ClusterAccounts.sizes(accounts);
    Map<ClusterAccounts.StratumPart, List<AccountRow>> sample =
        ClusterAccounts.sample(accounts, sizes, settings.sample(), settings.seed());
    ClusterModels models = models(settings, before, sample);
    Map<Kind, KindModel> kinds = new EnumMap<>(Kind.class);
    FittedModels.of(context).forEach(model -> kinds.put(model.kind(), model.withoutGroups()));
    Division division =
        Division.of(
            LeafCounts.of(PeerHistogram.collected(context), leaves(models, bins)),
            sample,
            models,
            kinds,
            settings,
            bins,
            evidence.minPeers());
    List<ClusterNames.Before> named = before.clusters();
    Dataset<Row> labelled =
        accounts.map(
            new LabelAccounts(models, division.byLeaf()), Encoders.row(LabelAccounts.SCHEMA));
    ClusterNames names =
        ClusterNames.of(
            division.clusters(),
            division.sizes(),
            named,
            before.shared(labelled, named),
            context.asOf());
    ClusterMembers.ClusterContext known =
        known(models, division, names, kinds, bins, evidence.minPeers());
    Broadcast<ClusterMembers.ClusterContext> sent =
        JavaSparkContext.fromSparkContext(context.spark().sparkContext()).broadcast(known);
    Dataset<Row> members =
        WideRows.map(accounts, new ClusterMembers(sent), ClusterMembers.SCHEMA)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      write(models, division, names, members, bins);
    } finally {
      members.unpersist();
      sent.destroy();
    }
  }

  private ClusterModels models(
      ClusterSettings settings,
      ClustersBefore before,
      Map<ClusterAccounts.StratumPart, List<AccountRow>> sample) {
    Map<ClusterAccounts.StratumPart, ClusterModel> current = new TreeMap<>();
    before
        .current(settings.refitDays())
        .forEach(
            model ->
                current.put(
                    new ClusterAccounts.StratumPart(model.platform(), model.stratum()), model));
    List<ClusterModel> models = new ArrayList<>();
    sample.forEach(
        (part, accounts) ->
            models.add(
                current.containsKey(part)
                    ? current.get(part)
                    : FitClusters.of(
                        context.spark(),
                        part.platform(),
                        part.stratum(),
                        accounts,
                        context.asOf(),
                        settings.leaves(),
                        settings.minAccounts(),
                        settings.seed())));
    return new ClusterModels(List.copyOf(models));
  }

  private List<Row> leaves(ClusterModels models, SignedBins bins) {
    return accounts
        .mapPartitions(new CountLeaves(models, bins), Encoders.row(CountLeaves.SCHEMA))
        .groupBy("stratum", "leaf", "platform", "peer_group", "signal", "bin")
        .agg(sum("n").as("n"))
        .collectAsList();
  }

  private static ClusterMembers.ClusterContext known(
      ClusterModels models,
      Division division,
      ClusterNames names,
      Map<Kind, KindModel> kinds,
      SignedBins bins,
      int minPeers) {
    HashMap<String, String> ids = new HashMap<>();
    names.named().forEach((label, named) -> ids.put(label, named.id()));
    HashMap<String, ClusterMembers.Suspect> suspects = new HashMap<>();
    for (Cluster cluster : division.clusters()) {
      if (cluster.isSuspicious()) {
        List<Row> outside =
            division.counts().get(cluster.platform()).outside(cluster.leaves(), null);
        suspects.put(
            cluster.label(),
            new ClusterMembers.Suspect(
                kinds.get(cluster.kind()), PeerTails.of(outside, minPeers, bins)));
      }
    }
    return new ClusterMembers.ClusterContext(models, division.byLeaf(), ids, suspects);
  }

  private void write(
      ClusterModels models,
      Division division,
      ClusterNames names,
      Dataset<Row> members,
      SignedBins bins) {
    context
        .sink()
        .replace(
            ClusterTables.CLUSTER_MODEL,
            context
                .spark()
                .createDataFrame(
                    models.all().stream().map(ClusterModel::row).toList(), ClusterModel.SCHEMA));
    context.sink().replace(ClusterTables.ACCOUNT_CLUSTER, members);
    boolean any = division.clusters().stream().anyMatch(Cluster::isSuspicious);
    Map<List<String>, Long> cores = any ? cores(members) : Map.of();
    Map<String, Long> sizes = division.sizes();
    List<Row> profiles = new ArrayList<>();
    for (Cluster cluster : division.clusters()) {
      LeafCounts counts = division.counts().get(cluster.platform());
      ClusterNames.NamedCluster named = names.named().get(cluster.label());
      profiles.add(
          ProfileRows.of(
              cluster,
              named,
              Portrait.of(
                  counts.inside(cluster.leaves(), null),
                  counts.outside(cluster.leaves(), null),
                  bins),
              division.verdicts().get(cluster.label()),
              sizes.get(cluster.label()),
              cores.getOrDefault(List.of(cluster.platform(), named.id()), 0L),
              counts.accounts(),
              bins));
    }
    names.gone().forEach(gone -> profiles.add(ProfileRows.gone(gone)));
    context
        .sink()
        .replace(
            ClusterTables.CLUSTER_PROFILE,
            context.spark().createDataFrame(profiles, ProfileRows.SCHEMA));
  }

  private static Map<List<String>, Long> cores(Dataset<Row> members) {
    Map<List<String>, Long> cores = new HashMap<>();
    members
        .where(col("core"))
        .groupBy("platform", "cluster_id")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> cores.put(List.of(row.getString(0), row.getString(1)), row.getLong(2)));
    return cores;
  }
}

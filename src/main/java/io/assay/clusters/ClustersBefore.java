package io.assay.clusters;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.ClusterTables;
import io.assay.job.JobContext;
import io.assay.job.RunsSpark;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the newest earlier day knew of clusters.
 *
 * @param day that day; null where there is none
 */
@RunsSpark
record ClustersBefore(JobContext context, LocalDate day) {

  static ClustersBefore of(JobContext context) {
    return new ClustersBefore(context, context.dayBefore(ClusterTables.CLUSTER_MODEL));
  }

  /** Its models that are young enough, and of signals that there are. */
  List<ClusterModel> current(int refitDays) {
    if (day == null) {
      return List.of();
    }
    return context.source().read(ClusterTables.CLUSTER_MODEL, day, day).collectAsList().stream()
        .map(ClusterModel::of)
        .filter(Objects::nonNull)
        .filter(model -> model.fittedOn().plusDays(refitDays).isAfter(context.asOf()))
        .toList();
  }

  /** Its clusters. */
  List<ClusterNames.Before> clusters() {
    if (day == null) {
      return List.of();
    }
    List<ClusterNames.Before> clusters = new ArrayList<>();
    for (Row row :
        context
            .source()
            .read(ClusterTables.CLUSTER_PROFILE, day, day)
            .where(col("state").notEqual("gone"))
            .select("platform", "stratum", "cluster_id", "known_since", "name", "accounts")
            .collectAsList()) {
      clusters.add(
          new ClusterNames.Before(
              row.getString(0),
              Stratum.of(row.getString(1)),
              row.getString(2),
              row.<Date>getAs(3).toLocalDate(),
              row.getString(4),
              row.getLong(5)));
    }
    return clusters;
  }

  /**
   * Members that its clusters and those of today have in common. Cost: both days' accounts are
   * exchanged once; what is collected are counts of pairs of clusters.
   *
   * @param labelled platform, account_id, label of today's accounts
   */
  List<ClusterNames.SharedMembers> shared(
      Dataset<Row> labelled, List<ClusterNames.Before> clusters) {
    if (clusters.isEmpty()) {
      return List.of();
    }
    Map<List<String>, ClusterNames.Before> byId = new HashMap<>();
    clusters.forEach(cluster -> byId.put(List.of(cluster.platform(), cluster.id()), cluster));
    List<ClusterNames.SharedMembers> shared = new ArrayList<>();
    for (Row row :
        labelled
            .join(
                context
                    .source()
                    .read(ClusterTables.ACCOUNT_CLUSTER, day, day)
                    .select("platform", "account_id", "cluster_id"),
                new String[] {"platform", "account_id"})
            .groupBy("platform", "label", "cluster_id")
            .agg(count(lit(1)))
            .collectAsList()) {
      // Each table is replaced by itself: where a run was killed between two, ids may be of
      // another.
      ClusterNames.Before of = byId.get(List.of(row.getString(0), row.getString(2)));
      if (of != null) {
        shared.add(new ClusterNames.SharedMembers(row.getString(1), of, row.getLong(3)));
      }
    }
    return shared;
  }
}

package io.assay.clusters;

import io.assay.contracts.ClusterTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.ModelTables;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.peers.MeasuredAccounts;
import io.assay.settings.AssessmentSettings;
import io.assay.settings.ClusterSettings;
import io.assay.settings.EvidenceSettings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Divides the accounts of every platform into groups of alike ones, and finds the suspicious.
 *
 * <p>Input: the day's signals, posts counted and peers' histogram; models of likelihoods; what the
 * newest earlier day divided. Output: {@code gold.cluster_model}, {@code gold.account_cluster},
 * {@code gold.cluster_profile}. Algorithm: a bounded sample of each stratum is divided by k-means
 * where no division is young enough ({@link FitClusters}); one pass counts the signals of each part
 * ({@link CountLeaves}); what is collected, counts and the sample, does not grow with the accounts,
 * and is judged and described here ({@link JudgeLeaves}, {@link Portrait}); one more pass puts
 * accounts into clusters. Cost: an exchange of signals by account, three passes over them.
 */
public final class ClustersJob {
  private static final List<Table> READS =
      List.of(
          SignalTables.ACCOUNT_SIGNAL,
          CoordinationTables.ACCOUNT_COORDINATION,
          EngagementTables.ACCOUNT_ENGAGEMENT,
          EvidenceTables.PEER_HISTOGRAM);

  public static final Job JOB =
      new Job(
          new Stage(
              "clusters",
              "Divides accounts into groups of alike ones, and finds the suspicious among these.",
              READS,
              List.of(ModelTables.MODEL),
              List.of(
                  ClusterTables.CLUSTER_MODEL,
                  ClusterTables.ACCOUNT_CLUSTER,
                  ClusterTables.CLUSTER_PROFILE),
              List.of(ClusterSettings.class, AssessmentSettings.class, EvidenceSettings.class),
              true),
          ClustersJob::run);

  private ClustersJob() {}

  private static void run(JobContext context) {
    Dataset<Row> accounts =
        ClusterAccounts.of(
                MeasuredAccounts.today(context), context.today(EngagementTables.ACCOUNT_ENGAGEMENT))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      new ClustersDay(context, accounts).publish();
    } finally {
      accounts.unpersist();
    }
  }
}

package io.assay.evidence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import io.assay.contracts.EvidenceTables;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.settings.EvidenceSettings;
import io.assay.settings.SignalSettings;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Compares every account with its peers, by signal, family and kind.
 *
 * <p>Input: {@code gold.account_signal} and {@code gold.peer_histogram} of the day. Output: {@code
 * gold.account_evidence} and {@code gold.account_suspicion}. Algorithm: the histograms, whose size
 * does not grow with the accounts, are sent to all executors; one pass counts how families score,
 * another judges. Cost: two passes over the accounts, no exchange of any.
 */
public final class EvidenceJob {
  private static final List<Table> READS =
      List.of(SignalTables.ACCOUNT_SIGNAL, SignalTables.PEER_HISTOGRAM);
  private static final List<Table> WRITES =
      List.of(EvidenceTables.ACCOUNT_SUSPICION, EvidenceTables.ACCOUNT_EVIDENCE);

  public static final Job JOB =
      new Job(
          new Stage(
              "evidence",
              "Compares every account with its peers, by signal, family and kind of fraud.",
              READS,
              List.of(),
              WRITES,
              List.of(EvidenceSettings.class, SignalSettings.class)),
          EvidenceJob::run);

  private EvidenceJob() {}

  private static void run(JobContext context) {
    EvidenceSettings settings = context.settings(EvidenceSettings.class);
    SignedBins bins =
        new SignedBins(new LogBins(context.settings(SignalSettings.class).binsPerDecade()));
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(context.spark().sparkContext());
    List<Row> histogram =
        context
            .today(SignalTables.PEER_HISTOGRAM)
            .select("peer_group", "signal", "bin", "n", "bin_lower", "run_id")
            .collectAsList();
    requireSameBins(histogram, bins);
    Broadcast<PeerTails> tails = spark.broadcast(PeerTails.of(histogram, settings.minPeers()));
    Dataset<Row> accounts = context.today(SignalTables.ACCOUNT_SIGNAL).select(AccountRow.columns());
    List<Row> scores =
        accounts
            .mapPartitions(new CountFamilies(tails, bins), Encoders.row(CountFamilies.SCHEMA))
            .groupBy("run_id", "platform", "family", "bin")
            .agg(sum("n").as("n"))
            .collectAsList();
    requireSameRun(context.asOf(), histogram, scores);
    Broadcast<FamilyTails> families = spark.broadcast(FamilyTails.of(scores, settings.minPeers()));
    Dataset<Row> judged =
        accounts
            .map(new JudgeAccounts(tails, families, bins, settings), Encoders.row(Judge.SCHEMA))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      context.sink().replace(EvidenceTables.ACCOUNT_SUSPICION, judged.drop("found"));
      context
          .sink()
          .replace(
              EvidenceTables.ACCOUNT_EVIDENCE,
              judged.select(explode(col("found")).as("found")).select("found.*"));
    } finally {
      judged.unpersist();
      tails.destroy();
      families.destroy();
    }
  }

  /**
   * @throws UserError if the histogram was counted in bins of another width: its bins would be
   *     taken for values that they are not
   */
  private static void requireSameBins(List<Row> histogram, SignedBins bins) {
    for (Row row : histogram) {
      int bin = row.<Integer>getAs("bin");
      if (bin != SignedBins.UNKNOWN && row.<Double>getAs("bin_lower") != bins.lower(bin)) {
        throw new UserError(
            SignalTables.PEER_HISTOGRAM.id()
                + " was counted with another signals.bins_per_decade than "
                + bins.bins().perDecade(),
            "Run the job signals with these settings first, or evidence with those of signals.");
      }
    }
  }

  /**
   * @throws UserError if the histogram was not counted from these signals: a run was killed between
   *     publishing the one and the other
   */
  private static void requireSameRun(LocalDate day, List<Row> histogram, List<Row> scores) {
    if (!runs(scores).equals(runs(histogram))) {
      throw new UserError(
          SignalTables.ACCOUNT_SIGNAL.id()
              + " and "
              + SignalTables.PEER_HISTOGRAM.id()
              + " of "
              + day
              + " are of different runs",
          "Run the job signals of that day again.");
    }
  }

  private static Set<String> runs(List<Row> rows) {
    return rows.stream().map(row -> row.<String>getAs("run_id")).collect(Collectors.toSet());
  }
}

package io.assay.evidence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import io.assay.contracts.EvidenceTables;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.peers.MeasuredAccounts;
import io.assay.peers.PeerHistogram;
import io.assay.peers.PeerTails;
import io.assay.settings.EvidenceSettings;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import io.assay.statistics.WideRows;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Compares every account with its peers, by signal and family.
 *
 * <p>Input: the day's tables that hold signals, {@link SignalTables#HOLDING}. Output: {@code
 * gold.peer_histogram}, {@code gold.account_family_evidence} and {@code gold.account_evidence}.
 * Algorithm: one pass counts the signals; the counts, whose number does not grow with the accounts,
 * are published and sent to all executors; one pass counts how families score, another judges.
 * Cost: three passes over the accounts, no exchange of any unless signals stand in several tables.
 */
public final class EvidenceJob {
  private static final List<Table> WRITES =
      List.of(
          EvidenceTables.PEER_HISTOGRAM,
          EvidenceTables.ACCOUNT_FAMILY_EVIDENCE,
          EvidenceTables.ACCOUNT_EVIDENCE);

  public static final Job JOB =
      new Job(
          new Stage(
              "evidence",
              "Compares every account with its peers, by signal and family of signals.",
              SignalTables.HOLDING,
              List.of(),
              WRITES,
              List.of(EvidenceSettings.class)),
          EvidenceJob::run);

  private EvidenceJob() {}

  private static void run(JobContext context) {
    EvidenceSettings settings = context.settings(EvidenceSettings.class);
    SignedBins bins = new SignedBins(new LogBins(settings.binsPerDecade()));
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(context.spark().sparkContext());
    Dataset<Row> accounts = MeasuredAccounts.today(context);
    List<Row> counts = PeerHistogram.counts(accounts, bins).collectAsList();
    Broadcast<PeerTails> tails = spark.broadcast(PeerTails.of(counts, settings.minPeers(), bins));
    List<Row> scores =
        accounts
            .mapPartitions(new CountFamilies(tails), Encoders.row(CountFamilies.SCHEMA))
            .groupBy("platform", "family", "bin")
            .agg(sum("n").as("n"))
            .collectAsList();
    Broadcast<FamilyTails> families = spark.broadcast(FamilyTails.of(scores, settings.minPeers()));
    Dataset<Row> judged =
        WideRows.map(accounts, new JudgeAccounts(tails, families, bins, settings), Judge.SCHEMA)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      context
          .sink()
          .replace(
              EvidenceTables.PEER_HISTOGRAM,
              context
                  .spark()
                  .createDataFrame(PeerHistogram.rows(counts, bins), PeerHistogram.SCHEMA));
      context.sink().replace(EvidenceTables.ACCOUNT_FAMILY_EVIDENCE, judged.drop("found"));
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
}

package io.assay.peers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import io.assay.contracts.EvidenceTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.job.JobContext;
import io.assay.statistics.SignedBins;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Exact counts of every signal by peer group and bin.
 *
 * <p>Algorithm: a partition counts all signals of its accounts in one pass; what is exchanged are
 * counts. Cost: one pass over the accounts; memory for the bins of the groups in a partition. How
 * many counts there are depends on groups and bins, not on accounts, so they can be collected.
 */
public final class PeerHistogram {

  private static final RowLayout LAYOUT = RowLayout.measured(EvidenceTables.PEER_HISTOGRAM);

  /** Columns of {@code gold.peer_histogram} but the day and the run. */
  public static final StructType SCHEMA = LAYOUT.schema();

  private PeerHistogram() {}

  /**
   * @param accounts platform, peer_group and every signal
   * @return {@link CountBins#SCHEMA}, each group, signal and bin once
   */
  public static Dataset<Row> counts(Dataset<Row> accounts, SignedBins bins) {
    Column[] read =
        Stream.concat(Stream.of("platform", "peer_group"), Signals.ALL.stream().map(Signal::name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return accounts
        .select(read)
        .mapPartitions(new CountBins(bins), Encoders.row(CountBins.SCHEMA))
        .groupBy("platform", "peer_group", "signal", "bin")
        .agg(sum("n").as("n"));
  }

  /**
   * The counts of the day that were published, as {@link CountBins#SCHEMA}: their number depends on
   * groups and bins, not on accounts.
   */
  public static List<Row> collected(JobContext context) {
    return context
        .today(EvidenceTables.PEER_HISTOGRAM)
        .select("platform", "peer_group", "signal", "bin", "n")
        .collectAsList();
  }

  /** Collected counts with the edges of their bins, as {@link #SCHEMA}. */
  public static List<Row> rows(List<Row> counts, SignedBins bins) {
    return counts.stream().map(count -> row(count, bins)).toList();
  }

  private static Row row(Row count, SignedBins bins) {
    int bin = count.getInt(3);
    return LAYOUT
        .row()
        .set("platform", count.getString(0))
        .set("peer_group", count.getString(1))
        .set("signal", count.getString(2))
        .set("bin", bin)
        .set("bin_lower", known(bins.lower(bin)))
        .set("bin_upper", known(bins.upper(bin)))
        .set("n", count.getLong(4))
        .row();
  }

  private static Double known(double edge) {
    return Double.isNaN(edge) ? null : Double.valueOf(edge);
  }
}

package io.assay.evidence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.SignedBins;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Exact counts of every signal by peer group and bin.
 *
 * <p>Algorithm: a partition counts all signals of its accounts in one pass; what is exchanged are
 * counts. Cost: one pass over the accounts; memory for the bins of the groups in a partition.
 */
public final class PeerHistogram {

  private PeerHistogram() {}

  /**
   * @param signals rows of {@code gold.account_signal}
   * @return {@code gold.peer_histogram}
   */
  public static Dataset<Row> of(Dataset<Row> signals, SignedBins bins) {
    Column[] read =
        Stream.concat(Stream.of("platform", "peer_group"), Signals.ALL.stream().map(Signal::name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    UDF1<Integer, Double> lower = bin -> known(bins.lower(bin));
    UDF1<Integer, Double> upper = bin -> known(bins.upper(bin));
    UserDefinedFunction lowerOf = udf(lower, DataTypes.DoubleType);
    UserDefinedFunction upperOf = udf(upper, DataTypes.DoubleType);
    return signals
        .select(read)
        .mapPartitions(new CountBins(bins), Encoders.row(CountBins.SCHEMA))
        .groupBy("platform", "peer_group", "signal", "bin")
        .agg(sum("n").as("n"))
        .select(
            col("platform"),
            col("peer_group"),
            col("signal"),
            col("bin"),
            lowerOf.apply(col("bin")).as("bin_lower"),
            upperOf.apply(col("bin")).as("bin_upper"),
            col("n"));
  }

  private static Double known(double edge) {
    return Double.isNaN(edge) ? null : Double.valueOf(edge);
  }
}

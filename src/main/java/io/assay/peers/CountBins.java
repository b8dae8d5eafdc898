package io.assay.peers;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.statistics.SignedBins;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the signals of a partition's accounts. In: platform, peer_group, the signals in the order
 * of the list. Out: {@link #SCHEMA}.
 */
public record CountBins(SignedBins bins) implements MapPartitionsFunction<Row, Row> {
  private static final int KEY = 2;

  /** platform, peer_group, signal, bin, n. */
  public static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("peer_group", StringType)
          .add("signal", StringType)
          .add("bin", IntegerType)
          .add("n", LongType);

  @Override
  public Iterator<Row> call(Iterator<Row> accounts) {
    BinCounter counter = new BinCounter(bins);
    while (accounts.hasNext()) {
      Row account = accounts.next();
      counter.add(account.getString(0), account.getString(1), i -> account.get(KEY + i));
    }
    return counter.rows().iterator();
  }
}

package io.assay.clusters;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.peers.BinCounter;
import io.assay.peers.CountBins;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the signals of the accounts of each leaf. In: {@link ClusterAccounts}. Out: {@link
 * #SCHEMA}.
 */
record CountLeaves(ClusterModels models, SignedBins bins)
    implements MapPartitionsFunction<Row, Row> {

  /** stratum, leaf, and the columns of {@link CountBins#SCHEMA}. */
  static final StructType SCHEMA = schema();

  private static StructType schema() {
    StructType schema = new StructType().add("stratum", StringType).add("leaf", IntegerType);
    for (org.apache.spark.sql.types.StructField field : CountBins.SCHEMA.fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> accounts) {
    Map<Leaf, BinCounter> counters = new HashMap<>();
    while (accounts.hasNext()) {
      ClusterAccounts account = new ClusterAccounts(accounts.next());
      counters
          .computeIfAbsent(models.leaf(account), leaf -> new BinCounter(bins))
          .add(
              account.signals().platform(),
              account.signals().peerGroup(),
              account.signals()::value);
    }
    List<Row> rows = new ArrayList<>();
    counters.forEach(
        (leaf, counter) -> counter.rows().forEach(count -> rows.add(row(leaf, count))));
    return rows.iterator();
  }

  private static Row row(Leaf leaf, Row count) {
    return RowFactory.create(
        leaf.stratum().title(),
        leaf.number(),
        count.get(0),
        count.get(1),
        count.get(2),
        count.get(3),
        count.get(4));
  }
}

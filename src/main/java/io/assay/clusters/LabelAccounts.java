package io.assay.clusters;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.HashMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Says of each account in which of the day's clusters it is. In: {@link ClusterAccounts}. Out:
 * {@link #SCHEMA}.
 */
record LabelAccounts(ClusterModels models, HashMap<Leaf, Cluster> clusters)
    implements MapFunction<Row, Row> {

  /** platform, account_id, label. */
  static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("account_id", StringType)
          .add("label", StringType);

  @Override
  public Row call(Row row) {
    ClusterAccounts account = new ClusterAccounts(row);
    return RowFactory.create(
        account.signals().platform(),
        account.signals().accountId(),
        clusters.get(models.leaf(account)).label());
  }
}

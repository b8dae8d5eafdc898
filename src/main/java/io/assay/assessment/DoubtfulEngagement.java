package io.assay.assessment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.DoubtedColumns;
import io.assay.job.RunsSpark;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;
import java.util.HashMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How much of a creator's engagement comes from doubtful accounts, (doubtful + 0.5) / (engagements
 * + 10), and where that lies among all creators of the platform with enough engagements. The share
 * itself would move the level of all; its rank does not.
 */
@RunsSpark
final class DoubtfulEngagement {
  static final String VALUE = "doubtful_value";
  static final String TAIL = "doubtful_tail";

  /** Engagements from which on it is told. */
  static final long LEAST = 20;

  /** What is added, so that of few engagements one does not make a large share. */
  private static final double ADDED = 10;

  private static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("account_id", StringType)
          .add(VALUE, DoubleType)
          .add(TAIL, DoubleType);

  private static final StructType BINNED =
      new StructType().add("platform", StringType).add("bin", IntegerType);

  private DoubtfulEngagement() {}

  /**
   * Cost: a pass over the creators; what is collected are counts in bins.
   *
   * @param audiences {@code gold.audience_quality}, kept
   * @return platform, account_id, {@link #VALUE}, {@link #TAIL} (double) of creators with enough
   */
  static Dataset<Row> of(Dataset<Row> audiences, SignedBins bins) {
    Column engagements = col(DoubtedColumns.ENGAGEMENTS.counted());
    Column value =
        col(DoubtedColumns.ENGAGEMENTS.doubtful()).plus(0.5).divide(engagements.plus(ADDED));
    Dataset<Row> values =
        audiences
            .where(engagements.geq(LEAST))
            .select(col("platform"), col("account_id"), value.as(VALUE));
    HashMap<String, TreeMap<Integer, Long>> counts = new HashMap<>();
    for (Row row :
        values
            .map(new Binned(bins), Encoders.row(BINNED))
            .groupBy("platform", "bin")
            .agg(count(lit(1)).as("n"))
            .collectAsList()) {
      counts
          .computeIfAbsent(row.getString(0), p -> new TreeMap<>())
          .put(row.getInt(1), row.getLong(2));
    }
    HashMap<String, TailCounts> tails = new HashMap<>();
    counts.forEach((platform, of) -> tails.put(platform, TailCounts.of(of)));
    return values.map(new Rank(tails, bins), Encoders.row(SCHEMA));
  }

  private record Binned(SignedBins bins) implements MapFunction<Row, Row> {
    @Override
    public Row call(Row creator) {
      return RowFactory.create(creator.get(0), bins.bin(creator.getDouble(2)));
    }
  }

  private record Rank(HashMap<String, TailCounts> tails, SignedBins bins)
      implements MapFunction<Row, Row> {
    @Override
    public Row call(Row creator) {
      double value = creator.getDouble(2);
      double tail = tails.get(creator.getString(0)).midRank(bins.bin(value), true);
      return RowFactory.create(creator.get(0), creator.get(1), value, tail);
    }
  }
}

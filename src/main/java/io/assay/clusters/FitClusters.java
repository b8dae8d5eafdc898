package io.assay.clusters;

import io.assay.job.RunsSpark;
import io.assay.peers.AccountRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Divides accounts by MLlib's k-means, from three random starts of which the closest fit is kept.
 * The sample is sorted by key and lies in one partition: sums of doubles depend on their order.
 */
@RunsSpark
final class FitClusters {
  private static final int STARTS = 3;
  private static final int ROUNDS = 20;
  private static final StructType SCHEMA =
      new StructType().add("features", SQLDataTypes.VectorType());

  private FitClusters() {}

  /**
   * @param sample accounts of the stratum, sorted by key, at least one
   * @param leaves parts, at most
   * @param minAccounts of a part, on average at least
   */
  static ClusterModel of(
      SparkSession spark,
      String platform,
      Stratum stratum,
      List<AccountRow> sample,
      LocalDate day,
      int leaves,
      int minAccounts,
      long seed) {
    ClusterSpace space = ClusterSpace.of(stratum, sample);
    int parts = Math.min(leaves, sample.size() / minAccounts);
    List<double[]> points = sample.stream().map(space::of).toList();
    List<double[]> centres =
        parts < 2 || space.axes().isEmpty()
            ? List.of(mean(points, space.axes().size()))
            : centres(spark, points, parts, seed);
    return new ClusterModel(platform, stratum, day, sample.size(), space, centres);
  }

  private static List<double[]> centres(
      SparkSession spark, List<double[]> points, int parts, long seed) {
    List<Row> rows = points.stream().map(point -> RowFactory.create(Vectors.dense(point))).toList();
    Dataset<Row> data = spark.createDataFrame(rows, SCHEMA).coalesce(1).cache();
    try {
      KMeansModel best = null;
      for (int start = 0; start < STARTS; start++) {
        KMeansModel model =
            new KMeans().setK(parts).setMaxIter(ROUNDS).setSeed(seed + start).fit(data);
        if (best == null || model.summary().trainingCost() < best.summary().trainingCost()) {
          best = model;
        }
      }
      List<double[]> centres = new ArrayList<>();
      Arrays.stream(best.clusterCenters()).forEach(centre -> centres.add(centre.toArray()));
      return centres;
    } finally {
      data.unpersist();
    }
  }

  private static double[] mean(List<double[]> points, int size) {
    double[] mean = new double[size];
    for (double[] point : points) {
      for (int i = 0; i < size; i++) {
        mean[i] += point[i] / points.size();
      }
    }
    return mean;
  }
}

package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What passes inside a pod, which says nothing of farms. */
final class PodMembers {

  private PodMembers() {}

  /**
   * Cost: pods are few, so that Spark sends them to every task.
   *
   * @param rows with {@code actor} and {@code author}
   * @param pods {@code actor, pod}, an account once
   * @return also {@code pod} of the actor, null for none, and {@code inside} (boolean, whether
   *     actor and author are in the same pod)
   */
  static Dataset<Row> marked(Dataset<Row> rows, Dataset<Row> pods) {
    Dataset<Row> ofAuthors = pods.select(col("actor").as("author"), col("pod").as("author_pod"));
    return rows.join(pods, new String[] {"actor"}, "left")
        .join(ofAuthors, new String[] {"author"}, "left")
        .withColumn("inside", coalesce(col("pod").equalTo(col("author_pod")), lit(false)))
        .drop("author_pod");
  }
}

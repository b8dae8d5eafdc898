package io.assay.bench;

import io.assay.contracts.SilverTables;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What one would write in Spark SQL to look for coordination, written as Parquet.
 *
 * @param workload whose day's interactions are read
 * @param out folder, replaced
 */
record PairsInSql(SparkSession spark, PipelineWorkload workload, Path out) {
  private static final String PAIRS = "bench_pairs";

  /** Distinct actors and posts, and how often each acts there: the least that must be done. */
  void counted() {
    write(pairs());
  }

  /** Pairs of posts that share three actors or more, with how many: no null, no groups. */
  void joined() {
    pairs().createOrReplaceTempView(PAIRS);
    write(
        spark.sql(
            "SELECT a.platform, a.post_id AS first_post_id, b.post_id AS second_post_id,"
                + " count(*) AS actors FROM "
                + PAIRS
                + " a JOIN "
                + PAIRS
                + " b ON a.platform = b.platform AND a.actor_id = b.actor_id"
                + " AND a.post_id < b.post_id"
                + " GROUP BY a.platform, a.post_id, b.post_id HAVING count(*) >= 3"));
  }

  private Dataset<Row> pairs() {
    return workload
        .slice(SilverTables.INTERACTION)
        .groupBy("platform", "actor_id", "post_id")
        .count();
  }

  private void write(Dataset<Row> rows) {
    rows.write().mode(SaveMode.Overwrite).parquet(out.toString());
  }
}

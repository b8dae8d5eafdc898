package io.assay.testing;

import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of a test run: two cores, Delta, UTC. Its plans are interpreted, since
 * tests have few rows and many plans; generated code runs in the tests of the launcher and of the
 * jar.
 */
public final class SparkFixture {

  private static SparkSession spark;

  private SparkFixture() {}

  /** Started when first asked for; lives as long as the process. */
  public static synchronized SparkSession spark() {
    if (spark == null) {
      spark =
          SparkSession.builder()
              .master("local[2]")
              .appName("assay-tests")
              .config("spark.ui.enabled", "false")
              // What ended is forgotten, as in the application: a test run has thousands of
              // queries.
              .config("spark.sql.ui.retainedExecutions", "1")
              .config("spark.ui.retainedJobs", "10")
              .config("spark.ui.retainedStages", "10")
              .config("spark.ui.retainedTasks", "100")
              // Nobody reads how a plan is described, and to describe it costs much of a short
              // query.
              .config("spark.sql.ui.explainMode", "simple")
              .config("spark.sql.debug.maxToStringFields", "1")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
              .config(
                  "spark.sql.catalog.spark_catalog",
                  "org.apache.spark.sql.delta.catalog.DeltaCatalog")
              .config("spark.databricks.delta.snapshotPartitions", "2")
              .config("spark.sql.shuffle.partitions", "2")
              .config("spark.sql.codegen.wholeStage", "false")
              .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
              .config("spark.sql.session.timeZone", "UTC")
              .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
              .getOrCreate();
    }
    return spark;
  }
}

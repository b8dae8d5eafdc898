package io.assay.testing;

import io.assay.lake.SparkSessions;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of a test run, as production configures it, on two cores. Its plans are
 * interpreted outside of jobs too, since tests have few rows and many plans; generated code runs in
 * the slow tests, in those of the launcher and in those of the jar.
 */
public final class SparkFixture {

  private static SparkSession spark;

  private SparkFixture() {}

  /** Started when first asked for; lives as long as the process. */
  public static synchronized SparkSession spark() {
    if (spark == null) {
      SparkConf conf = SparkSessions.conf("assay-tests");
      conf.set("spark.master", "local[2]");
      // Nobody reads how a plan is described, and to describe it costs much of a short query.
      conf.set("spark.sql.ui.explainMode", "simple");
      conf.set("spark.sql.debug.maxToStringFields", "1");
      CountedFiles.declare(conf);
      spark = SparkSession.builder().config(conf).getOrCreate();
      spark.conf().set("spark.sql.adaptive.enabled", "false");
      spark.conf().set("spark.sql.shuffle.partitions", "2");
      if (!Boolean.getBoolean("assay.test.compiled")) {
        spark.conf().set("spark.sql.codegen.wholeStage", "false");
        spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
      }
    }
    return spark;
  }
}

package io.assay.testing;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;

/**
 * Counts the Spark jobs that some work starts: a small run costs what they cost, whatever it reads.
 */
public final class SparkJobs extends SparkListener {
  private final AtomicLong started = new AtomicLong();

  private SparkJobs() {}

  public static long in(Runnable work) {
    SparkSession spark = SparkFixture.spark();
    SparkJobs jobs = new SparkJobs();
    // What is still under way belongs to whoever started it.
    await(spark);
    spark.sparkContext().addSparkListener(jobs);
    try {
      work.run();
      await(spark);
      return jobs.started.get();
    } finally {
      spark.sparkContext().removeSparkListener(jobs);
    }
  }

  private static void await(SparkSession spark) {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty(60_000);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("Spark's events were not all told", e);
    }
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    started.incrementAndGet();
  }
}

package io.assay.bench;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** Bytes that Spark's tasks read from files, of Parquet only the columns and pages they ask for. */
final class BytesRead extends SparkListener implements AutoCloseable {
  private final SparkSession spark;
  private final AtomicLong bytes = new AtomicLong();

  /** Counts from now on. */
  BytesRead(SparkSession spark) {
    this.spark = spark;
    spark.sparkContext().addSparkListener(this);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd ended) {
    if (ended.taskMetrics() != null) {
      bytes.addAndGet(ended.taskMetrics().inputMetrics().bytesRead());
    }
  }

  /** Bytes so far, once Spark has reported all tasks that ended. */
  long megabytes() {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException("Spark does not report the tasks that ended", e);
    }
    return bytes.get() / 1_000_000;
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(this);
  }
}

package io.assay.bench;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * Bytes that Spark's tasks read from files, of Parquet only the columns and pages they ask for, or
 * write for other tasks.
 */
final class BytesRead extends SparkListener implements AutoCloseable {
  private final SparkSession spark;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong shuffled = new AtomicLong();

  /** Counts from now on. */
  BytesRead(SparkSession spark) {
    this.spark = spark;
    spark.sparkContext().addSparkListener(this);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd ended) {
    if (ended.taskMetrics() != null) {
      bytes.addAndGet(ended.taskMetrics().inputMetrics().bytesRead());
      shuffled.addAndGet(ended.taskMetrics().shuffleWriteMetrics().bytesWritten());
    }
  }

  /** Bytes so far, once Spark has reported all tasks that ended. */
  long megabytes() {
    await();
    return bytes.get() / 1_000_000;
  }

  /** Bytes that tasks have written for others. */
  long shuffledBytes() {
    await();
    return shuffled.get();
  }

  private void await() {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException("Spark does not report the tasks that ended", e);
    }
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(this);
  }
}

package io.assay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/**
 * Counts what a process asks of Spark, and writes it to the file that {@code bench.counts} names
 * when Spark ends. Spark itself makes it, where {@code spark.extraListeners} names it, so that the
 * process under measurement knows nothing of it. Unlike times, these numbers do not depend on how
 * busy a machine is.
 */
public final class SparkCounts extends SparkListener {
  static final String FILE = "bench.counts";

  private final AtomicLong jobs = new AtomicLong();
  private final AtomicLong executions = new AtomicLong();
  private final AtomicLong tasks = new AtomicLong();

  @Override
  public void onJobStart(SparkListenerJobStart started) {
    jobs.incrementAndGet();
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd ended) {
    tasks.incrementAndGet();
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart) {
      executions.incrementAndGet();
    }
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd ended) {
    try {
      Files.writeString(
          Path.of(System.getProperty(FILE)),
          String.format(
              Locale.ROOT,
              "jobs=%d%nexecutions=%d%ntasks=%d%ncpu=%.3f%n",
              jobs.get(),
              executions.get(),
              tasks.get(),
              Machine.cpuNanos() / 1e9));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

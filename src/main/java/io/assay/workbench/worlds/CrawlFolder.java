package io.assay.workbench.worlds;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A crawl's folder while it is being written as JSON Lines: {@code <out>/accounts/part-00000.jsonl}
 * and so on, one file a partition. Everything is written beside the folder first and renamed at the
 * end: the folder holds the whole crawl or does not exist.
 */
public final class CrawlFolder implements AutoCloseable {
  private static final Map<String, String> JSON =
      Map.of("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss'Z'", "timeZone", "UTC");

  /** Rows a file holds at most; about 50 MB of posts. */
  private static final long ROWS_PER_FILE = 100_000;

  private final FileSystem fs;
  private final Path target;
  private final Path temp;
  private final boolean gzip;
  private int files;
  private long bytes;

  private CrawlFolder(FileSystem fs, Path target, boolean gzip) {
    this.fs = fs;
    this.target = target;
    this.gzip = gzip;
    temp = new Path(target.getParent(), "." + target.getName() + ".writing-" + UUID.randomUUID());
  }

  /**
   * @param out a folder that does not exist or is empty; local or any that Hadoop knows
   * @throws UserError if it is not empty, or not a folder, or cannot be made
   */
  public static CrawlFolder open(SparkSession spark, String out, boolean gzip) {
    try {
      Path path = new Path(out);
      FileSystem fs = path.getFileSystem(spark.sessionState().newHadoopConf());
      // Without the checksum files that Hadoop keeps beside local ones.
      fs = fs instanceof LocalFileSystem local ? local.getRawFileSystem() : fs;
      Path target = fs.makeQualified(path);
      claim(fs, target);
      return new CrawlFolder(fs, target, gzip);
    } catch (IOException e) {
      throw unwritable(out, e);
    }
  }

  /**
   * Files, and so partitions, that this many rows are written to: a file's share of the rows is
   * fixed, so that its bytes do not depend on the machine.
   */
  public static int filesFor(long rows) {
    return Math.toIntExact((rows + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
  }

  /** Writes a feed; a partition becomes a file. */
  public void add(String feed, Dataset<Row> rows) {
    Path raw = new Path(temp, "raw-" + feed);
    rows.write().options(JSON).option("compression", gzip ? "gzip" : "none").json(raw.toString());
    try {
      take(raw, new Path(new Path(temp, "crawl"), feed));
    } catch (IOException e) {
      throw unwritable(target.toString(), e);
    }
  }

  /** Puts what Spark wrote into a folder, under names that say nothing of the run. */
  private void take(Path raw, Path folder) throws IOException {
    fs.mkdirs(folder);
    String extension = gzip ? ".jsonl.gz" : ".jsonl";
    for (FileStatus file : fs.listStatus(raw, path -> path.getName().startsWith("part-"))) {
      // Spark names a file part-<partition>-<random>; the partition decides the content.
      String part = file.getPath().getName().split("-")[1].replaceFirst("\\..*", "");
      move(file.getPath(), new Path(folder, "part-" + part + extension));
      files++;
      bytes += file.getLen();
    }
  }

  /**
   * Writes a feed of several deliveries, each into the folder of its date.
   *
   * @param rows with {@link FeedRows#DELIVERY}, by which every partition is sorted
   * @param dates of the deliveries
   */
  void addDaily(String feed, Dataset<Row> rows, List<LocalDate> dates) {
    Path raw = new Path(temp, "raw-" + feed);
    rows.write()
        .options(JSON)
        .option("compression", gzip ? "gzip" : "none")
        .partitionBy(FeedRows.DELIVERY)
        .json(raw.toString());
    try {
      for (int delivery = 0; delivery < dates.size(); delivery++) {
        Path day = new Path(new Path(temp, "crawl"), dates.get(delivery).toString());
        fs.mkdirs(day);
        Path of = new Path(raw, FeedRows.DELIVERY + "=" + delivery);
        if (fs.exists(of)) {
          take(of, new Path(day, feed));
        }
      }
    } catch (IOException e) {
      throw unwritable(target.toString(), e);
    }
  }

  /** Puts all feeds in their place. */
  public void publish() {
    try {
      fs.delete(target, false);
      move(new Path(temp, "crawl"), target);
    } catch (IOException e) {
      throw unwritable(target.toString(), e);
    }
  }

  /** Files written so far. */
  public int files() {
    return files;
  }

  /** Their size. */
  public long bytes() {
    return bytes;
  }

  /** Removes what was not published. */
  @Override
  public void close() {
    try {
      fs.delete(temp, true);
    } catch (IOException e) {
      throw unwritable(target.toString(), e);
    }
  }

  /**
   * Checks, without writing, that a crawl could be put there.
   *
   * @param fs where the folder is
   * @param out a folder that does not exist or is empty
   * @throws UserError if it is not empty, or not a folder
   */
  public static void requireFree(FileSystem fs, String out) {
    try {
      requireFree(fs, fs.makeQualified(new Path(out)));
    } catch (IOException e) {
      throw unwritable(out, e);
    }
  }

  private static void claim(FileSystem fs, Path target) throws IOException {
    requireFree(fs, target);
    try {
      fs.mkdirs(target.getParent());
    } catch (IOException e) {
      throw new UserError(
          "folder " + target.getParent() + " cannot be made: " + e.getMessage(),
          "Give a place that can be written to.",
          e);
    }
  }

  private static void requireFree(FileSystem fs, Path target) throws IOException {
    if (target.isRoot()) {
      throw new UserError("the root folder cannot hold a crawl", "Give a folder of its own.");
    }
    if (fs.exists(target)) {
      if (!fs.getFileStatus(target).isDirectory()) {
        throw new UserError(target + " is a file", "Give a folder that does not exist yet.");
      }
      if (fs.listStatus(target).length > 0) {
        throw new UserError(
            "folder " + target + " is not empty",
            "Give a folder that does not exist yet, or empty it first.");
      }
    }
  }

  private void move(Path from, Path to) throws IOException {
    if (!fs.rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  private static UncheckedIOException unwritable(String out, IOException e) {
    return new UncheckedIOException("the crawl cannot be written to " + out, e);
  }
}

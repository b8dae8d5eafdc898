package io.assay.synthetic;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * Writes a made-up crawl as JSON Lines: {@code <out>/accounts/part-00000.jsonl …} and {@code
 * <out>/posts/…}. A file holds a fixed share of the rows, so that its bytes depend on the options
 * only. Everything is written beside the folder first and renamed at the end: the folder holds the
 * whole crawl or does not exist.
 */
public final class CrawlWriter {

  /** Rows a file holds at most; about 50 MB of posts. */
  static final long ROWS_PER_FILE = 100_000;

  private static final Map<String, String> JSON =
      Map.of("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss'Z'", "timeZone", "UTC");

  private final SparkSession spark;

  public CrawlWriter(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * What was written.
   *
   * @param folder the crawl's folder
   * @param accountRows rows of the accounts feed
   * @param postRows rows of the posts feed
   * @param files files of both
   * @param bytes size of both
   */
  public record Written(String folder, long accountRows, long postRows, int files, long bytes) {}

  /**
   * Generates and writes.
   *
   * @param out a folder that does not exist or is empty; local or any that Hadoop knows
   * @throws UserError if it is not empty, or not a folder, or cannot be made
   */
  public Written write(GeneratorOptions options, String out) {
    Path target = new Path(out);
    try {
      FileSystem fs = fileSystem(target);
      target = fs.makeQualified(target);
      claim(fs, target);
      Path parent = target.getParent();
      Path temp = new Path(parent, "." + target.getName() + ".writing-" + UUID.randomUUID());
      try {
        Path whole = new Path(temp, "crawl");
        Tally tally = new Tally();
        writeFeed(
            fs, SyntheticAccounts.accounts(spark, options), Feeds.ACCOUNTS, temp, options, tally);
        writeFeed(fs, SyntheticPosts.posts(spark, options), Feeds.POSTS, temp, options, tally);
        fs.delete(target, false);
        move(fs, whole, target);
        return new Written(out, options.accountRows(), options.posts(), tally.files, tally.bytes);
      } finally {
        fs.delete(temp, true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the crawl cannot be written to " + out, e);
    }
  }

  /** Files, and so partitions, that this many rows are written to. */
  static int filesFor(long rows) {
    return Math.toIntExact((rows + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
  }

  /** Without the checksum files that Hadoop keeps beside local ones. */
  private FileSystem fileSystem(Path path) throws IOException {
    FileSystem fs = path.getFileSystem(spark.sessionState().newHadoopConf());
    return fs instanceof LocalFileSystem local ? local.getRawFileSystem() : fs;
  }

  private static void claim(FileSystem fs, Path target) throws IOException {
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
    try {
      fs.mkdirs(target.getParent());
    } catch (IOException e) {
      throw new UserError(
          "folder " + target.getParent() + " cannot be made: " + e.getMessage(),
          "Give a place that can be written to.",
          e);
    }
  }

  private static void writeFeed(
      FileSystem fs, Dataset<Row> rows, Feed feed, Path temp, GeneratorOptions options, Tally tally)
      throws IOException {
    Path raw = new Path(temp, "raw-" + feed.name());
    rows.write()
        .options(JSON)
        .option("compression", options.gzip() ? "gzip" : "none")
        .json(raw.toString());
    Path folder = new Path(new Path(temp, "crawl"), feed.name());
    fs.mkdirs(folder);
    String extension = options.gzip() ? ".jsonl.gz" : ".jsonl";
    for (FileStatus file : fs.listStatus(raw, path -> path.getName().startsWith("part-"))) {
      // Spark names a file part-<partition>-<random>; the partition decides the content.
      String part = file.getPath().getName().split("-")[1];
      move(fs, file.getPath(), new Path(folder, "part-" + part + extension));
      tally.files++;
      tally.bytes += file.getLen();
    }
  }

  private static void move(FileSystem fs, Path from, Path to) throws IOException {
    if (!fs.rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  private static final class Tally {
    int files;
    long bytes;
  }
}

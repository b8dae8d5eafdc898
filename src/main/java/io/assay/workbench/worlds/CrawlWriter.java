package io.assay.workbench.worlds;

import io.assay.contracts.Feeds;
import io.assay.contracts.UserError;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a made-up crawl as JSON Lines: {@code <out>/accounts/part-00000.jsonl …} and {@code
 * <out>/posts/…}. A file holds a fixed share of the rows, so that its bytes depend on the options
 * only.
 */
public final class CrawlWriter {

  /** Rows a file holds at most; about 50 MB of posts. */
  static final long ROWS_PER_FILE = 100_000;

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
    try (CrawlFolder folder = CrawlFolder.open(spark, out, options.gzip())) {
      folder.add(Feeds.ACCOUNTS.name(), SyntheticAccounts.accounts(spark, options));
      folder.add(Feeds.POSTS.name(), SyntheticPosts.posts(spark, options));
      folder.publish();
      return new Written(
          out, options.accountRows(), options.posts(), folder.files(), folder.bytes());
    }
  }

  /** Files, and so partitions, that this many rows are written to. */
  public static int filesFor(long rows) {
    return Math.toIntExact((rows + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
  }
}

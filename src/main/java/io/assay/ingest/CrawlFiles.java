package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.UserError;
import io.assay.settings.IngestSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * The files of a delivery, listed once; those of archives are unpacked until this is closed. Names
 * are taken literally: a glob character in one means itself.
 *
 * @param byFeed of each feed; one that was not delivered has none
 * @param unread what is not read, and why; what tools keep about a delivery does not count
 * @param broken archives of {@code byFeed} that cannot be read, by name
 * @param unpacked what archives hold
 */
public record CrawlFiles(
    Map<Feed, List<InputFile>> byFeed,
    List<Unread> unread,
    Map<String, Damage> broken,
    UnpackFolder unpacked)
    implements AutoCloseable {

  /**
   * Lists them.
   *
   * @throws UserError if there is nothing to read, or a file of no known format
   */
  public static CrawlFiles of(SparkSession spark, Crawl crawl, IngestSettings settings) {
    return CrawlListing.of(
        crawl,
        root -> root.getFileSystem(spark.sparkContext().hadoopConfiguration()),
        UnpackLimit.of(settings));
  }

  /**
   * Lists them without Spark.
   *
   * @param fs of the delivery's path
   * @throws UserError if there is nothing to read, or a file of no known format
   */
  public static CrawlFiles of(FileSystem fs, Crawl crawl, IngestSettings settings) {
    return CrawlListing.of(crawl, root -> fs, UnpackLimit.of(settings));
  }

  /**
   * A feed that the mapping names and nothing is read for would be one that is empty today.
   *
   * @throws UserError unless the mapping says that it is optional
   */
  public void requireEveryFeed(Mapping mapping) {
    List<String> missing = missing(mapping);
    if (!missing.isEmpty()) {
      throw new UserError(
          String.join("; ", missing),
          "Check the delivery and the mapping's files:, or write optional: true at a feed that a"
              + " delivery may lack.");
    }
  }

  /**
   * What archives hold is unpacked where this process runs.
   *
   * @throws UserError if other machines would have to read it
   */
  public void requireSeenBy(SparkSession spark) {
    if (unpacked.isUsed() && !spark.sparkContext().isLocal()) {
      throw new UserError(
          "the delivery holds archives, which only a Spark on one machine (--master local) reads",
          "Unpack them beside the delivery's other files.");
    }
  }

  /**
   * For each feed that nothing is read for, though the mapping does not call it optional, a word.
   */
  public List<String> missing(Mapping mapping) {
    List<String> missing = new ArrayList<>();
    if (mapping != null) {
      mapping
          .byFeed()
          .forEach(
              (feed, sources) -> {
                boolean optional = sources.stream().allMatch(Mapping.Source::optional);
                if (!optional && byFeed.get(feed).isEmpty()) {
                  missing.add(
                      "no file of the delivery is read for "
                          + String.join(
                              ", ", sources.stream().map(Mapping.Source::filesWritten).toList()));
                }
              });
    }
    return missing;
  }

  /**
   * Sources that read nothing beside others of their feed, unless the mapping calls them optional.
   */
  List<String> idle(Mapping mapping) {
    if (mapping == null) {
      return List.of();
    }
    return mapping.sources().stream()
        .filter(s -> !s.optional() && !byFeed.get(s.feed()).isEmpty())
        .filter(s -> byFeed.get(s.feed()).stream().noneMatch(s::reads))
        .map(Mapping.Source::filesWritten)
        .toList();
  }

  /** Of all files that are read; one that two feeds read counts twice. */
  public long bytes() {
    return byFeed.values().stream().flatMap(List::stream).mapToLong(InputFile::bytes).sum();
  }

  /** How much is not read, with an example for each reason. */
  public String unreadWritten() {
    Map<String, String> examples = new LinkedHashMap<>();
    for (Unread file : unread) {
      boolean plain = file.why().equals(Unread.UNNAMED);
      examples.putIfAbsent(file.why(), file.name() + (plain ? "" : " (" + file.why() + ")"));
    }
    return unread.size() + ", for example " + String.join(", ", examples.values());
  }

  @Override
  public void close() {
    unpacked.close();
  }
}

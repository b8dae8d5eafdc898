package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/**
 * The files of a delivery, listed once. Names are taken literally: a glob character in one means
 * itself. Hidden files (beginning with a dot or an underscore) are left out, as Spark does.
 *
 * @param byFeed of each feed; one that was not delivered has none
 * @param unread files of a mapping's format that none of its sources reads; without a mapping none
 */
public record CrawlFiles(Map<Feed, List<InputFile>> byFeed, List<InputFile> unread) {

  /**
   * Lists them.
   *
   * @throws UserError if there is nothing to read, or a file of no known format
   */
  public static CrawlFiles of(SparkSession spark, Crawl crawl) {
    Mapping mapping = crawl.mapping();
    CrawlFiles files =
        at(
            spark,
            crawl,
            (fs, root) -> mapping == null ? canonical(fs, root) : mapped(fs, root, mapping));
    if (files.byFeed().values().stream().allMatch(List::isEmpty)) {
      throw new UserError(
          "crawl path " + crawl.path() + " holds no file to read",
          mapping == null
              ? "A delivery has a folder per feed ("
                  + String.join("/, ", Feeds.ALL.stream().map(Feed::name).toList())
                  + "/) with files ending in "
                  + Format.allEndings()
                  + "; another layout needs --mapping."
              : "Check the path, or the mapping's format and files.");
    }
    return files;
  }

  /** Of all files that are read; one that two feeds read counts twice. */
  public long bytes() {
    return byFeed.values().stream().flatMap(List::stream).mapToLong(InputFile::bytes).sum();
  }

  /** Lists what lies under the delivery's path. */
  private interface Listing {
    CrawlFiles of(FileSystem fs, Path root) throws IOException;
  }

  private static CrawlFiles at(SparkSession spark, Crawl crawl, Listing listing) {
    try {
      Path root = new Path(new Path(crawl.path()).toUri().getPath() == null ? "." : crawl.path());
      FileSystem fs = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!fs.exists(root)) {
        throw new UserError(
            "crawl path " + crawl.path() + " does not exist", "Check the path of the delivery.");
      }
      return listing.of(fs, root);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "crawl path " + crawl.path() + " cannot be read: " + e.getMessage(),
          "Check the path and its access.",
          e);
    }
  }

  private static CrawlFiles canonical(FileSystem fs, Path root) throws IOException {
    requireFeedsOnly(fs, root);
    List<InputFile> all = new ArrayList<>();
    for (DeliveredFile file : files(fs, root)) {
      Format format = Format.ofName(file.name());
      if (format == null) {
        throw new UserError(
            "file " + file.name() + " is of no known format",
            "Names must end in " + Format.allEndings() + "; remove the file or use --mapping.");
      }
      all.add(InputFile.of(file, format));
    }
    Map<Feed, List<InputFile>> files = new LinkedHashMap<>();
    for (Feed feed : Feeds.ALL) {
      String folder = feed.name() + "/";
      files.put(feed, all.stream().filter(f -> f.name().startsWith(folder)).toList());
    }
    return new CrawlFiles(files, List.of());
  }

  /** A mistyped folder would otherwise be a feed that is empty today. */
  private static void requireFeedsOnly(FileSystem fs, Path root) throws IOException {
    List<String> feeds = Feeds.ALL.stream().map(Feed::name).toList();
    for (FileStatus status : fs.listStatus(root)) {
      String name = status.getPath().getName();
      boolean feed = status.isDirectory() && feeds.contains(name);
      if (!feed && !DeliveredFile.isHidden(name)) {
        throw new UserError(
            "the delivery holds '" + name + "', which is no feed",
            "A delivery has a folder per feed ("
                + String.join("/, ", feeds)
                + "/); rename or remove it, or use --mapping for another layout.");
      }
    }
  }

  private static CrawlFiles mapped(FileSystem fs, Path root, Mapping mapping) throws IOException {
    List<InputFile> all =
        files(fs, root).stream()
            .filter(f -> Format.ofName(f.name()) == mapping.format())
            .map(f -> InputFile.of(f, mapping.format()))
            .toList();
    Map<Feed, List<InputFile>> files = new LinkedHashMap<>();
    Feeds.ALL.forEach(feed -> files.put(feed, List.of()));
    mapping
        .byFeed()
        .forEach(
            (feed, sources) ->
                files.put(
                    feed,
                    all.stream().filter(f -> sources.stream().anyMatch(s -> s.reads(f))).toList()));
    return new CrawlFiles(
        files,
        all.stream().filter(f -> mapping.sources().stream().noneMatch(s -> s.reads(f))).toList());
  }

  /** All files but hidden ones, by name. */
  private static List<DeliveredFile> files(FileSystem fs, Path root) throws IOException {
    Path qualified = fs.makeQualified(root);
    List<DeliveredFile> found =
        "file".equals(fs.getUri().getScheme())
            ? LocalDelivery.files(java.nio.file.Path.of(qualified.toUri().getPath()))
            : listed(fs, qualified);
    for (DeliveredFile file : found) {
      if (file.name().substring(file.name().lastIndexOf('/') + 1).contains(":")) {
        throw new UserError(
            "file " + file.name() + " has a colon in its name, which Hadoop's paths cannot hold",
            "Rename it.");
      }
    }
    return found.stream().sorted(Comparator.comparing(DeliveredFile::name)).toList();
  }

  private static List<DeliveredFile> listed(FileSystem fs, Path root) throws IOException {
    List<DeliveredFile> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = fs.listFiles(root, true);
    while (all.hasNext()) {
      FileStatus status = all.next();
      String name = relative(root, status.getPath());
      if (!DeliveredFile.isHidden(name)) {
        found.add(new DeliveredFile(status.getPath().toString(), name, status.getLen()));
      }
    }
    return found;
  }

  private static String relative(Path root, Path file) {
    String all = file.toUri().getPath();
    String prefix = root.toUri().getPath();
    return all.equals(prefix) ? file.getName() : all.substring(prefix.length() + 1);
  }
}

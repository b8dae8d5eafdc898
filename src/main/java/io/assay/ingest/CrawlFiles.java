package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param unread files that no source of the mapping reads, whatever their format; without a mapping
 *     none
 */
public record CrawlFiles(Map<Feed, List<InputFile>> byFeed, List<InputFile> unread) {
  private static final String UNNAMED = "no source names it";

  /**
   * Lists them.
   *
   * @throws UserError if there is nothing to read, or a file of no known format
   */
  public static CrawlFiles of(SparkSession spark, Crawl crawl) {
    return of(crawl, root -> root.getFileSystem(spark.sparkContext().hadoopConfiguration()));
  }

  /**
   * Lists them without Spark.
   *
   * @param fs of the delivery's path
   * @throws UserError if there is nothing to read, or a file of no known format
   */
  public static CrawlFiles of(FileSystem fs, Crawl crawl) {
    return of(crawl, root -> fs);
  }

  private static CrawlFiles of(Crawl crawl, Opening opening) {
    Mapping mapping = crawl.mapping();
    CrawlFiles files = at(opening, crawl);
    if (files.byFeed().values().stream().allMatch(List::isEmpty)) {
      throw new UserError(
          "crawl path " + crawl.path() + " holds no file to read",
          mapping == null
              ? "A delivery has a folder per feed ("
                  + String.join("/, ", Feeds.ALL.stream().map(Feed::name).toList())
                  + "/) with files ending in "
                  + Format.allEndings()
                  + "; another layout needs --mapping."
              : "Check the path, or the mapping's format and files."
                  + (files.unread().isEmpty()
                      ? ""
                      : " Files that no source reads: " + files.unreadWritten(mapping) + "."));
    }
    return files;
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

  /** Why a file of {@link #unread} is not read. */
  public static String whyUnread(InputFile file, Mapping mapping) {
    if (Format.isArchive(file.name())) {
      return "an archive: unpack it";
    }
    if (file.format() == null) {
      return "its ending tells no format that is read";
    }
    return file.format() == mapping.format()
        ? UNNAMED
        : "the mapping reads " + mapping.format().written();
  }

  /** Of all files that are read; one that two feeds read counts twice. */
  public long bytes() {
    return byFeed.values().stream().flatMap(List::stream).mapToLong(InputFile::bytes).sum();
  }

  /** How many files are not read, with an example for each reason. */
  public String unreadWritten(Mapping mapping) {
    Map<String, String> examples = new LinkedHashMap<>();
    for (InputFile file : unread) {
      String why = whyUnread(file, mapping);
      examples.putIfAbsent(why, file.name() + (why.equals(UNNAMED) ? "" : " (" + why + ")"));
    }
    return unread.size() + ", for example " + String.join(", ", examples.values());
  }

  /** Opens the file system of a path. */
  private interface Opening {
    FileSystem of(Path root) throws IOException;
  }

  private static CrawlFiles at(Opening opening, Crawl crawl) {
    try {
      Path root = new Path(new Path(crawl.path()).toUri().getPath() == null ? "." : crawl.path());
      FileSystem fs = opening.of(root);
      if (!fs.exists(root)) {
        throw new UserError(
            "crawl path " + crawl.path() + " does not exist", "Check the path of the delivery.");
      }
      return crawl.mapping() == null ? canonical(fs, root) : mapped(fs, root, crawl.mapping());
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "crawl path " + crawl.path() + " cannot be read: " + e.getMessage(),
          "Check the path and its access.",
          e);
    }
  }

  private static CrawlFiles canonical(FileSystem fs, Path root) throws IOException {
    FileStatus[] top = fs.listStatus(root);
    requireFeedsOnly(top);
    List<InputFile> all = new ArrayList<>();
    for (DeliveredFile file : files(fs, root, top)) {
      Format format = Format.ofName(file.name());
      if (format == null) {
        throw new UserError(
            "file " + file.name() + " is of no known format",
            "Names must end in "
                + Format.allEndings()
                + "; "
                + (Format.isArchive(file.name()) ? "unpack it." : "remove it or use --mapping."));
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
  private static void requireFeedsOnly(FileStatus[] top) {
    List<String> feeds = Feeds.ALL.stream().map(Feed::name).toList();
    for (FileStatus status : top) {
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
    List<InputFile> delivered =
        files(fs, root, fs.listStatus(root)).stream()
            .map(f -> InputFile.of(f, Format.ofName(f.name())))
            .toList();
    List<InputFile> all = delivered.stream().filter(f -> f.format() == mapping.format()).toList();
    Map<Feed, List<InputFile>> files = new LinkedHashMap<>();
    Feeds.ALL.forEach(feed -> files.put(feed, List.of()));
    mapping
        .byFeed()
        .forEach(
            (feed, sources) ->
                files.put(
                    feed,
                    all.stream().filter(f -> sources.stream().anyMatch(s -> s.reads(f))).toList()));
    Set<InputFile> read = new HashSet<>();
    files.values().forEach(read::addAll);
    return new CrawlFiles(files, delivered.stream().filter(f -> !read.contains(f)).toList());
  }

  /**
   * All files but hidden ones, by name.
   *
   * @param top what lies in the root, or the root if it is a file
   */
  private static List<DeliveredFile> files(FileSystem fs, Path root, FileStatus[] top)
      throws IOException {
    Path qualified = fs.makeQualified(root);
    List<DeliveredFile> found =
        "file".equals(fs.getUri().getScheme())
            ? LocalDelivery.files(java.nio.file.Path.of(qualified.toUri().getPath()))
            : listed(fs, qualified, top);
    for (DeliveredFile file : found) {
      if (file.name().substring(file.name().lastIndexOf('/') + 1).contains(":")) {
        throw new UserError(
            "file " + file.name() + " has a colon in its name, which Hadoop's paths cannot hold",
            "Rename it.");
      }
    }
    return found.stream().sorted(Comparator.comparing(DeliveredFile::name)).toList();
  }

  private static List<DeliveredFile> listed(FileSystem fs, Path root, FileStatus[] top)
      throws IOException {
    List<FileStatus> all = new ArrayList<>();
    for (FileStatus status : top) {
      if (status.isFile()) {
        all.add(status);
      } else {
        RemoteIterator<LocatedFileStatus> below = fs.listFiles(status.getPath(), true);
        while (below.hasNext()) {
          all.add(below.next());
        }
      }
    }
    return all.stream()
        .map(
            f -> new DeliveredFile(f.getPath().toString(), relative(root, f.getPath()), f.getLen()))
        .filter(file -> !DeliveredFile.isHidden(file.name()))
        .toList();
  }

  private static String relative(Path root, Path file) {
    String all = file.toUri().getPath();
    String prefix = root.toUri().getPath();
    return all.equals(prefix) ? file.getName() : all.substring(prefix.length() + 1);
  }
}

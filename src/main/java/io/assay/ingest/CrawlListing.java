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
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files of a delivery, unpacks its archives and tells which feed reads what. */
final class CrawlListing {
  private final FileSystem fs;
  private final Path root;
  private final FeedLayout layout;
  private final UnpackLimit limit;

  private CrawlListing(FileSystem fs, Path root, FeedLayout layout, UnpackLimit limit) {
    this.fs = fs;
    this.root = root;
    this.layout = layout;
    this.limit = limit;
  }

  /** Opens the file system of a path. */
  interface Opening {
    FileSystem of(Path root) throws IOException;
  }

  /** Which files a delivery's feeds read. */
  interface FeedLayout {

    /** What lies in the delivery's folder, or the delivery if it is a file. */
    void requireUsable(FileStatus[] top);

    /** The feeds that read a file; none reads a file of no format. */
    List<Feed> feeds(InputFile file);

    /**
     * Why no feed reads a file.
     *
     * @throws UserError if there may be no such file
     */
    String whyUnread(InputFile file);

    /** The feeds that an archive may hold files of, which cannot be listed. */
    List<Feed> possible(DeliveredFile archive);
  }

  /**
   * @throws UserError if there is nothing to read, or a file of no known format
   */
  static CrawlFiles of(Crawl crawl, Opening opening, UnpackLimit limit) {
    try {
      Path root = new Path(new Path(crawl.path()).toUri().getPath() == null ? "." : crawl.path());
      FileSystem fs = opening.of(root);
      if (!fs.exists(root)) {
        throw new UserError(
            "crawl path " + crawl.path() + " does not exist", "Check the path of the delivery.");
      }
      FeedLayout layout =
          crawl.mapping() == null ? new CanonicalLayout() : new MappedLayout(crawl.mapping());
      return new CrawlListing(fs, root, layout, limit).list(crawl);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "crawl path " + crawl.path() + " cannot be read: " + e.getMessage(),
          "Check the path and its access.",
          e);
    }
  }

  private CrawlFiles list(Crawl crawl) throws IOException {
    UnpackFolder folder = new UnpackFolder(limit);
    try {
      CrawlFiles files = list(folder);
      if (files.byFeed().values().stream().allMatch(List::isEmpty)) {
        throw nothing(crawl, files);
      }
      return files;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private CrawlFiles list(UnpackFolder folder) throws IOException {
    FileStatus[] top = fs.listStatus(root);
    layout.requireUsable(top);
    LocalDelivery.Listed listed = listed(top);
    List<Unread> unread = new ArrayList<>(listed.hidden());
    Predicate<DeliveredFile> isRead = file -> !layout.feeds(input(file)).isEmpty();
    Archives archives = new Archives(folder, limit, isRead);
    List<DeliveredFile> delivered = new ArrayList<>();
    for (DeliveredFile file : listed.files()) {
      Archive.Type type = Archive.Type.ofName(file.name());
      if (type == null || type == Archive.Type.UNREAD || !isLocal()) {
        requireNoColon(file);
        delivered.add(file);
      } else {
        archives.add(file);
      }
    }
    delivered.addAll(archives.files());
    unread.addAll(archives.unread());
    Map<Feed, List<InputFile>> byFeed = new LinkedHashMap<>();
    Feeds.ALL.forEach(feed -> byFeed.put(feed, new ArrayList<>()));
    for (DeliveredFile file : delivered) {
      InputFile input = input(file);
      List<Feed> feeds = layout.feeds(input);
      feeds.forEach(feed -> byFeed.get(feed).add(input));
      if (feeds.isEmpty()) {
        unread.add(new Unread(file.name(), layout.whyUnread(input)));
      }
    }
    Map<String, Damage> broken = new LinkedHashMap<>();
    archives
        .broken()
        .forEach(
            (archive, found) -> {
              broken.put(archive.name(), found.damage());
              lost(archive, found).forEach(feed -> byFeed.get(feed).add(input(archive)));
            });
    byFeed.values().forEach(files -> files.sort(Comparator.comparing(InputFile::name)));
    unread.sort(Comparator.comparing(Unread::name));
    return new CrawlFiles(byFeed, List.copyOf(unread), broken, folder);
  }

  /** The feeds that lack what a broken archive holds. */
  private Set<Feed> lost(DeliveredFile archive, Archives.Broken broken) {
    Set<Feed> lost = new HashSet<>();
    broken.files().forEach(file -> lost.addAll(layout.feeds(input(file))));
    return lost.isEmpty() ? Set.copyOf(layout.possible(archive)) : lost;
  }

  private InputFile input(DeliveredFile file) {
    return InputFile.of(file, Format.ofName(file.name()), limit);
  }

  private static UserError nothing(Crawl crawl, CrawlFiles files) {
    return new UserError(
        "crawl path " + crawl.path() + " holds no file to read",
        (crawl.mapping() == null
                ? CanonicalLayout.EXPECTED + " with files ending in " + Format.allEndings() + "."
                : "Check the path, or the mapping's format and files.")
            + (files.unread().isEmpty()
                ? ""
                : " What is not read: " + files.unreadWritten() + "."));
  }

  private static void requireNoColon(DeliveredFile file) {
    if (HiddenNames.last(file.name()).contains(":")) {
      throw new UserError(
          "file " + file.name() + " has a colon in its name, which Hadoop's paths cannot hold",
          "Rename it.");
    }
  }

  private boolean isLocal() {
    return "file".equals(fs.getUri().getScheme());
  }

  private LocalDelivery.Listed listed(FileStatus[] top) throws IOException {
    Path qualified = fs.makeQualified(root);
    return isLocal()
        ? LocalDelivery.list(java.nio.file.Path.of(qualified.toUri().getPath()))
        : RemoteDelivery.list(fs, qualified, top);
  }
}

package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.UserError;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;

/**
 * A folder per feed. An archive may lie in such a folder; or beside them, or in their place, and
 * hold the folders itself, at its top or in one folder below.
 */
final class CanonicalLayout implements CrawlListing.FeedLayout {
  /** What a delivery is, for messages. */
  static final String EXPECTED =
      "A delivery has a folder per feed ("
          + String.join("/, ", Feeds.ALL.stream().map(Feed::name).toList())
          + "/)";

  /** A mistyped folder would otherwise be a feed that is empty today. */
  @Override
  public void requireUsable(FileStatus[] top) {
    for (FileStatus status : top) {
      String name = status.getPath().getName();
      boolean feed = status.isDirectory() && feed(name).isPresent();
      boolean archive = status.isFile() && Archive.Type.ofName(name) != null;
      if (!feed && !archive && !HiddenNames.isHidden(name)) {
        throw new UserError(
            "the delivery holds '" + name + "', which is no feed",
            EXPECTED + "; rename or remove it, or use --mapping for another layout.");
      }
    }
  }

  @Override
  public List<Feed> feeds(InputFile file) {
    return file.format() == null ? List.of() : folder(file).map(List::of).orElse(List.of());
  }

  private static Optional<Feed> folder(InputFile file) {
    Optional<Feed> own = feed(first(file.name()));
    if (own.isPresent() || file.archive() == null) {
      return own;
    }
    String within = file.names().get(1);
    Optional<Feed> top = feed(first(within));
    return top.isPresent() ? top : feed(first(within.substring(within.indexOf('/') + 1)));
  }

  /** The first folder of a path; empty for a file that lies in none. */
  private static String first(String name) {
    return name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
  }

  private static Optional<Feed> feed(String name) {
    return Feeds.ALL.stream().filter(feed -> feed.name().equals(name)).findFirst();
  }

  @Override
  public String whyUnread(InputFile file) {
    if (file.format() != null) {
      throw new UserError(
          "file " + file.name() + " lies in no feed's folder",
          EXPECTED + "; mend the archive, or use --mapping for another layout.");
    }
    throw new UserError(
        "file " + file.name() + " is of no known format",
        Archive.Type.ofName(file.name()) != null
            ? "It is " + Archive.whyUnread(file.name()) + "."
            : "Names must end in " + Format.allEndings() + "; remove it or use --mapping.");
  }

  @Override
  public List<Feed> possible(DeliveredFile archive) {
    return feed(first(archive.name())).map(List::of).orElse(Feeds.ALL);
  }
}

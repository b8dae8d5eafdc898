package io.assay.ingest;

import io.assay.contracts.Feed;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;

/** Feeds read what the sources of a mapping name. */
final class MappedLayout implements CrawlListing.FeedLayout {
  private final Mapping mapping;

  MappedLayout(Mapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public void requireUsable(FileStatus[] top) {
    // Any folder may hold anything; what nobody reads is told.
  }

  @Override
  public List<Feed> feeds(InputFile file) {
    return file.format() != mapping.format()
        ? List.of()
        : mapping.sources().stream()
            .filter(source -> source.reads(file))
            .map(Mapping.Source::feed)
            .distinct()
            .toList();
  }

  @Override
  public String whyUnread(InputFile file) {
    if (Archive.Type.ofName(file.name()) != null) {
      return Archive.whyUnread(file.name());
    }
    if (file.format() == null) {
      return "its ending tells no format that is read";
    }
    return file.format() == mapping.format()
        ? Unread.UNNAMED
        : "the mapping reads " + mapping.format().written();
  }

  @Override
  public List<Feed> possible(DeliveredFile archive) {
    return List.copyOf(mapping.byFeed().keySet());
  }
}

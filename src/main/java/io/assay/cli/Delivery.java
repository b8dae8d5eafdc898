package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.ingest.Crawl;
import io.assay.ingest.CrawlFiles;
import io.assay.lake.LocalFiles;
import io.assay.settings.IngestSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A delivery, looked at before Spark starts. */
final class Delivery {
  private Delivery() {}

  /**
   * @throws UserError if there is nothing at a path of this machine; of any other ingest tells
   */
  static void requireThere(String path) {
    LocalFiles.of(path)
        .filter(files -> !exists(files, path))
        .ifPresent(
            files -> {
              throw new UserError(
                  "crawl path " + path + " does not exist", "Check the path of the delivery.");
            });
  }

  /**
   * The files of a delivery on this machine, to be closed; of any other place Spark has to look.
   *
   * @throws UserError if there is nothing at the path, nothing to read in it, or what cannot be
   *     read
   */
  static Optional<CrawlFiles> files(Crawl crawl, IngestSettings settings) {
    return LocalFiles.of(crawl.path()).map(files -> CrawlFiles.of(files, crawl, settings));
  }

  private static boolean exists(FileSystem files, String path) {
    try {
      return files.exists(new Path(path));
    } catch (IOException e) {
      throw new UncheckedIOException("the path " + path + " cannot be looked at", e);
    }
  }
}

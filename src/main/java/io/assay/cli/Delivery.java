package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.lake.LocalFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The path of a delivery, looked at before Spark starts. */
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

  private static boolean exists(FileSystem files, String path) {
    try {
      return files.exists(new Path(path));
    } catch (IOException e) {
      throw new UncheckedIOException("the path " + path + " cannot be looked at", e);
    }
  }
}

package io.assay.lake;

import io.assay.contracts.UserError;
import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Whether there is a lake where a caller says. The folder of one holds a marker file. A location on
 * this machine can be looked at without Spark; of any other the lake is asked once Spark is there.
 */
public final class LakeLocation {
  static final String MARKER = "assay-lake.json";

  private LakeLocation() {}

  /**
   * Looks, if it can be done without Spark, for a lake that has to exist.
   *
   * @throws UserError if there is none at the location
   */
  public static void requireLake(String location) {
    Path path = path(location);
    LocalFiles.of(location).ifPresent(files -> requireLake(files, files.makeQualified(path)));
  }

  /**
   * Looks, if it can be done without Spark, whether a lake exists or could be made.
   *
   * @throws UserError if something that is no lake is in the way
   */
  public static void requireOpenable(String location) {
    Path path = path(location);
    LocalFiles.of(location).ifPresent(files -> requireOpenable(files, files.makeQualified(path)));
  }

  static void requireLake(FileSystem files, Path root) {
    require(files, root, "Ingest a crawl into it first, or check --lake.", false);
  }

  static void requireOpenable(FileSystem files, Path root) {
    require(files, root, "Name an empty or new folder, or an existing lake, with --lake.", true);
  }

  private static Path path(String location) {
    try {
      return new Path(location);
    } catch (IllegalArgumentException e) {
      throw unreachable(location, e);
    }
  }

  static UserError unreachable(String location, Exception cause) {
    return new UserError(
        "lake " + location + " cannot be reached: " + cause.getMessage(),
        "Check --lake and the access it needs.",
        cause);
  }

  private static void require(FileSystem files, Path root, String remedy, boolean mayBeNew) {
    try {
      if (files.exists(new Path(root, MARKER))) {
        return;
      }
      if (!files.exists(root)) {
        if (!mayBeNew) {
          throw new UserError("lake " + root + " does not exist", remedy);
        }
        return;
      }
      boolean empty = files.getFileStatus(root).isDirectory() && files.listStatus(root).length == 0;
      if (!empty || !mayBeNew) {
        throw new UserError(root + " is no lake: it holds no " + MARKER, remedy);
      }
    } catch (IOException e) {
      throw new UserError(
          "lake " + root + " cannot be read: " + e.getMessage(), "Check --lake and its access.", e);
    }
  }
}

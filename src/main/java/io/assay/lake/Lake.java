package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.lake.delta.CommitLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The folder that holds all tables, as {@code <lake>/<layer>/<table>}. A marker file tells a lake
 * from any other folder, so that a mistyped path is never written into.
 */
public final class Lake {
  private final Path root;
  private final FileSystem files;

  private Lake(Path root, FileSystem files) {
    this.root = root;
    this.files = files;
  }

  /**
   * Opens a lake that exists.
   *
   * @throws UserError if there is none at the path
   */
  public static Lake open(SparkSession spark, String location) {
    Lake lake = at(spark, location);
    LakeLocation.requireLake(lake.files, lake.root);
    return lake;
  }

  /**
   * Opens a lake, or makes one where there is nothing yet.
   *
   * @throws UserError if something that is no lake is in the way
   */
  public static Lake openOrCreate(SparkSession spark, String location) {
    Lake lake = openable(spark, location);
    lake.mark();
    return lake;
  }

  /** Like {@link #openOrCreate}, but only looks: nothing is written. */
  public static Lake openable(SparkSession spark, String location) {
    Lake lake = at(spark, location);
    LakeLocation.requireOpenable(lake.files, lake.root);
    return lake;
  }

  private static Lake at(SparkSession spark, String location) {
    try {
      Path path = new Path(location);
      FileSystem fs = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      return new Lake(fs.makeQualified(path), fs);
    } catch (IOException | IllegalArgumentException e) {
      throw LakeLocation.unreachable(location, e);
    } catch (RuntimeException e) {
      // Hadoop wraps it: the class of an object store's file system is not among Spark's own.
      if (e.getCause() instanceof ClassNotFoundException) {
        throw new UserError(
            "lake " + location + " cannot be reached: " + e.getCause().getMessage(),
            "Run it through spark-submit with the package that holds it, see src/docs/clusters.md.",
            e);
      }
      throw e;
    }
  }

  /** The folder of a table. */
  public String path(Table table) {
    return path(table.id());
  }

  /**
   * The folder of a table.
   *
   * @param id layer and name
   */
  public String path(String id) {
    return new Path(root, id.replace('.', '/')).toString();
  }

  /** The lake's own path, with its scheme. */
  public Path root() {
    return root;
  }

  /** Whether the table has been created. */
  public boolean holds(Table table) {
    // A process killed while it made the table leaves the folder without a commit.
    return log(table.id()).newest() != CommitLog.NONE;
  }

  /**
   * The log of a table.
   *
   * @param id layer and name
   */
  public CommitLog log(String id) {
    return new CommitLog(files, path(id));
  }

  /** Layer and name of every table that has a folder, layer by layer. */
  public List<String> tables() {
    List<String> tables = new ArrayList<>();
    try {
      for (Table.Layer layer : Table.Layer.values()) {
        Path folder = new Path(root, layer.folder());
        if (files.exists(folder)) {
          Arrays.stream(files.listStatus(folder))
              .filter(FileStatus::isDirectory)
              .map(table -> layer.folder() + "." + table.getPath().getName())
              .sorted()
              .forEach(tables::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("lake " + root + " cannot be listed", e);
    }
    return tables;
  }

  private void mark() {
    Path marker = new Path(root, LakeLocation.MARKER);
    try {
      if (!files.exists(marker)) {
        files.mkdirs(root);
        try (FSDataOutputStream out = files.create(marker, true)) {
          out.write("{\"lake\": \"assay\", \"format\": 1}\n".getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UserError(
          "lake " + root + " cannot be written: " + e.getMessage(),
          "Check --lake and its access.",
          e);
    }
  }
}

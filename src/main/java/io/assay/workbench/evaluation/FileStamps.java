package io.assay.workbench.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/** Tells whether files are those of an earlier time: by name, size and time of the last change. */
final class FileStamps {
  private FileStamps() {}

  /**
   * @param path a file or folder; what is not there has no stamps
   */
  static String of(SparkSession spark, String path) {
    try {
      Path root = new Path(path);
      FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
      TreeSet<String> stamps = new TreeSet<>();
      if (files.exists(root)) {
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
          LocatedFileStatus file = all.next();
          stamps.add(file.getPath() + " " + file.getLen() + " " + file.getModificationTime());
        }
      }
      return Hashes.of(stamps.toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be listed", e);
    }
  }
}

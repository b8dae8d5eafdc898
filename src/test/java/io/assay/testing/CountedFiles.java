package io.assay.testing;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.SparkConf;

/**
 * This machine's files under a scheme of their own, which counts how often each folder is listed:
 * on an object store that is what looking costs.
 */
public final class CountedFiles extends RawLocalFileSystem {
  private static final String SCHEME = "counted";
  private static final Map<String, Integer> LISTED = new TreeMap<>();

  /** Makes the scheme known to a session that is to be started. */
  static void declare(SparkConf conf) {
    conf.set("spark.hadoop.fs." + SCHEME + ".impl", CountedFiles.class.getName());
    conf.set("spark.delta.logStore." + SCHEME + ".impl", "io.delta.storage.LocalLogStore");
  }

  /** A folder under the scheme. */
  public static String location(java.nio.file.Path folder) {
    return SCHEME + ":" + folder.toAbsolutePath();
  }

  /** How often folders were listed during some work, by the ends of their paths. */
  public static Map<String, Integer> listedDuring(java.nio.file.Path within, Runnable work) {
    synchronized (LISTED) {
      LISTED.clear();
    }
    work.run();
    Map<String, Integer> listed = new TreeMap<>();
    String root = within.toAbsolutePath() + "/";
    synchronized (LISTED) {
      LISTED.forEach(
          (path, times) -> {
            if (path.startsWith(root)) {
              listed.put(path.substring(root.length()), times);
            }
          });
    }
    return listed;
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    synchronized (LISTED) {
      LISTED.merge(folder.toUri().getPath(), 1, Integer::sum);
    }
    return Arrays.stream(super.listStatus(folder))
        .map(CountedFiles::plain)
        .toArray(FileStatus[]::new);
  }

  @Override
  public FileStatus getFileStatus(Path file) throws IOException {
    return plain(super.getFileStatus(file));
  }

  /** Hadoop's own looks permissions up, and only under the scheme "file". */
  private static FileStatus plain(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        status.getReplication(),
        status.getBlockSize(),
        status.getModificationTime(),
        status.getPath());
  }
}

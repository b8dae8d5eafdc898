package io.assay.lake;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's file system of this machine without its helper processes. Where Hadoop's native library
 * is missing, as it is beside embedded Spark, it starts {@code chmod} for each file that it creates
 * and {@code readlink} sixteen times for each commit of a table: hundreds of processes for a day of
 * few rows. Java does both itself. Files and checksums are Hadoop's, byte by byte.
 */
public final class LocalDisk extends LocalFileSystem {

  public LocalDisk() {
    super(new Raw());
  }

  /** What makes Spark use it, in a process that has this class from its start. */
  static Map<String, String> settings() {
    return Map.of(
        "spark.hadoop.fs.file.impl", LocalDisk.class.getName(),
        "spark.hadoop.fs.AbstractFileSystem.file.impl", Context.class.getName());
  }

  /** The same for Hadoop's newer interface, through which commits are renamed into place. */
  public static final class Context extends ChecksumFs {
    public Context(URI uri, Configuration conf) throws IOException, URISyntaxException {
      super(new RawContext(conf));
    }
  }

  private static final class RawContext extends DelegateToFileSystem {
    RawContext(Configuration conf) throws IOException, URISyntaxException {
      super(FsConstants.LOCAL_FS_URI, new Raw(), conf, FsConstants.LOCAL_FS_URI.getScheme(), false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }
  }

  private static final class Raw extends RawLocalFileSystem {

    @Override
    public void setPermission(Path file, FsPermission permission) throws IOException {
      PosixFileAttributeView view =
          Files.getFileAttributeView(pathToFile(file).toPath(), PosixFileAttributeView.class);
      if (view == null || permission.getStickyBit()) {
        super.setPermission(file, permission);
      } else {
        view.setPermissions(PosixFilePermissions.fromString(permission.toString()));
      }
    }

    @Override
    public FileStatus getFileLinkStatus(Path file) throws IOException {
      boolean link = Files.isSymbolicLink(pathToFile(file).toPath());
      return link ? super.getFileLinkStatus(file) : getFileStatus(file);
    }
  }
}

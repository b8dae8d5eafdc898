package io.assay.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists a delivery on a file system that is not this machine's. */
final class RemoteDelivery {
  private RemoteDelivery() {}

  /**
   * @param top what lies in the root, or the root if it is a file
   */
  static LocalDelivery.Listed list(FileSystem fs, Path root, FileStatus[] top) throws IOException {
    List<DeliveredFile> files = new ArrayList<>();
    Set<Unread> hidden = new LinkedHashSet<>();
    for (FileStatus file : all(fs, top)) {
      String name = relative(root, file.getPath());
      String outermost = HiddenNames.outermost(name);
      if (outermost == null) {
        files.add(DeliveredFile.plain(file.getPath().toString(), name, file.getLen()));
      } else if (!HiddenNames.isBookkeeping(HiddenNames.last(outermost))) {
        hidden.add(Unread.hidden(outermost));
      }
    }
    return new LocalDelivery.Listed(files, List.copyOf(hidden));
  }

  private static List<FileStatus> all(FileSystem fs, FileStatus[] top) throws IOException {
    List<FileStatus> all = new ArrayList<>();
    for (FileStatus status : top) {
      if (status.isFile()) {
        all.add(status);
      } else {
        RemoteIterator<LocatedFileStatus> below = fs.listFiles(status.getPath(), true);
        while (below.hasNext()) {
          all.add(below.next());
        }
      }
    }
    return all;
  }

  private static String relative(Path root, Path file) {
    String all = file.toUri().getPath();
    String prefix = root.toUri().getPath();
    return all.equals(prefix) ? file.getName() : all.substring(prefix.length() + 1);
  }
}

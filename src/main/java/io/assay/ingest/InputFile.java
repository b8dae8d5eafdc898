package io.assay.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * One delivered file.
 *
 * @param path full path as the file system writes it
 * @param name path within the delivery, through the archive that it lies in
 * @param bytes size
 * @param format format; null if the name tells none
 * @param archive name of the archive that it was unpacked from; null if it lies in none
 * @param limit how much it may hold after unpacking
 * @param quotesAreSound whether the quotes of a CSV file were found to be closed, whatever its
 *     cells look like
 */
public record InputFile(
    String path,
    String name,
    long bytes,
    Format format,
    String archive,
    UnpackLimit limit,
    boolean quotesAreSound)
    implements Serializable {

  static InputFile of(DeliveredFile file, Format format, UnpackLimit limit) {
    return new InputFile(
        file.path(), file.name(), file.bytes(), format, file.archive(), limit, false);
  }

  /** The same file, of whose quotes nothing more is asked. */
  InputFile withSoundQuotes() {
    return new InputFile(path, name, bytes, format, archive, limit, true);
  }

  /** How it is packed; null if it is not. */
  Compression compression() {
    return Compression.of(name);
  }

  /** Its name, and of an archive's file also the name that it has there. */
  List<String> names() {
    return archive == null ? List.of(name) : List.of(name, name.substring(archive.length() + 1));
  }

  /** A plain file, or what a packed one holds. */
  InputStream open(Configuration conf) throws IOException {
    Path file = new Path(path);
    CountedInput bytes = new CountedInput(file.getFileSystem(conf).open(file));
    try {
      return compression() == null
          ? bytes
          : limit.bounded(compression().unpack(bytes), bytes::count);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  static List<String> paths(List<InputFile> files) {
    return files.stream().map(InputFile::path).toList();
  }
}

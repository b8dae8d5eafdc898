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
 * @param name path within the delivery
 * @param bytes size
 * @param format format; null if the name tells none
 */
public record InputFile(String path, String name, long bytes, Format format)
    implements Serializable {

  static InputFile of(DeliveredFile file, Format format) {
    return new InputFile(file.path(), file.name(), file.bytes(), format);
  }

  /** How it is packed; null if it is not. */
  Compression compression() {
    return Compression.of(name);
  }

  /** A plain file, or what a packed one holds. */
  InputStream open(Configuration conf) throws IOException {
    Path file = new Path(path);
    InputStream bytes = file.getFileSystem(conf).open(file);
    try {
      return compression() == null ? bytes : compression().unpack(bytes);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  static List<String> paths(List<InputFile> files) {
    return files.stream().map(InputFile::path).toList();
  }
}

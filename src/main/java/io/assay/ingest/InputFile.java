package io.assay.ingest;

import java.util.List;
import java.util.Locale;

/**
 * One delivered file.
 *
 * @param path full path as the file system writes it
 * @param name path within the delivery
 * @param bytes size
 * @param format format
 */
public record InputFile(String path, String name, long bytes, Format format) {

  static InputFile of(DeliveredFile file, Format format) {
    return new InputFile(file.path(), file.name(), file.bytes(), format);
  }

  boolean isGzip() {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  static List<String> paths(List<InputFile> files) {
    return files.stream().map(InputFile::path).toList();
  }
}

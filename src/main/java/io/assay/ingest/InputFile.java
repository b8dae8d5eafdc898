package io.assay.ingest;

/**
 * One delivered file.
 *
 * @param path full path as the file system writes it
 * @param name path within the delivery
 * @param bytes size
 * @param format format
 */
record InputFile(String path, String name, long bytes, Format format) {

  boolean isGzip() {
    return name.endsWith(".gz");
  }

  static String[] paths(java.util.List<InputFile> files) {
    return files.stream().map(InputFile::path).toArray(String[]::new);
  }
}

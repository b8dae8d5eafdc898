package io.assay.ingest;

/**
 * One file as it lies in a delivery, whatever its format.
 *
 * @param path full path as Hadoop writes it; null for a file of an archive that is not unpacked
 * @param name path within the delivery, through the archive that it lies in
 * @param bytes size
 * @param archive name of that archive; null if it lies in none
 */
record DeliveredFile(String path, String name, long bytes, String archive) {

  /** A file that lies in no archive. */
  static DeliveredFile plain(String path, String name, long bytes) {
    return new DeliveredFile(path, name, bytes, null);
  }
}

package io.assay.ingest;

/**
 * One file as it lies in a delivery, whatever its format.
 *
 * @param path full path as Hadoop writes it
 * @param name path within the delivery
 * @param bytes size
 */
record DeliveredFile(String path, String name, long bytes) {

  /** Hidden files begin with a dot or an underscore, or lie in a folder that does. */
  static boolean isHidden(String name) {
    for (String part : name.split("/")) {
      if (part.startsWith(".") || part.startsWith("_")) {
        return true;
      }
    }
    return false;
  }
}

package io.assay.ingest;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that begin with a dot or an underscore: what Spark passes over when it reads a folder. What
 * tools keep there about the data is no data; everything else is told. The list stands in
 * src/docs/feeds.md.
 */
final class HiddenNames {
  /** Of Spark, Delta, Mac OS, Git and notebooks. */
  private static final Set<String> BOOKKEEPING =
      Set.of(
          "_SUCCESS",
          "_metadata",
          "_common_metadata",
          "_temporary",
          "_delta_log",
          "__MACOSX",
          ".DS_Store",
          ".Spotlight-V100",
          ".Trashes",
          ".fseventsd",
          ".TemporaryItems",
          ".git",
          ".gitignore",
          ".gitattributes",
          ".gitkeep",
          ".ipynb_checkpoints");

  /** Checksums, what Spark's committers leave, Mac OS' second halves, locks of editors and NFS. */
  private static final Pattern BOOKKEEPING_FORM =
      Pattern.compile("\\..*\\.crc|_(committed|started)_.*|\\._.*|\\.~lock\\..*#|\\.nfs.*");

  private HiddenNames() {}

  /** Whether a file or folder of this name is hidden, by the last part of its path alone. */
  static boolean isHidden(String part) {
    return part.startsWith(".") || part.startsWith("_");
  }

  /** Whether a hidden file or folder holds no data. */
  static boolean isBookkeeping(String part) {
    return BOOKKEEPING.contains(part) || BOOKKEEPING_FORM.matcher(part).matches();
  }

  /**
   * The outermost hidden file or folder on the way to a file, whose name then ends in a slash; null
   * if none is.
   */
  static String outermost(String name) {
    int from = 0;
    while (from < name.length()) {
      int slash = name.indexOf('/', from);
      int end = slash < 0 ? name.length() : slash;
      if (isHidden(name.substring(from, end))) {
        return slash < 0 ? name : name.substring(0, slash + 1);
      }
      from = end + 1;
    }
    return null;
  }

  /** The last part of a path, without the slash of a folder. */
  static String last(String name) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

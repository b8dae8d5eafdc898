package io.assay.job;

import java.util.List;

/**
 * Paths for Spark's readers, which take each path for a glob pattern. Glob characters are escaped;
 * the readers' own switch for this reads plain files twice when another path holds such a
 * character.
 */
public final class LiteralPaths {
  private LiteralPaths() {}

  /** Patterns that match just these paths. */
  public static String[] of(List<String> paths) {
    return paths.stream().map(LiteralPaths::escape).toArray(String[]::new);
  }

  private static String escape(String path) {
    return path.replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
  }
}

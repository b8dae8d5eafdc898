package io.assay.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Formats of crawl files. */
public enum Format {
  /** JSON Lines: one object a line. */
  JSON(".jsonl", ".ndjson", ".json"),
  CSV(".csv", ".tsv"),
  PARQUET(".parquet");

  private final List<String> endings;

  Format(String... endings) {
    this.endings = List.of(endings);
  }

  /** The format that a file's name tells, packed or not; null if it tells none. */
  static Format ofName(String fileName) {
    String lower = Compression.unpackedName(fileName).toLowerCase(Locale.ROOT);
    boolean packed = lower.length() < fileName.length();
    return Arrays.stream(values())
        .filter(f -> f.endings.stream().anyMatch(lower::endsWith))
        // Parquet is packed inside, and read from its end.
        .filter(f -> f != PARQUET || !packed)
        .findFirst()
        .orElse(null);
  }

  /** Whether cells are parted by tabs. */
  static boolean isTabbed(String fileName) {
    return Compression.unpackedName(fileName).toLowerCase(Locale.ROOT).endsWith(".tsv");
  }

  /** Names as written in a mapping file. */
  static List<String> names() {
    return Arrays.stream(values()).map(Format::written).toList();
  }

  /** Its name as written in a mapping file. */
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All endings that are understood, for messages. */
  static String allEndings() {
    return String.join(", ", JSON.endings)
        + ", "
        + String.join(", ", CSV.endings)
        + " (each also with "
        + String.join(", ", Compression.endings())
        + ") or "
        + String.join(", ", PARQUET.endings)
        + ", also in archives (.zip, .tar, .tar.gz)";
  }
}

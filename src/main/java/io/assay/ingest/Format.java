package io.assay.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Formats of crawl files. */
public enum Format {
  /** JSON Lines: one object a line. */
  JSON(".jsonl", ".jsonl.gz", ".json", ".json.gz"),
  CSV(".csv", ".csv.gz"),
  PARQUET(".parquet");

  private final List<String> endings;

  Format(String... endings) {
    this.endings = List.of(endings);
  }

  /** The format that a file's name tells; null if it tells none. */
  static Format ofName(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> f.endings.stream().anyMatch(lower::endsWith))
        .findFirst()
        .orElse(null);
  }

  /** Names as written in a mapping file. */
  static List<String> names() {
    return Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** All endings that are understood, for messages. */
  static String allEndings() {
    return Arrays.stream(values()).flatMap(f -> f.endings.stream()).toList().toString();
  }
}

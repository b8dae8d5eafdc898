package io.assay.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The comments of YouTube as somebody has to mend them before they are read: in one of the files a
 * quote opens that is not closed, and ingest refuses the file, for it would swallow five comments.
 */
public final class MendedQuotes {
  private MendedQuotes() {}

  /**
   * Copies the files of a folder in which a record is a line; odd quotes of a line are left out.
   */
  public static List<Path> write(Path to, Path from) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
          boolean odd = line.chars().filter(c -> c == '"').count() % 2 == 1;
          lines.add(odd ? line.replace("\"", "") : line);
        }
        Files.write(to.resolve(file.getFileName()), lines);
      }
    }
    return List.of(to);
  }
}

package io.assay.coordination.detection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the JSON lines of a crawl's feed: flat records of texts and numbers as texts. */
final class CrawlReader {
  private static final JsonFactory JSON = new JsonFactory();

  private CrawlReader() {}

  /** Each record; the map is the reader's and holds the next one afterwards. */
  static void read(Path crawl, String feed, Consumer<Map<String, String>> records) {
    try (Stream<Path> files = Files.list(crawl.resolve(feed))) {
      List<Path> parts = files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
      for (Path part : parts) {
        readFile(part, records);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readFile(Path file, Consumer<Map<String, String>> records)
      throws IOException {
    Map<String, String> record = new HashMap<>();
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      while (parser.nextToken() != null) {
        record.clear();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          if (value.isStructStart()) {
            parser.skipChildren();
          } else if (value != JsonToken.VALUE_NULL) {
            record.put(name, parser.getText());
          }
        }
        records.accept(record);
      }
    }
  }
}

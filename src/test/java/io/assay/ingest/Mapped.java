package io.assay.ingest;

import io.assay.settings.IngestSettings;
import io.assay.settings.SettingsLoader;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A delivery in a folder of a test's own, and what a mapping makes of it, without a lake. */
final class Mapped {
  private static final int ALL = 10_000;

  private final Path folder;

  Mapped(Path folder) {
    this.folder = folder;
  }

  Path crawl() {
    return folder.resolve("crawl");
  }

  Mapped file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Mapped file(String name, byte[] content) {
    try {
      Path file = crawl().resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a Parquet file of a query's rows. */
  Mapped parquet(String name, String sql) {
    String file = crawl().resolve(name).toString();
    SparkFixture.spark().sql(sql).coalesce(1).write().parquet(file);
    return this;
  }

  /** What is made of the delivery of one feed in the format of ours. */
  FeedCheck unmapped(String... assignments) {
    return check(new Crawl(crawl().toString(), "c", TestLake.DAY, null, null), assignments);
  }

  private static FeedCheck check(Crawl crawl, String... assignments) {
    IngestSettings settings = SettingsLoader.load(List.of(), List.of(assignments)).ingest();
    try (CrawlFiles files = CrawlFiles.of(SparkFixture.spark(), crawl, settings)) {
      return MappingCheck.run(SparkFixture.spark(), crawl, files, settings, ALL).get(0);
    }
  }

  /** The files of the delivery, to be closed. */
  CrawlFiles files(String mapping, String... assignments) {
    return CrawlFiles.of(
        SparkFixture.spark(),
        mapped(mapping),
        SettingsLoader.load(List.of(), List.of(assignments)).ingest());
  }

  /** What a mapping that yields one feed makes of the delivery. */
  FeedCheck by(String mapping, String... assignments) {
    return check(mapped(mapping), assignments);
  }

  /** The same, where the operator says when records were seen that do not say so. */
  FeedCheck seen(Instant crawledAt, String mapping) {
    Crawl crawl = mapped(mapping);
    return check(new Crawl(crawl.path(), crawl.id(), crawl.date(), crawl.mapping(), crawledAt));
  }

  private Crawl mapped(String mapping) {
    try {
      Path file = folder.resolve("m.yaml");
      Files.writeString(file, mapping);
      return new Crawl(crawl().toString(), "c", TestLake.DAY, Mapping.load(file), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The usable rows, by file and then in their order, with the values of some columns. */
  static List<String> rows(FeedCheck check, String... columns) {
    List<String> names = List.copyOf(check.filled().keySet());
    return check.rows().stream()
        .map(
            row ->
                String.join(
                    "|",
                    List.of(columns).stream()
                        .map(column -> String.valueOf(row.get(names.indexOf(column))))
                        .toList()))
        .toList();
  }

  /** The refusals: how many, why, and an example. */
  static List<String> refusals(FeedCheck check) {
    return check.refusals().stream()
        .map(r -> r.records() + " " + r.reason() + ": " + r.record())
        .toList();
  }
}

package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import io.assay.contracts.UserError;
import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a crawl as they lie in its folder, and where no crawl is written. */
class CrawlFolderTest {
  private static final List<Feed> FEEDS =
      List.of(Feeds.ACCOUNTS, Feeds.POSTS, Feeds.INTERACTIONS, Feeds.FOLLOWS, Feeds.LABELS);

  @TempDir Path temp;

  private final WorldCrawl crawl =
      new WorldCrawl(
          SparkFixture.spark(),
          Worlds.society(5, "{population: {accounts: 100}, look_alikes: {hidden_likes: 0.2}}"));

  private WorldCrawl.Written write(String folder, boolean gzip) {
    return crawl.write(temp.resolve(folder).toString(), gzip);
  }

  @Test
  void everyLineFollowsItsFeed() throws IOException {
    WorldCrawl.Written written = write("crawl", false);
    long bytes = 0;
    for (Feed feed : FEEDS) {
      Path file = temp.resolve("crawl").resolve(feed.name()).resolve("part-00000.jsonl");
      List<JsonNode> rows = lines(file);
      assertThat(rows).as(feed.name()).isNotEmpty().allSatisfy(row -> followsFeed(row, feed));
      bytes += Files.size(file);
    }
    assertThat(files(temp.resolve("crawl"))).hasSize(5).hasSize(written.files());
    assertThat(written.bytes()).isEqualTo(bytes);
    List<JsonNode> posts = lines(temp.resolve("crawl/posts/part-00000.jsonl"));
    assertThat(posts).hasSize((int) written.posts());
    assertThat(posts).as("what is hidden is absent").anyMatch(row -> !row.has("likes"));
  }

  @Test
  void gzipHoldsTheSameLines() throws IOException {
    write("plain", false);
    write("zipped", true);
    for (Feed feed : FEEDS) {
      Path zipped = temp.resolve("zipped").resolve(feed.name()).resolve("part-00000.jsonl.gz");
      Path plain = temp.resolve("plain").resolve(feed.name()).resolve("part-00000.jsonl");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
        assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
      }
    }
  }

  @Test
  void refusesAFolderThatHoldsSomethingAndLeavesItAlone() throws IOException {
    Path out = Files.createDirectories(temp.resolve("crawl"));
    Files.writeString(out.resolve("mine.txt"), "keep");
    assertThatThrownBy(() -> write("crawl", false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("crawl is not empty");
    assertThat(files(temp)).containsExactly("crawl/mine.txt");
    assertThatThrownBy(() -> write("crawl/mine.txt", false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void refusesAPlaceBelowAFile() throws IOException {
    Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> write("file/crawl", false)).isInstanceOf(UserError.class);
  }

  @Test
  void aFileHoldsAtMostAHundredThousandRows() {
    assertThat(CrawlFolder.filesFor(1)).isEqualTo(1);
    assertThat(CrawlFolder.filesFor(100_000)).isEqualTo(1);
    assertThat(CrawlFolder.filesFor(100_001)).isEqualTo(2);
  }

  private static void followsFeed(JsonNode row, Feed feed) {
    List<String> known = feed.fields().stream().map(Field::name).toList();
    assertThat(row.fieldNames()).toIterable().isSubsetOf(known);
    for (Field field : feed.fields()) {
      assertThat(row.has(field.name()) || !field.required()).as(field.name()).isTrue();
      if (row.has(field.name())) {
        assertThat(row.get(field.name()).isNull()).as(field.name()).isFalse();
        if (field.type().equals(DataTypes.TimestampType)) {
          String time = row.get(field.name()).textValue();
          assertThat(Instant.parse(time)).hasToString(time);
        }
      }
    }
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(
              line -> {
                try {
                  return json.readTree(line);
                } catch (IOException e) {
                  throw new AssertionError(line, e);
                }
              })
          .toList();
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}

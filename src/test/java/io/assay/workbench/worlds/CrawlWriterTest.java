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

class CrawlWriterTest {

  private static final GeneratorOptions OPTIONS = GeneratorOptions.of(200, 3_000, 5);

  @TempDir Path temp;

  private final CrawlWriter writer = new CrawlWriter(SparkFixture.spark());

  @Test
  void writesJsonLinesOfTheFeedsAndNothingElse() throws IOException {
    Path out = temp.resolve("not/there/yet");
    CrawlWriter.Written written = writer.write(OPTIONS, out.toString());
    assertThat(files(temp))
        .containsExactly(
            "not/there/yet/accounts/part-00000.jsonl", "not/there/yet/posts/part-00000.jsonl");
    assertThat(written.accountRows()).isEqualTo(800);
    assertThat(written.postRows()).isEqualTo(3_000);
    assertThat(written.files()).isEqualTo(2);
    List<JsonNode> accounts = lines(out.resolve("accounts/part-00000.jsonl"));
    List<JsonNode> posts = lines(out.resolve("posts/part-00000.jsonl"));
    assertThat(accounts).hasSize(800).allSatisfy(row -> followsFeed(row, Feeds.ACCOUNTS));
    assertThat(posts).hasSize(3_000).allSatisfy(row -> followsFeed(row, Feeds.POSTS));
    assertThat(posts).anySatisfy(row -> assertThat(row.has("likes")).isFalse());
    assertThat(written.bytes())
        .isEqualTo(
            Files.size(out.resolve("accounts/part-00000.jsonl"))
                + Files.size(out.resolve("posts/part-00000.jsonl")));
  }

  @Test
  void theSameOptionsGiveTheSameBytes() throws IOException {
    writer.write(OPTIONS, temp.resolve("one").toString());
    Files.createDirectories(temp.resolve("two"));
    writer.write(OPTIONS, temp.resolve("two").toString());
    for (String file : List.of("accounts/part-00000.jsonl", "posts/part-00000.jsonl")) {
      assertThat(temp.resolve("one").resolve(file))
          .hasSameBinaryContentAs(temp.resolve("two").resolve(file));
    }
  }

  @Test
  void gzipHoldsTheSameLines() throws IOException {
    GeneratorOptions zipped =
        new GeneratorOptions(200, 3_000, 5, 4, GeneratorOptions.DEFAULT_CRAWL_DATE, true);
    writer.write(OPTIONS, temp.resolve("plain").toString());
    writer.write(zipped, temp.resolve("zipped").toString());
    assertThat(files(temp.resolve("zipped")))
        .containsExactly("accounts/part-00000.jsonl.gz", "posts/part-00000.jsonl.gz");
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(temp.resolve("zipped/posts/part-00000.jsonl.gz")))) {
      assertThat(in.readAllBytes())
          .isEqualTo(Files.readAllBytes(temp.resolve("plain/posts/part-00000.jsonl")));
    }
  }

  @Test
  void refusesAFolderThatHoldsSomethingAndLeavesItAlone() throws IOException {
    Path out = Files.createDirectories(temp.resolve("crawl"));
    Files.writeString(out.resolve("mine.txt"), "keep");
    assertThatThrownBy(() -> writer.write(OPTIONS, out.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("crawl is not empty");
    assertThat(files(temp)).containsExactly("crawl/mine.txt");
    assertThatThrownBy(() -> writer.write(OPTIONS, out.resolve("mine.txt").toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void refusesAPlaceBelowAFile() throws IOException {
    Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> writer.write(OPTIONS, temp.resolve("file/crawl").toString()))
        .isInstanceOf(UserError.class);
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

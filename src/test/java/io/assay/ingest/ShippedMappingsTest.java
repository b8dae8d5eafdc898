package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.assay.contracts.OpsTables;
import io.assay.contracts.QualityGateError;
import io.assay.testing.MendedQuotes;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The mappings of {@code conf/sources} on the real sets they are for, where these are at hand. The
 * numbers of each feed were counted from the same files apart from this project; the number of rows
 * in the files is counted here, by other parsers than the pipeline's.
 */
@Tag("slow")
class ShippedMappingsTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Path SOURCES = Path.of("conf/sources");
  private static final Path DOCUMENT = Path.of("src/docs/mappings.md");

  /**
   * @param mapping name of the mapping file
   * @param path of the set
   * @param day taken as the crawl date
   * @param rows rows, objects or elements of arrays in the files that the mapping reads
   * @param feeds per feed its name, records, accepted, duplicates, quarantined
   */
  record RealSet(String mapping, String path, String day, long rows, List<String> feeds) {
    @Override
    public String toString() {
      return mapping;
    }
  }

  static List<RealSet> sets() {
    return List.of(
        new RealSet(
            "tiktok-famous",
            "tiktok_famous",
            "2020-11-08",
            54_261,
            List.of("accounts|54261|1794|52467|0", "posts|54261|50124|4137|0")),
        new RealSet(
            "brightdata-tiktok-profiles",
            "brightdata/tiktok-profiles.csv",
            "2023-08-01",
            1_000,
            List.of("accounts|1000|1000|0|0")),
        new RealSet(
            "brightdata-comments",
            "brightdata",
            "2024-12-16",
            2_000,
            List.of("interactions|2917|2917|0|0")),
        new RealSet(
            "brightdata-x-posts",
            "brightdata/twitter-datasets.csv",
            "2024-12-16",
            1_000,
            List.of("accounts|1000|130|870|0", "posts|1000|1000|0|0")),
        new RealSet(
            "scrapfly-instagram",
            "scrapfly/instagram",
            "2026-06-15",
            103,
            List.of("accounts|1|1|0|0", "posts|36|36|0|0", "interactions|79|79|0|0")),
        new RealSet(
            "scrapfly-tiktok",
            "scrapfly/tiktok",
            "2026-01-31",
            159,
            List.of("accounts|85|75|10|0", "posts|138|138|0|0", "interactions|20|20|0|0")),
        new RealSet(
            "scrapfly-youtube",
            "scrapfly/youtube",
            "2026-06-15",
            124,
            List.of("accounts|4|2|2|0", "posts|4|4|0|0", "interactions|60|60|0|0")),
        new RealSet(
            "instafake",
            "instafake",
            "2019-01-01",
            1_894,
            List.of("accounts|1894|1894|0|0", "posts|57816|57816|0|0", "labels|1894|1894|0|0")),
        new RealSet(
            "kaggle-instagram",
            "kaggle_ig_fake",
            "2019-01-01",
            696,
            List.of("accounts|696|696|0|0", "labels|696|696|0|0")),
        new RealSet(
            "gilani",
            "gilani_bands",
            "2016-07-01",
            3_431,
            List.of("accounts|3431|3410|21|0", "labels|3431|3431|0|0")),
        new RealSet(
            "youtube-spam",
            "youtube_spam",
            "2015-06-06",
            1_961,
            List.of("interactions|1961|1957|3|1")),
        new RealSet(
            "coortweet",
            "coortweet",
            "2021-12-31",
            254_096,
            List.of("shares|230386|192692|37694|0")));
  }

  @TempDir private static Path folder;
  private static TestLake lake;

  @BeforeAll
  static void open() {
    lake = new TestLake(folder);
  }

  /** As the set is published: other readers lose five comments in silence there. */
  @Test
  void aQuoteThatIsNotClosedIsRefusedWithItsLine() {
    Path path = DATA.resolve("youtube_spam");
    assumeTrue(Files.exists(path), "real data is not at hand: " + path);
    Mapping mapping = Mapping.load(SOURCES.resolve("youtube-spam.yaml"));
    Crawl crawl =
        new Crawl(
            path.toString(),
            "as-published",
            LocalDate.parse("2015-06-06"),
            mapping,
            Instant.parse("2015-06-06T23:59:59Z"));
    assertThatThrownBy(() -> lake.pipeline().ingest(crawl))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining("the quote that opens in line 271 is not closed");
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyRowIsAccountedFor(RealSet set) throws IOException {
    Path path = DATA.resolve(set.path());
    assumeTrue(Files.exists(path), "real data is not at hand: " + path);
    if (set.mapping().equals("youtube-spam")) {
      path = MendedQuotes.write(folder.resolve("mended"), path).get(0);
    }
    LocalDate day = LocalDate.parse(set.day());
    Instant seen = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    Mapping mapping = Mapping.load(SOURCES.resolve(set.mapping() + ".yaml"));
    Crawl crawl = new Crawl(path.toString(), set.mapping(), day, mapping, seen);
    lake.pipeline().ingest(crawl);
    List<String> accounting =
        lake
            .table(OpsTables.INGEST_ACCOUNTING)
            .where("crawl_id = '" + set.mapping() + "'")
            .selectExpr("concat_ws('|', feed, records, accepted, duplicates, quarantined) AS line")
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .toList();
    assertThat(accounting).containsExactlyInAnyOrderElementsOf(set.feeds());
    List<String> unread =
        CrawlFiles.of(SparkFixture.spark(), crawl, lake.settings().ingest()).unread().stream()
            .map(Unread::name)
            .toList();
    long rows = 0;
    for (Path file : files(path)) {
      String name = Files.isDirectory(path) ? path.relativize(file).toString() : file.toString();
      if (Format.ofName(name) == mapping.format() && !unread.contains(name)) {
        rows += rows(file, mapping.format());
      }
    }
    assertThat(rows).isEqualTo(set.rows());
  }

  @Test
  void everyShippedMappingIsWellFormedAndTried() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> shipped =
          files
              .map(Mapping::load)
              .map(m -> Path.of(m.file()).getFileName().toString().replace(".yaml", ""))
              .toList();
      assertThat(sets().stream().map(RealSet::mapping))
          .containsExactlyInAnyOrderElementsOf(shipped);
    }
  }

  @Test
  void theDocumentationHoldsTheseNumbers() throws IOException {
    StringBuilder table = new StringBuilder();
    for (RealSet set : sets()) {
      for (String feed : set.feeds()) {
        String[] cells = feed.split("\\|");
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i < cells.length; i++) {
          numbers.add(written(Long.parseLong(cells[i])));
        }
        table.append(
            "| %s | %s | %s | %s | %s |%n"
                .formatted(
                    set.mapping(),
                    set.path(),
                    written(set.rows()),
                    cells[0],
                    String.join(" | ", numbers)));
      }
    }
    assertThat(Files.readString(DOCUMENT)).contains(table);
  }

  private static String written(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static List<Path> files(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static long rows(Path file, Format format) throws IOException {
    if (format == Format.JSON) {
      JsonNode document = new ObjectMapper().readTree(file.toFile());
      return document.isArray() ? document.size() : 1;
    }
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    settings.setMaxCharsPerColumn(-1);
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return new CsvParser(settings).parseAll(plain, StandardCharsets.UTF_8).size();
    }
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.Feed;
import io.assay.settings.IngestSettings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads one feed of a delivery, whatever its format, into {@link TypedRecords}. */
final class FeedReader {
  private static final List<String> OWN = List.of(Records.FILE, Records.FAULT);

  private final SparkSession spark;
  private final Crawl crawl;
  private final IngestSettings settings;

  FeedReader(SparkSession spark, Crawl crawl, IngestSettings settings) {
    this.spark = spark;
    this.crawl = crawl;
    this.settings = settings;
  }

  /**
   * @param files of the feed; none yields no record
   * @return the columns of {@link TypedRecords}
   * @throws UserError if the mapping does not fit the files
   * @throws BrokenFile if a file cannot be opened
   */
  Dataset<Row> read(Feed feed, List<InputFile> files) {
    List<Dataset<Row>> parts = files.isEmpty() ? List.of() : parts(feed, files);
    if (parts.isEmpty()) {
      return TypedRecords.of(Records.empty(spark, feed), feed);
    }
    return Records.union(
        parts.stream()
            .map(part -> feed.hasCrawledAt() ? withCrawledAt(part) : part)
            .map(part -> TypedRecords.of(part, feed))
            .toList());
  }

  private List<Dataset<Row>> parts(Feed feed, List<InputFile> files) {
    String root = root(files.get(0));
    return crawl.mapping() == null ? canonical(feed, root, files) : mapped(feed, root, files);
  }

  private List<Dataset<Row>> canonical(Feed feed, String root, List<InputFile> files) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (Format format : Format.values()) {
      List<InputFile> ofFormat = files.stream().filter(f -> f.format() == format).toList();
      if (!ofFormat.isEmpty()) {
        parts.addAll(canonical(feed, format, root, ofFormat));
      }
    }
    return parts;
  }

  private List<Dataset<Row>> canonical(
      Feed feed, Format format, String root, List<InputFile> files) {
    return switch (format) {
      case JSON -> List.of(JsonLines.read(spark, feed, root, files, settings.maxRecordBytes()));
      case CSV -> named(feed, CsvFiles.read(spark, root, files, Map.of(), false));
      case PARQUET -> named(feed, ParquetFiles.read(spark, root, files, false));
    };
  }

  /** Takes the feed's columns by name; columns of other names are counted. */
  private static List<Dataset<Row>> named(Feed feed, List<Dataset<Row>> parts) {
    List<Dataset<Row>> named = new ArrayList<>();
    for (Dataset<Row> part : parts) {
      Map<String, Column> present = new LinkedHashMap<>();
      Column unknown = lit(0);
      for (String name : part.columns()) {
        Column value = col("`" + name.replace("`", "``") + "`");
        if (feed.fields().stream().anyMatch(f -> f.name().equals(name))) {
          present.put(name, value);
        } else if (!OWN.contains(name)) {
          unknown = unknown.plus(value.isNotNull().cast("int"));
        }
      }
      named.add(
          part.select(
              Records.columns(
                  feed, present, Records.asJson(part, OWN), col(Records.FAULT), unknown)));
    }
    return named;
  }

  private List<Dataset<Row>> mapped(Feed feed, String root, List<InputFile> files) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (Mapping.Source source : crawl.mapping().byFeed().get(feed)) {
      List<InputFile> ofSource = files.stream().filter(source::reads).toList();
      if (!ofSource.isEmpty()) {
        MappedSource reader = new MappedSource(spark, crawl, source, settings.maxRecordBytes());
        parts.addAll(reader.read(root, ofSource));
      }
    }
    return parts;
  }

  private Dataset<Row> withCrawledAt(Dataset<Row> rows) {
    if (crawl.crawledAt() == null) {
      return rows;
    }
    String given =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(crawl.crawledAt().atOffset(ZoneOffset.UTC));
    Column own = col("crawled_at").cast("string");
    return rows.withColumn("crawled_at", org.apache.spark.sql.functions.coalesce(own, lit(given)));
  }

  /** The delivered folder's address; of a single file, its folder's. */
  private static String root(InputFile file) {
    return file.path().substring(0, file.path().length() - file.name().length() - 1);
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
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
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** Reads one feed of a delivery, whatever its format, into {@link CheckedRecords}. */
final class FeedReader {
  private static final List<String> OWN = List.of(Records.FILE, Records.FAULT, Records.BYTES);

  private final SparkSession spark;
  private final Crawl crawl;
  private final IngestSettings settings;
  private final Feed feed;
  private final Validation validation;
  private final Consumer<String> notes;

  /**
   * @param notes takes what a person should know of the files
   */
  FeedReader(
      SparkSession spark,
      Crawl crawl,
      IngestSettings settings,
      Feed feed,
      Validation validation,
      Consumer<String> notes) {
    this.notes = notes;
    this.spark = spark;
    this.crawl = crawl;
    this.settings = settings;
    this.feed = feed;
    this.validation = validation;
  }

  /**
   * @param files of the feed; none yields no record
   * @return the columns of {@link CheckedRecords}
   * @throws UserError if the mapping does not fit the files
   * @throws BrokenFile if a file cannot be opened
   */
  Dataset<Row> read(List<InputFile> files) {
    List<Dataset<Row>> parts = files.isEmpty() ? List.of() : parts(files);
    return parts.isEmpty() ? checked(Records.empty(spark, feed)) : Records.union(parts);
  }

  private List<Dataset<Row>> parts(List<InputFile> files) {
    return crawl.mapping() == null
        ? canonical(files)
        : mapped(files).stream().map(this::checked).toList();
  }

  private Dataset<Row> checked(Dataset<Row> part) {
    return CheckedRecords.of(feed.hasCrawledAt() ? withCrawledAt(part) : part, feed, validation);
  }

  private List<Dataset<Row>> canonical(List<InputFile> files) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (Format format : Format.values()) {
      List<InputFile> ofFormat = files.stream().filter(f -> f.format() == format).toList();
      if (!ofFormat.isEmpty()) {
        parts.addAll(canonical(format, ofFormat));
      }
    }
    return parts;
  }

  private List<Dataset<Row>> canonical(Format format, List<InputFile> files) {
    return switch (format) {
      case JSON ->
          List.of(
              JsonLines.read(
                  spark, feed, files, validation, settings.maxRecordBytes(), crawledAt()));
      case CSV -> {
        UsedNames used = UsedNames.of(feed);
        yield named(
            CsvFiles.read(spark, files, options(), used, false, notes).stream()
                .map(part -> RepeatedNames.resolved(part.rows(), part.repeated(), used))
                .toList());
      }
      case PARQUET -> named(ParquetFiles.read(spark, files, false));
    };
  }

  /** Takes the feed's columns by name; columns of other names are counted. */
  private List<Dataset<Row>> named(List<Dataset<Row>> parts) {
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
          checked(
              part.select(
                  Records.columns(feed, present, part, Records.asJson(part, OWN), unknown))));
    }
    return named;
  }

  private List<Dataset<Row>> mapped(List<InputFile> files) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (Mapping.Source source : crawl.mapping().byFeed().get(feed)) {
      List<InputFile> ofSource = files.stream().filter(source::reads).toList();
      if (!ofSource.isEmpty()) {
        MappedSource reader =
            new MappedSource(spark, crawl, source, settings.maxRecordBytes(), notes);
        parts.addAll(reader.read(ofSource));
      }
    }
    return parts;
  }

  /**
   * Looks into CSV files whose rows may have swallowed others.
   *
   * @return which of them hold a quote that is not closed, and where, and which do not
   */
  BrokenFile quotesOf(List<InputFile> doubted) {
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    Map<InputFile, Damage> broken = new LinkedHashMap<>();
    List<InputFile> sound = new ArrayList<>();
    for (InputFile file : doubted) {
      String fault = faultOf(conf, file);
      if (fault == null) {
        sound.add(file);
      } else {
        broken.put(file, new Damage(fault, (long) LostRecords.unpacked(conf, file)));
      }
    }
    return new BrokenFile(broken, sound);
  }

  /** What is wrong with a file; null if nothing is. */
  private String faultOf(Configuration conf, InputFile file) {
    int quote = QuoteScan.openQuote(conf, file, options(), used(file));
    if (quote > 0) {
      return "broken container: the quote that opens in line "
          + quote
          + " is not closed, so that a cell holds the records below it";
    }
    int header = NoRecords.otherHeader(conf, file, options(), used(file));
    return header == 0
        ? null
        : "broken container: line "
            + header
            + " names the columns in another order than the header, so that the rows below it are"
            + " not what they seem; part the file there";
  }

  private Map<String, String> options() {
    return crawl.mapping() == null ? Map.of() : crawl.mapping().options();
  }

  private UsedNames used(InputFile file) {
    return crawl.mapping() == null
        ? UsedNames.of(feed)
        : crawl.mapping().byFeed().get(feed).stream()
            .filter(source -> source.reads(file))
            .findFirst()
            .map(UsedNames::of)
            .orElse(UsedNames.UNKNOWN);
  }

  private Dataset<Row> withCrawledAt(Dataset<Row> rows) {
    if (crawl.crawledAt() == null) {
      return rows;
    }
    Column own = col("crawled_at");
    // As a text a time would be one of the zone of the mapping.
    boolean isTime = rows.schema().apply("crawled_at").dataType().equals(DataTypes.TimestampType);
    return rows.withColumn(
        "crawled_at",
        isTime
            ? coalesce(own, lit(crawl.crawledAt()))
            : coalesce(own.cast("string"), lit(crawledAt())));
  }

  /** When records were seen that do not say so; null if nobody knows. */
  private String crawledAt() {
    return crawl.crawledAt() == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(crawl.crawledAt().atOffset(ZoneOffset.UTC));
  }
}

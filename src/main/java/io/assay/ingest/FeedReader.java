package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.assay.contracts.Feed;
import io.assay.contracts.UserError;
import io.assay.ingest.Mapping.MappedFeed;
import io.assay.settings.IngestSettings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads one feed of a delivery, whatever its format, into {@link Records}' columns. */
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
   * @throws UserError if the mapping does not fit the files
   * @throws BrokenFile if a file cannot be opened
   */
  Dataset<Row> read(Feed feed, List<InputFile> files) {
    if (files.isEmpty()) {
      return Records.empty(spark, feed);
    }
    List<Dataset<Row>> parts = new ArrayList<>();
    String root = root(files.get(0));
    for (Format format : Format.values()) {
      List<InputFile> ofFormat = files.stream().filter(f -> f.format() == format).toList();
      if (!ofFormat.isEmpty()) {
        parts.addAll(
            crawl.mapping() == null
                ? canonical(feed, format, root, ofFormat)
                : mapped(feed, root, ofFormat));
      }
    }
    if (parts.isEmpty()) {
      return Records.empty(spark, feed);
    }
    Dataset<Row> all = Records.union(parts);
    return feed.hasCrawledAt() ? withCrawledAt(all) : all;
  }

  private List<Dataset<Row>> canonical(
      Feed feed, Format format, String root, List<InputFile> files) {
    return switch (format) {
      case JSON -> List.of(JsonLines.read(spark, feed, root, files, settings.maxRecordBytes()));
      case CSV -> named(feed, CsvFiles.read(spark, root, files, Map.of()));
      case PARQUET -> named(feed, ParquetFiles.read(spark, root, files));
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
          part.select(Records.columns(feed, present, asJson(part), col(Records.FAULT), unknown)));
    }
    return named;
  }

  private List<Dataset<Row>> mapped(Feed feed, String root, List<InputFile> files) {
    Mapping mapping = crawl.mapping();
    MappedFeed mappedFeed =
        mapping.feeds().stream().filter(m -> m.feed().equals(feed)).findFirst().orElseThrow();
    List<Dataset<Row>> sources =
        switch (mapping.format()) {
          case CSV -> CsvFiles.read(spark, root, files, mapping.options());
          case PARQUET -> ParquetFiles.read(spark, root, files);
          case JSON -> List.of(MappedJson.read(spark, root, files, mapping.options()));
        };
    return sources.stream().map(source -> map(mappedFeed, source)).toList();
  }

  /** Mapping expressions see the source's columns, and crawl_id, crawl_date and source_file. */
  private Dataset<Row> map(MappedFeed mapped, Dataset<Row> source) {
    Dataset<Row> rows = crawl.slice().fill(source).withColumn("source_file", col(Records.FILE));
    if (mapped.where() != null) {
      // What cannot be read cannot be chosen either; it has to be refused, not left out.
      rows =
          checked(mapped, "where", mapped.where(), rows, false)
              .where(col(Records.FAULT).isNotNull().or(expr(mapped.where())));
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Map.Entry<String, String> e : mapped.columns().entrySet()) {
      checked(mapped, e.getKey(), e.getValue(), rows, true);
      columns.put(e.getKey(), expr(e.getValue()));
    }
    return rows.select(
        Records.columns(mapped.feed(), columns, asJson(source), col(Records.FAULT), lit(0)));
  }

  private Dataset<Row> checked(
      MappedFeed mapped, String column, String sql, Dataset<Row> rows, boolean isValue) {
    try {
      if (isValue) {
        rows.selectExpr(sql);
      } else {
        rows.where(sql);
      }
      return rows;
    } catch (Exception e) {
      if (!(e instanceof AnalysisException)) {
        throw e;
      }
      throw new UserError(
          "mapping file "
              + crawl.mapping().file()
              + ", feed "
              + mapped.feed().name()
              + ", column "
              + column
              + ": "
              + e.getMessage().lines().findFirst().orElse(""),
          "The files have the columns "
              + Arrays.toString(rows.columns())
              + "; correct the expression.",
          e);
    }
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

  private static Column asJson(Dataset<Row> rows) {
    Column[] delivered =
        Arrays.stream(rows.columns())
            .filter(n -> !OWN.contains(n))
            .map(n -> col("`" + n.replace("`", "``") + "`"))
            .toArray(Column[]::new);
    return to_json(struct(delivered));
  }

  /** The delivered folder's address; of a single file, its folder's. */
  private static String root(InputFile file) {
    return file.path().substring(0, file.path().length() - file.name().length() - 1);
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.lake.LakeSink;
import io.assay.lake.StagedWrite;
import io.assay.settings.IngestSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One feed on its way into bronze: read, validated and written in one scan, in which records,
 * refusals and checks are counted. Only if keys repeat are the written rows read again, and only
 * files that hold refused records are read again to quarantine them.
 */
final class FeedLoad {
  private final Feed feed;
  private final FeedReader reader;
  private final Validation validation;
  private final List<InputFile> files;
  private final Crawl crawl;
  private final IngestSettings settings;
  private StagedWrite staged;
  private long records;
  private long refused;
  private long unknownFields;
  private long duplicates;
  private Set<String> faultyFiles = Set.of();

  FeedLoad(
      SparkSession spark, Feed feed, List<InputFile> files, Crawl crawl, IngestSettings settings) {
    this.feed = feed;
    this.validation = new Validation(feed, crawl.date(), settings);
    this.reader = new FeedReader(spark, crawl, settings, feed, validation);
    this.files = files;
    this.crawl = crawl;
    this.settings = settings;
  }

  Feed feed() {
    return feed;
  }

  StagedWrite staged() {
    return staged;
  }

  /** Writes what can be used into the bronze table, not yet visible. */
  void stage(LakeSink sink) {
    Observation seen = new Observation();
    Column problem = col(Validation.PROBLEM);
    Dataset<Row> usable =
        reader
            .read(files)
            .observe(
                seen,
                count(lit(1)).as("records"),
                count(problem).as("refused"),
                coalesce(sum(col(Records.UNKNOWN)), lit(0L)).as("unknown"),
                collect_set(when(problem.isNotNull(), col(Records.FILE))).as("files"))
            .where(problem.isNull());
    staged = sink.stage(feed.target(), usable.select(delivered()));
    Map<String, Object> counts = counts(seen);
    records = (Long) counts.get("records");
    refused = (Long) counts.get("refused");
    unknownFields = (Long) counts.get("unknown");
    faultyFiles =
        new HashSet<>(CollectionConverters.asJava(((Iterable<?>) counts.get("files")).toList()))
            .stream().map(String::valueOf).collect(java.util.stream.Collectors.toSet());
    if (!feed.key().isEmpty() && staged.surplusRows() > 0) {
      StagedWrite all = staged;
      staged =
          sink.stage(feed.target(), Duplicates.keepBest(all.reread(), feed, all.repeatedKeys()));
      staged.checkKeysAmong(all.repeatedKeys());
      duplicates = all.rows() - staged.rows();
      all.discard();
    }
  }

  /** What became of the records; broken files count as one each. */
  Accounting accounting(long brokenFiles) {
    return new Accounting(
        feed,
        records + brokenFiles,
        staged.rows(),
        duplicates,
        refused + brokenFiles,
        unknownFields);
  }

  /** Whether some of the feed's records were refused. */
  boolean hasRefused() {
    return refused > 0;
  }

  /** Refused records: feed, reason, field, source_file, record. */
  Dataset<Row> refusedRecords() {
    // The schema that Spark infers for another crawler's JSON depends on all of its files.
    boolean inferred =
        crawl.mapping() != null
            && crawl.mapping().format() == Format.JSON
            && crawl.mapping().byFeed().get(feed).stream().anyMatch(s -> s.schema() == null);
    List<InputFile> again =
        files.stream().filter(f -> inferred || faultyFiles.contains(f.name())).toList();
    Column problem = col(Validation.PROBLEM);
    return reader
        .read(again)
        .where(problem.isNotNull())
        .select(
            lit(feed.name()).as("feed"),
            validation.reason().as("reason"),
            validation.field().as("field"),
            col(Records.FILE).as("source_file"),
            col(Records.RECORD).substr(1, settings.maxRecordCharacters()).as("record"));
  }

  private Column[] delivered() {
    List<Column> columns = new ArrayList<>();
    feed.fields().forEach(f -> columns.add(f.col()));
    feed.derived().forEach(d -> columns.add(expr(d.sql()).as(d.field().name())));
    columns.add(col(Records.FILE).as("source_file"));
    return columns.toArray(Column[]::new);
  }

  private static Map<String, Object> counts(Observation seen) {
    try {
      return seen.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting records", e);
    }
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.contracts.UserError;
import io.assay.job.Unchecked;
import io.assay.settings.IngestSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * What an ingest would make of sample files: some rows, and what would be refused. Nothing is
 * written. The rules are those of an ingest. Cost: a few scans of the sample.
 */
public final class MappingCheck {
  /** Place of a record in the sample (long). */
  static final String NUMBER = "_number";

  private static final String RANK = "_rank";

  private final SparkSession spark;
  private final Crawl crawl;
  private final IngestSettings settings;
  private final BrokenFiles broken;
  private final int maxRows;

  private MappingCheck(
      SparkSession spark, Crawl crawl, IngestSettings settings, BrokenFiles broken, int maxRows) {
    this.broken = broken;
    this.spark = spark;
    this.crawl = crawl;
    this.settings = settings;
    this.maxRows = maxRows;
  }

  /**
   * @param delivered files of the delivery
   * @param maxRows how many rows to show of each feed
   * @return per feed of the mapping, or without one of the delivery, in the order of ingest
   * @throws UserError if the mapping does not fit
   */
  public static List<FeedCheck> run(
      SparkSession spark, Crawl crawl, CrawlFiles delivered, IngestSettings settings, int maxRows) {
    Map<Feed, List<InputFile>> files = delivered.byFeed();
    BrokenFiles broken = new BrokenFiles(spark, delivered);
    MappingCheck check = new MappingCheck(spark, crawl, settings, broken, maxRows);
    return IngestJob.withCastsToNull(
        spark,
        () ->
            files.keySet().stream()
                .filter(feed -> check.isExpected(feed, files.get(feed)))
                .map(feed -> check.explained(feed, files.get(feed)))
                .toList());
  }

  /** Feeds that the mapping names; without a mapping those that were delivered. */
  private boolean isExpected(Feed feed, List<InputFile> delivered) {
    return crawl.mapping() == null
        ? !delivered.isEmpty()
        : crawl.mapping().byFeed().containsKey(feed);
  }

  private FeedCheck explained(Feed feed, List<InputFile> files) {
    try {
      return feed(feed, files);
    } catch (Exception e) { // Spark throws what Scala does not declare
      UserError mistake =
          e instanceof UserError known
              ? known
              : crawl.mapping() == null ? null : SqlErrors.thrownBy(crawl.mapping(), feed, e);
      throw mistake == null ? Unchecked.rethrow(e) : mistake;
    }
  }

  private FeedCheck feed(Feed feed, List<InputFile> files) {
    broken.look(feed);
    Set<String> notes = new LinkedHashSet<>();
    Validation validation = new Validation(feed, crawl.date(), settings, crawl.notation());
    FeedReader reader = new FeedReader(spark, crawl, settings, feed, validation, notes::add);
    Dataset<Row> all =
        FeedLoad.delivered(feed, records(reader, feed))
            .withColumn(NUMBER, monotonically_increasing_id());
    Column problem = col(Validation.PROBLEM);
    Dataset<Row> usable = all.where(problem.isNull());
    List<Row> refused = CheckedFaults.refused(all.where(problem.isNotNull()), validation);
    List<String> columns = shown(feed);
    Row counts = usable.agg(count(lit(1)), counted(feed, columns, validation)).first();
    long accepted = feed.key().isEmpty() ? counts.getLong(0) : counts.getLong(1);
    Map<String, Long> filled = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      filled.put(columns.get(i), counts.getLong(i + 2));
    }
    long duplicates = counts.getLong(0) - accepted;
    List<FeedCheck.Refusal> refusals =
        CheckedFaults.refusals(spark, feed, broken, refused, counts.getLong(0));
    long quarantined = refusals.stream().mapToLong(FeedCheck.Refusal::records).sum();
    return new FeedCheck(
        feed,
        files,
        counts.getLong(0) + quarantined,
        accepted,
        duplicates,
        duplicates == 0 ? 0 : conflicts(feed, usable),
        filled,
        rows(usable, columns),
        CheckedFaults.losses(usable, validation, counts.getString(columns.size() + 2)),
        refusals,
        List.copyOf(notes));
  }

  /** Reads what can be read; files that show to be broken when they are opened join the others. */
  private Dataset<Row> records(FeedReader reader, Feed feed) {
    while (true) {
      List<InputFile> files = broken.without(feed);
      try {
        Dataset<Row> records = reader.read(files);
        requireNoDoubt(reader, records, files);
        return records;
      } catch (BrokenFile e) {
        broken.explain(e);
      }
    }
  }

  private static void requireNoDoubt(
      FeedReader reader, Dataset<Row> records, List<InputFile> files) {
    if (files.stream().noneMatch(f -> f.format() == Format.CSV && !f.quotesAreSound())) {
      return;
    }
    Set<String> doubted =
        new HashSet<>(
            records
                .where(col(Records.FAULT).equalTo(SwallowedRecords.DOUBT))
                .select(Records.FILE)
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
    if (!doubted.isEmpty()) {
      throw reader.quotesOf(files.stream().filter(f -> doubted.contains(f.name())).toList());
    }
  }

  /** What the mapping yields, or without one the whole feed, in the feed's order. */
  private List<String> shown(Feed feed) {
    return feed.fields().stream()
        .map(Field::name)
        .filter(
            name ->
                crawl.mapping() == null
                    || name.equals("crawled_at")
                    || crawl.mapping().byFeed().get(feed).stream()
                        .anyMatch(s -> s.columns().containsKey(name)))
        .toList();
  }

  /** Distinct keys, then per column how many values, then the values that were lost. */
  private static Column[] counted(Feed feed, List<String> columns, Validation validation) {
    List<Column> counted = new ArrayList<>();
    Column[] key = feed.key().stream().map(functions::col).toArray(Column[]::new);
    counted.add(feed.key().isEmpty() ? lit(0L) : countDistinct(struct(key)));
    columns.forEach(name -> counted.add(count(col(name)).as("n_" + name)));
    counted.add(validation.lostCounts());
    return counted.toArray(Column[]::new);
  }

  /** How many records differ from the better one of their key in what tells things apart. */
  private static long conflicts(Feed feed, Dataset<Row> usable) {
    Column[] own =
        Stream.concat(feed.fields().stream(), feed.derived().stream().map(Feed.Derived::field))
            .map(Field::name)
            .distinct()
            .map(functions::col)
            .toArray(Column[]::new);
    return Duplicates.ranked(usable.select(own), feed)
        .where(col(Duplicates.CONFLICT).isNotNull())
        .count();
  }

  /** The first rows of every file in turn, so that every source of a feed is seen. */
  private List<List<String>> rows(Dataset<Row> usable, List<String> columns) {
    Column rank = row_number().over(Window.partitionBy(col(Records.FILE)).orderBy(col(NUMBER)));
    return usable
        .withColumn(RANK, rank)
        .orderBy(col(RANK), col(Records.FILE))
        .limit(maxRows)
        .orderBy(col(Records.FILE), col(RANK))
        .select(columns.stream().map(name -> col(name).cast("string")).toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(MappingCheck::texts)
        .toList();
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      texts.add(row.getString(i));
    }
    return texts;
  }
}

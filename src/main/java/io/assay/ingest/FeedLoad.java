package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.job.Aside;
import io.assay.job.CheckResult;
import io.assay.job.StagedSink;
import io.assay.job.StagedSlice;
import io.assay.settings.IngestSettings;
import io.assay.statistics.FirstTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
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
  private static final String RECORDS = "_assay_records";
  private static final String REFUSED = "_assay_refused";
  private static final String UNKNOWN = "_assay_unknown_fields";
  private static final String FAULTY_FILES = "_assay_faulty_files";
  private static final String LOST = "_assay_lost";
  private static final String LOST_BYTES = "_assay_lost_bytes";
  private static final String CONFLICTS = "_assay_conflicts";
  private static final String EXAMPLES = "_assay_examples";
  private static final int MOST_EXAMPLES = 3;
  private static final String DOUBTED_FILES = "_assay_doubted_files";

  private final Feed feed;
  private final FeedReader reader;
  private final Validation validation;
  private final List<InputFile> files;
  private final Crawl crawl;
  private final IngestSettings settings;
  private final Configuration conf;
  private StagedSlice staged;
  private long records;
  private long refused;
  private long unknownFields;
  private long duplicates;
  private long conflicts;
  private String examples = "";
  private List<LostValue> lost = List.of();
  private Set<String> faultyFiles = Set.of();
  private LostRecords unread = LostRecords.ONE_EACH;
  private Map<Long, Long> lostBytes = Map.of();

  /**
   * @param notes takes what a person should know of the files
   */
  FeedLoad(
      SparkSession spark,
      Feed feed,
      List<InputFile> files,
      Crawl crawl,
      IngestSettings settings,
      Consumer<String> notes) {
    this.feed = feed;
    this.validation = new Validation(feed, crawl.date(), settings, crawl.notation());
    this.reader = new FeedReader(spark, crawl, settings, feed, validation, notes);
    this.files = files;
    this.conf = spark.sparkContext().hadoopConfiguration();
    this.crawl = crawl;
    this.settings = settings;
  }

  Feed feed() {
    return feed;
  }

  StagedSlice staged() {
    return staged;
  }

  /**
   * Writes what can be used into the bronze table, not yet visible.
   *
   * @throws BrokenFile if quotes of a file are in doubt
   */
  void stage(StagedSink sink) {
    Column problem = col(Validation.PROBLEM);
    Map<String, Column> counts = new LinkedHashMap<>();
    counts.put(RECORDS, count(lit(1)));
    counts.put(REFUSED, count(problem));
    counts.put(UNKNOWN, coalesce(sum(col(Records.UNKNOWN)), lit(0L)));
    counts.put(FAULTY_FILES, collect_set(when(problem.isNotNull(), col(Records.FILE))));
    counts.put(LOST, validation.lostCounts());
    counts.put(LOST_BYTES, udaf(new SizeCounts(), Encoders.LONG()).apply(col(Records.BYTES)));
    Column doubted = col(Records.FAULT).equalTo(SwallowedRecords.DOUBT);
    counts.put(DOUBTED_FILES, collect_set(when(doubted, col(Records.FILE))));
    staged =
        sink.stage(
            feed.target(),
            delivered(feed, reader.read(files)),
            new Aside(problem.isNull(), counts));
    records = (Long) staged.counted(RECORDS);
    refused = (Long) staged.counted(REFUSED);
    unknownFields = (Long) staged.counted(UNKNOWN);
    lost = validation.lost((String) staged.counted(LOST));
    faultyFiles = listed(FAULTY_FILES).map(String::valueOf).collect(Collectors.toSet());
    lostBytes = SizeCounts.read((String) staged.counted(LOST_BYTES));
    unread = LostRecords.of(conf, files, records - LostRecords.number(lostBytes), lostBytes);
    Set<String> doubtedFiles =
        listed(DOUBTED_FILES).map(String::valueOf).collect(Collectors.toSet());
    if (!doubtedFiles.isEmpty()) {
      throw reader.quotesOf(files.stream().filter(f -> doubtedFiles.contains(f.name())).toList());
    }
    if (!feed.key().isEmpty() && staged.mayRepeatKeys()) {
      keepBest(sink);
    }
  }

  private void keepBest(StagedSink sink) {
    StagedSlice all = staged;
    Column conflict = col(Duplicates.CONFLICT);
    Map<String, Column> counts = new LinkedHashMap<>();
    counts.put(CONFLICTS, count(conflict));
    counts.put(EXAMPLES, udaf(new FirstTexts(MOST_EXAMPLES), Encoders.STRING()).apply(conflict));
    staged =
        sink.stage(
            feed.target(),
            Duplicates.ranked(all.reread(), feed, all.repeatedKeys()),
            new Aside(col(Duplicates.RANK).equalTo(1), counts));
    staged.checkKeysAmong(all.repeatedKeys());
    duplicates = all.rows() - staged.rows();
    conflicts = (Long) staged.counted(CONFLICTS);
    examples = (String) staged.counted(EXAMPLES);
    all.discard();
  }

  /** Whether records of one key are of one thing. */
  CheckResult conflicts() {
    return CheckResult.warn(
        "duplicates_agree",
        conflicts,
        duplicates,
        "records of one key that differ in "
            + String.join(" or ", feed.tellsApart())
            + ": the ids are spoiled, or a post has several authors and none says whose it is"
            + (examples.isEmpty() ? "" : "; for example " + examples));
  }

  private Stream<?> listed(String counted) {
    return CollectionConverters.asJava(((Iterable<?>) staged.counted(counted)).toList()).stream();
  }

  /** How many records those stand for that cannot be read as such. */
  LostRecords unread() {
    return unread;
  }

  /** Says that some of the records are an estimate; null where all were counted. */
  String estimate(List<Damage> damages) {
    long parts = LostRecords.number(lostBytes) + damages.size();
    return parts == 0
        ? null
        : String.format(
            Locale.ROOT,
            "%s: %,d that cannot be read as records (files, documents, arrays) count as %,d,"
                + " estimated from their size",
            feed.name(),
            parts,
            accounting(damages).quarantined() - refused + LostRecords.number(lostBytes));
  }

  /**
   * What became of the records.
   *
   * @param damages of files that cannot be read, which count by their size
   */
  Accounting accounting(List<Damage> damages) {
    long estimated =
        unread.ofAll(lostBytes) + damages.stream().mapToLong(d -> unread.of(d.bytes())).sum();
    long more = estimated - LostRecords.number(lostBytes);
    return new Accounting(
        feed,
        records + more,
        staged.rows(),
        duplicates,
        conflicts,
        refused + more,
        unknownFields,
        lost);
  }

  /** Whether some of the feed's records were refused. */
  boolean hasRefused() {
    return refused > 0;
  }

  /** Refused records: feed, reason, field, source_file, record, records. */
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
            col(Records.RECORD).substr(1, settings.maxRecordCharacters()).as("record"),
            unread.ofRow().as("records"));
  }

  /** The target's columns, as far as the delivery states them, beside the records' own. */
  static Dataset<Row> delivered(Feed feed, Dataset<Row> records) {
    Dataset<Row> delivered = records;
    for (Feed.Derived derived : feed.derived()) {
      delivered = delivered.withColumn(derived.field().name(), expr(derived.sql()));
    }
    return delivered.withColumn("source_file", col(Records.FILE));
  }
}

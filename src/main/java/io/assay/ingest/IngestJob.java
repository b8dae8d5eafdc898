package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.AssayError;
import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.OpsTables;
import io.assay.contracts.QualityGateError;
import io.assay.contracts.TableRow;
import io.assay.contracts.UserError;
import io.assay.job.Aside;
import io.assay.job.DeliveryContext;
import io.assay.job.RunRecord;
import io.assay.job.Stage;
import io.assay.job.StagedSink;
import io.assay.job.StagedSlice;
import io.assay.job.Unchecked;
import io.assay.settings.IngestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Reads one delivery into bronze. All feeds and the refused records are written and checked before
 * any becomes visible; if more than {@code ingest.max_quarantined_share} of a feed's records are
 * refused, none does. Cost: one scan of the delivery, and a second one of the files that hold
 * refused records.
 */
public final class IngestJob {
  private static final int MOST_REASONS = 3;
  private static final String QUARANTINED = "_assay_quarantined";

  /** Runs once a delivery, the others once a day. */
  public static final Stage STAGE =
      new Stage(
          "ingest",
          "Reads one delivery of crawl files into bronze, refusing what cannot be used.",
          List.of(),
          List.of(),
          Stream.concat(Feeds.ALL.stream().map(Feed::target), Stream.of(OpsTables.QUARANTINE))
              .toList(),
          List.of(IngestSettings.class));

  private static final String ANSI = "spark.sql.ansi.enabled";

  /** Spark by itself reads seven character sets, but spreadsheets write others. */
  private static final String ALL_CHARSETS = "spark.sql.legacy.javaCharsets";

  private final SparkSession spark;
  private final IngestSettings settings;
  private final Crawl crawl;
  private final StagedSink sink;
  private final RunRecord record;
  private final IngestReport report;
  private final CrawlFiles files;
  private final BrokenFiles broken;

  private IngestJob(DeliveryContext context, Crawl crawl, CrawlFiles files) {
    this.spark = context.spark();
    this.settings = context.settings().get(IngestSettings.class);
    this.crawl = crawl;
    this.sink = context.sink();
    this.record = context.record();
    this.report = new IngestReport(context.progress(), STAGE.name());
    this.files = files;
    this.broken = new BrokenFiles(spark, files);
  }

  /**
   * @param files of the delivery
   * @throws UserError if the mapping does not fit
   * @throws QualityGateError if too much was refused; quarantine and accounting are then written
   */
  public static void run(DeliveryContext context, Crawl crawl, CrawlFiles files) {
    withCastsToNull(
        context.spark(),
        () -> {
          new IngestJob(context, crawl, files).load();
          return null;
        });
  }

  /** A mapping's cast that fails must cost its record, not the run. */
  static <T> T withCastsToNull(SparkSession spark, Supplier<T> work) {
    String ansi = spark.conf().get(ANSI);
    String charsets = spark.conf().get(ALL_CHARSETS);
    spark.conf().set(ANSI, "false");
    spark.conf().set(ALL_CHARSETS, "true");
    try {
      return work.get();
    } finally {
      spark.conf().set(ANSI, ansi);
      spark.conf().set(ALL_CHARSETS, charsets);
    }
  }

  private void load() {
    report.unread(files, crawl.mapping());
    files.byFeed().values().stream()
        .flatMap(List::stream)
        .forEach(f -> record.read(new RunRecord.Input(f.name(), f.bytes(), null, null)));
    List<FeedLoad> loads = stageReadable();
    List<Accounting> accounts =
        loads.stream().map(l -> l.accounting(broken.damages(l.feed()))).toList();
    report.accounting(accounts);
    loads.stream()
        .map(l -> l.estimate(broken.damages(l.feed())))
        .filter(Objects::nonNull)
        .forEach(report::note);
    StagedSlice quarantine =
        sink.stage(
            OpsTables.QUARANTINE,
            refused(loads),
            new Aside(null, Map.of(QUARANTINED, coalesce(sum(col("records")), lit(0L)))));
    QualityGateError stop = gate(accounts, quarantine);
    List<StagedSlice> staged = loads.stream().map(FeedLoad::staged).toList();
    requireAllQuarantined(accounts, (Long) quarantine.counted(QUARANTINED));
    sink.check(quarantine);
    if (stop == null) {
      staged.forEach(sink::check);
      loads.stream()
          .filter(load -> !load.feed().tellsApart().isEmpty())
          .forEach(load -> record.checked(agreement(load)));
    }
    sink.publish(quarantine);
    if (stop == null) {
      StagedSink.Delivered delivered = sink.publishDelivery(staged);
      report.replaced(crawl.slice(), delivered.replaced(), staged);
      report.stale(delivered.staleDays());
    }
    record.ledger(
        OpsTables.INGEST_ACCOUNTING, accounts.stream().map(a -> row(a, stop == null)).toList());
    if (stop != null) {
      throw stop;
    }
  }

  private RunRecord.Checked agreement(FeedLoad load) {
    return new RunRecord.Checked(
        load.feed().target().id(), crawl.slice(), List.of(load.conflicts()));
  }

  /** Counted in one scan, written in another: what was refused must be there. */
  private static void requireAllQuarantined(List<Accounting> accounts, long written) {
    long counted = accounts.stream().mapToLong(Accounting::quarantined).sum();
    if (counted != written) {
      throw new IllegalStateException(
          counted + " records were refused, but " + written + " would be quarantined");
    }
  }

  /** A broken file is found when reading fails; then all is read again without it. */
  private List<FeedLoad> stageReadable() {
    while (true) {
      List<FeedLoad> loads = new ArrayList<>();
      try {
        for (Map.Entry<Feed, List<InputFile>> e : files.byFeed().entrySet()) {
          if (e.getValue().isEmpty() && !sink.holdsSlice(e.getKey().target())) {
            continue;
          }
          FeedLoad load =
              new FeedLoad(
                  spark, e.getKey(), broken.without(e.getKey()), crawl, settings, report::note);
          loads.add(load);
          load.stage(sink);
        }
        return loads;
      } catch (Exception e) {
        loads.stream().filter(l -> l.staged() != null).forEach(l -> l.staged().discard());
        if (e instanceof AssayError || !broken.explain(e)) {
          throw Unchecked.rethrow(explained(e, loads));
        }
      }
    }
  }

  private Exception explained(Exception failure, List<FeedLoad> loads) {
    if (crawl.mapping() == null || failure instanceof AssayError || loads.isEmpty()) {
      return failure;
    }
    Feed feed = loads.get(loads.size() - 1).feed();
    UserError mistake = SqlErrors.thrownBy(crawl.mapping(), feed, failure);
    return mistake == null ? failure : mistake;
  }

  private QualityGateError gate(List<Accounting> accounts, StagedSlice quarantine) {
    for (Accounting a : accounts) {
      if (a.quarantinedShare() > settings.maxQuarantinedShare()) {
        return new QualityGateError(
            String.format(
                java.util.Locale.ROOT,
                "crawl %s: %d of %d %s records (%.1f %%) were refused, more than"
                    + " ingest.max_quarantined_share = %s, most often: %s; nothing was published",
                crawl.slice(),
                a.quarantined(),
                a.records(),
                a.feed().name(),
                100 * a.quarantinedShare(),
                settings.maxQuarantinedShare(),
                commonest(quarantine, a.feed())),
            "ops.quarantine holds each record with its reason; mend the delivery or its mapping, or"
                + " raise the setting.");
      }
      String lost = LostLimits.exceeded(a.feed().name(), a.lost(), a.usable(), settings);
      if (lost != null) {
        return new QualityGateError(
            "crawl " + crawl.slice() + ": " + lost + "; nothing was published",
            "Mend the delivery, give null in the mapping where the value says none, such as"
                + " nullif(likes, -1), or raise the setting.");
      }
    }
    if (accounts.stream().allMatch(a -> a.records() == 0)) {
      return new QualityGateError(
          "crawl " + crawl.slice() + " holds no record; nothing was published",
          "Check that the delivery is complete.");
    }
    return null;
  }

  /** The commonest reasons for which records of a feed were refused, and how many each. */
  private static String commonest(StagedSlice quarantine, Feed feed) {
    Column field = when(col("field").isNotNull(), concat(col("field"), lit(" ")));
    Column said = concat(coalesce(field, lit("")), col("reason")).as("said");
    return quarantine
        .reread()
        .where(col("feed").equalTo(feed.name()))
        .groupBy(said)
        .agg(sum("records").as("records"))
        .orderBy(desc("records"), col("said"))
        .limit(MOST_REASONS)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " (" + row.getLong(1) + ")")
        .collect(Collectors.joining(", "));
  }

  private Dataset<Row> refused(List<FeedLoad> loads) {
    List<Row> whole = new ArrayList<>();
    loads.forEach(load -> whole.addAll(broken.refused(load.feed(), load.unread())));
    Dataset<Row> rows = spark.createDataFrame(whole, BrokenFiles.REFUSED.schema());
    for (FeedLoad load : loads) {
      if (load.hasRefused()) {
        rows = rows.unionByName(load.refusedRecords());
      }
    }
    return rows;
  }

  private Row row(Accounting a, boolean published) {
    return TableRow.of(OpsTables.INGEST_ACCOUNTING)
        .set("run_id", record.runId())
        .set("crawl_id", crawl.id())
        .set("crawl_date", crawl.date())
        .set("feed", a.feed().name())
        .set("records", a.records())
        .set("accepted", a.accepted())
        .set("duplicates", a.duplicates())
        .set("conflicts", a.conflicts())
        .set("quarantined", a.quarantined())
        .set("unknown_fields", a.unknownFields())
        .set("published", published)
        .set(
            "lost_values",
            a.lost().stream()
                .map(lost -> RowFactory.create(lost.field(), lost.reason(), lost.records()))
                .toList())
        .row();
  }
}

package io.assay.workbench.worlds;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The crawl of a world. Every row is a function of world, seed, date and the account it belongs to:
 * Spark only hands out ranges of accounts, so neither their number nor their order changes a row.
 */
public final class WorldCrawl {
  private static final int TASKS_PER_CORE = 4;
  private static final long MANY_CELLS = 2_000_000;
  private static final int FEW_TASKS = 8;
  private static final String ORDER = "order";

  /** Tasks that write a feed of daily deliveries: at least so many, and files of a day. */
  private static final int LEAST_FILES_A_DAY = 4;

  private final SparkSession spark;
  private final Society society;
  private final Deliveries deliveries;
  private final JavaSparkContext context;

  public WorldCrawl(SparkSession spark, Society society) {
    this(spark, society, Deliveries.one(society));
  }

  WorldCrawl(SparkSession spark, Society society, Deliveries deliveries) {
    this.spark = spark;
    this.society = society;
    this.deliveries = deliveries;
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /**
   * What was written.
   *
   * @param posts rows of the posts feed
   * @param interactions rows of the interactions feed
   * @param files of all feeds
   * @param bytes their size
   */
  public record Written(long posts, long interactions, int files, long bytes) {}

  /**
   * Writes accounts, posts, interactions, follows and labels in one delivery; interactions and
   * follows only where the world's crawl holds them.
   *
   * @param out a folder that does not exist or is empty
   * @throws io.assay.contracts.UserError if it is not empty, or not a folder, or cannot be made
   */
  public Written write(String out, boolean gzip) {
    return write(
        out,
        gzip,
        (folder, feed, rows) ->
            folder.add(feed.name(), rows(feed, CrawlFolder.filesFor(rows.longValue() + 1))));
  }

  /**
   * Writes them in a folder for each day, named by its date. Rows are made once, in the order of
   * accounts, and each task sorts its own by day: no row of one task waits for another.
   *
   * @param out a folder that does not exist or is empty
   * @throws io.assay.contracts.UserError if it is not empty, or not a folder, or cannot be made
   */
  Written writeDaily(String out, boolean gzip) {
    return write(
        out,
        gzip,
        (folder, feed, rows) -> {
          int files = CrawlFolder.filesFor(rows.longValue() / LEAST_FILES_A_DAY + 1);
          folder.addDaily(
              feed.name(),
              byDelivery(feed, Math.max(LEAST_FILES_A_DAY, files)),
              deliveries.dates());
        });
  }

  /** Puts the rows of a feed, so many of them, into a folder. */
  private interface Adding {
    void add(CrawlFolder folder, FeedRows feed, Double rows);
  }

  private Written write(String out, boolean gzip, Adding adding) {
    try (CrawlFolder folder = CrawlFolder.open(spark, out, gzip)) {
      Volume volume = new Volume(society.world());
      Totals totals = totals(TASKS_PER_CORE * context.defaultParallelism());
      Map<FeedRows, Double> feeds = new LinkedHashMap<>();
      feeds.put(new AccountRows(society, deliveries), volume.accountRows(deliveries.count()));
      feeds.put(new PostRows(society, totals, deliveries), (double) totals.cells());
      boolean interactions = society.world().crawl.interactions();
      if (interactions) {
        feeds.put(new InteractionRows(society, deliveries), (double) totals.all());
        feeds.put(new FollowRows(society, deliveries), volume.follows());
      }
      feeds.put(new LabelRows(society, deliveries), (double) society.world().accounts());
      feeds.forEach((feed, rows) -> adding.add(folder, feed, rows));
      folder.publish();
      return new Written(
          society.timeline().posts(),
          interactions ? totals.all() : 0,
          folder.files(),
          folder.bytes());
    }
  }

  /** Rows of a feed in a fixed order, whatever the number of partitions. */
  Dataset<Row> rows(FeedRows feed, int partitions) {
    return made(feed, partitions).select(feed.columns());
  }

  /** The same with {@link FeedRows#DELIVERY}, in each partition sorted by it and then as before. */
  Dataset<Row> byDelivery(FeedRows feed, int partitions) {
    List<Column> columns = new ArrayList<>(List.of(feed.columns()));
    columns.add(functions.col(FeedRows.DELIVERY));
    columns.add(functions.monotonically_increasing_id().as(ORDER));
    return made(feed, partitions)
        .select(columns.toArray(Column[]::new))
        .sortWithinPartitions(FeedRows.DELIVERY, ORDER)
        .drop(ORDER);
  }

  private Dataset<Row> made(FeedRows feed, int partitions) {
    Broadcast<FeedRows> maker = context.broadcast(feed);
    return places(partitions)
        .mapPartitions(
            (MapPartitionsFunction<Long, Row>) places -> new Rows(maker.value(), places),
            Encoders.row(feed.schema()));
  }

  /** How often each post is engaged in the crawl. */
  Totals totals(int partitions) {
    Totals none = Totals.of(society.timeline(), deliveries);
    // Each task holds counts of its own; where there are many, few tasks do.
    int tasks = none.cells() > MANY_CELLS ? Math.min(partitions, FEW_TASKS) : partitions;
    Broadcast<Society> people = context.broadcast(society);
    Broadcast<Deliveries> cut = context.broadcast(deliveries);
    return places(tasks)
        .toJavaRDD()
        .mapPartitions(places -> List.of(counted(people.value(), cut.value(), places)).iterator())
        .treeReduce(Totals::plus);
  }

  private static Totals counted(Society society, Deliveries deliveries, Iterator<Long> places) {
    Totals totals = Totals.of(society.timeline(), deliveries);
    while (places.hasNext()) {
      int index = society.atPlace(Math.toIntExact(places.next()));
      society
          .engagements(society.person(index))
          .sorted()
          .forEach(done -> totals.count(done, deliveries.of(done)));
    }
    return totals;
  }

  private Dataset<Long> places(int partitions) {
    return spark.range(0, society.world().accounts(), 1, partitions);
  }

  /** Rows of some accounts, one account after the other. */
  private static final class Rows implements Iterator<Row> {
    private final FeedRows feed;
    private final Iterator<Long> places;
    private Iterator<Row> ready = List.<Row>of().iterator();

    Rows(FeedRows feed, Iterator<Long> places) {
      this.feed = feed;
      this.places = places;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && places.hasNext()) {
        List<Row> made = new ArrayList<>();
        feed.of(feed.society.atPlace(Math.toIntExact(places.next())), made::add);
        ready = made.iterator();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      hasNext();
      return ready.next();
    }
  }
}

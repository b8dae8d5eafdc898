package io.assay.workbench.worlds;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The crawl of a world. Every row is a function of world, seed, date and the account it belongs to:
 * Spark only hands out ranges of accounts, so neither their number nor their order changes a row.
 */
public final class WorldCrawl {
  private static final int TASKS_PER_CORE = 4;

  private final SparkSession spark;
  private final Society society;
  private final JavaSparkContext context;

  public WorldCrawl(SparkSession spark, Society society) {
    this.spark = spark;
    this.society = society;
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
   * Writes accounts, posts, interactions, follows and labels.
   *
   * @param out a folder that does not exist or is empty
   * @throws io.assay.contracts.UserError if it is not empty, or not a folder, or cannot be made
   */
  public Written write(String out, boolean gzip) {
    try (CrawlFolder folder = CrawlFolder.open(spark, out, gzip)) {
      Volume volume = new Volume(society.world());
      Totals totals = totals(TASKS_PER_CORE * context.defaultParallelism());
      Map<FeedRows, Double> feeds = new LinkedHashMap<>();
      feeds.put(new AccountRows(society), volume.accountRows());
      feeds.put(new PostRows(society, totals), (double) society.timeline().posts());
      feeds.put(new InteractionRows(society), (double) totals.all());
      feeds.put(new FollowRows(society), volume.follows());
      feeds.put(new LabelRows(society), (double) society.world().accounts());
      feeds.forEach(
          (feed, rows) ->
              folder.add(feed.name(), rows(feed, CrawlFolder.filesFor(rows.longValue() + 1))));
      folder.publish();
      return new Written(society.timeline().posts(), totals.all(), folder.files(), folder.bytes());
    }
  }

  /** Rows of a feed in a fixed order, whatever the number of partitions. */
  Dataset<Row> rows(FeedRows feed, int partitions) {
    Broadcast<FeedRows> maker = context.broadcast(feed);
    return places(partitions)
        .mapPartitions(
            (MapPartitionsFunction<Long, Row>) places -> new Rows(maker.value(), places),
            Encoders.row(feed.schema()))
        .select(feed.columns());
  }

  /** How often each post is engaged in the crawl. */
  Totals totals(int partitions) {
    Broadcast<Society> people = context.broadcast(society);
    return places(partitions)
        .toJavaRDD()
        .mapPartitions(places -> List.of(counted(people.value(), places)).iterator())
        .treeReduce(Totals::plus);
  }

  private static Totals counted(Society society, Iterator<Long> places) {
    Totals totals = new Totals(society.timeline().posts());
    while (places.hasNext()) {
      int index = society.atPlace(Math.toIntExact(places.next()));
      society.engagements(society.person(index)).sorted().forEach(totals::count);
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

package io.assay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who engages what in a {@link PlantedCrawl}. Everybody: mostly posts of the own niche, of which
 * the one at rank k of n has a share proportional to k^(-3/4); few actors do much. A pod of 20
 * comments 60 % of each other's posts within six minutes; 20 workers of a farm come, each to 60 %
 * of four posts of ten customers, within ten minutes of each other. Columns: row, actor, post (both
 * numbers), delay (seconds), text (null of a like).
 */
final class PlantedEvents {
  private static final int GROUP = 20;
  private static final int CUSTOMERS = 10;
  private static final int POSTS_OF_CUSTOMER = 4;
  private static final double TAKES_PART = 0.6;
  private static final double OWN_NICHE = 0.8;
  private static final double COMMENTS = 0.2;
  private static final double SKEW_OF_POSTS = 4;
  private static final double SKEW_OF_ACTORS = 1.8;
  private static final List<String> STOCK = List.of("wow", "love this", "so good", "great shot");

  /** Number of the actor that is an exception: nobody else's. */
  static final long BUSY = 500_000_000_000L;

  private static final Column ID = col("id");
  private static final Column ROW = col("row");

  private final PlantedCrawl crawl;
  private final Draw draw = new Draw("planted", ROW);
  private long used;

  PlantedEvents(PlantedCrawl crawl) {
    this.crawl = crawl;
  }

  Dataset<Row> all() {
    Dataset<Row> all = crowd().unionByName(pods()).unionByName(farms());
    return crawl.skewed() ? all.unionByName(onOnePost()).unionByName(ofOneActor()) : all;
  }

  private Dataset<Row> crowd() {
    double planted =
        TAKES_PART
            * crawl.groups()
            * GROUP
            * (GROUP * PlantedCrawl.POSTS_OF_AUTHOR + CUSTOMERS * POSTS_OF_CUSTOMER);
    long rows = Math.round(crawl.rows() - planted);
    long postsOfNiche = crawl.postsOfAll() / PlantedCrawl.NICHES;
    Column actor = scattered(skewed(crawl.accountsSeen(), SKEW_OF_ACTORS), lit(0));
    Column niche =
        when(draw.chance(OWN_NICHE, "own niche"), col("actor").mod(PlantedCrawl.NICHES))
            .otherwise(draw.below(PlantedCrawl.NICHES, "niche").cast("long"));
    Column author =
        floor(col("at").divide(PlantedCrawl.POSTS_OF_AUTHOR))
            .multiply(PlantedCrawl.NICHES)
            .plus(col("niche"));
    Dataset<Row> chosen =
        numbered(rows)
            .withColumn("rank", skewed(postsOfNiche, SKEW_OF_POSTS))
            .withColumn("actor", pmod(actor, lit(crawl.accountsSeen())))
            .withColumn("niche", niche)
            .withColumn("at", pmod(scattered(col("rank"), col("niche")), lit(postsOfNiche)));
    return columns(
        chosen,
        col("actor"),
        author
            .multiply(PlantedCrawl.POSTS_OF_AUTHOR)
            .plus(col("at").mod(PlantedCrawl.POSTS_OF_AUTHOR)),
        PlantedCrawl.delay(draw),
        when(draw.chance(COMMENTS, "comments"), CommentTexts.of(ROW, crawl.rows())));
  }

  private Dataset<Row> pods() {
    int posts = GROUP * PlantedCrawl.POSTS_OF_AUTHOR;
    Column pod = part(GROUP * posts);
    return columns(
        numbered(crawl.groups() * GROUP * posts).where(draw.chance(TAKES_PART, "takes part")),
        pod.multiply(GROUP).plus(part(posts).mod(GROUP)),
        pod.multiply(posts).plus(ID.mod(posts)),
        draw.below(300, "delay").plus(60).cast("long"),
        when(draw.chance(TAKES_PART, "stock"), draw.pick(STOCK, "phrase"))
            .otherwise(CommentTexts.of(ROW, crawl.rows())));
  }

  private Dataset<Row> farms() {
    int hits = CUSTOMERS * POSTS_OF_CUSTOMER;
    Column farm = part(hits * GROUP);
    Column hit = part(GROUP);
    // Customers are authors that are in no pod, workers accounts that publish nothing.
    Column customer =
        farm.plus(crawl.groups())
            .multiply(GROUP)
            .plus(floor(hit.divide(POSTS_OF_CUSTOMER)).mod(CUSTOMERS));
    return columns(
        numbered(crawl.groups() * hits * GROUP).where(draw.chance(TAKES_PART, "takes part")),
        farm.multiply(GROUP).plus(ID.mod(GROUP)).plus(crawl.authors()),
        customer.multiply(PlantedCrawl.POSTS_OF_AUTHOR).plus(hit.mod(POSTS_OF_CUSTOMER)),
        PlantedCrawl.delay(new Draw("hit", hit)).plus(draw.below(600, "after")),
        draw.pick(STOCK, "phrase"));
  }

  /** As many as all others: of each account one, and of accounts that are seen here only. */
  private Dataset<Row> onOnePost() {
    return columns(
        numbered(crawl.rows()), ID, lit(crawl.postsOfAll()), PlantedCrawl.delay(draw), noText());
  }

  private Dataset<Row> ofOneActor() {
    return columns(
        numbered(crawl.postsOfAll() / 3),
        lit(BUSY),
        ID.multiply(3),
        PlantedCrawl.delay(draw),
        noText());
  }

  /** Rows whose numbers no others have, in {@code row}; {@code id} counts from 0. */
  private Dataset<Row> numbered(long rows) {
    Dataset<Row> numbered = crawl.range(rows, "id").withColumn("row", ID.plus(used));
    used += rows;
    return numbered;
  }

  private static Dataset<Row> columns(
      Dataset<Row> rows, Column actor, Column post, Column delay, Column text) {
    return rows.select(
        ROW,
        actor.cast("long").as("actor"),
        post.cast("long").as("post"),
        delay.cast("long").as("delay"),
        text.as("text"));
  }

  private static Column noText() {
    return lit(null).cast("string");
  }

  /** The number of the block of so many ids that a row is in. */
  private static Column part(long size) {
    return floor(ID.divide(size));
  }

  private Column skewed(long n, double skew) {
    return floor(pow(draw.uniform("skew " + skew), lit(skew)).multiply((double) n));
  }

  /** Which ones are busy or popular follows from no order. */
  private static Column scattered(Column rank, Column salt) {
    return xxhash64(rank, salt);
  }
}

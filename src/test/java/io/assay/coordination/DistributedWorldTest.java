package io.assay.coordination;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_json;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.coordination.detection.CrawlRow;
import io.assay.coordination.detection.FoundRow;
import io.assay.coordination.detection.GroupFinder;
import io.assay.coordination.distributed.DistributedSearch;
import io.assay.coordination.distributed.PlatformParts;
import io.assay.coordination.distributed.SearchBounds;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.WorldGeneration;
import io.assay.workbench.worlds.WorldLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A reduced world with pods, farms, curators and all who look alike, searched by one process and by
 * many tasks: all six tables are the same to the last digit, however the data are divided.
 */
@Tag("slow")
class DistributedWorldTest {
  private static final long ACCOUNTS = 4_000;
  private static final int LEAST_ENGAGEMENTS = 5;
  private static final int LOCKSTEP_SECONDS = 60;
  private static final long PLENTY = 10_000_000;

  @TempDir Path folder;

  private static Dataset<Row> feed(Path crawl, Feed feed) {
    StructType schema = new StructType();
    for (var field : feed.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    return spark().read().schema(schema).json(crawl.resolve(feed.name()).toString());
  }

  static PlatformParts parts(Path crawl) {
    Dataset<Row> posts = feed(crawl, Feeds.POSTS).withColumn("repost_of", lit(null));
    Dataset<Row> interactions = feed(crawl, Feeds.INTERACTIONS).dropDuplicates();
    Dataset<Row> accounts = feed(crawl, Feeds.ACCOUNTS);
    Dataset<Row> shares =
        spark()
            .createDataFrame(
                List.of(),
                StructType.fromDDL(
                    "platform string, account_id string, object_id string, content_id string,"
                        + " shared_at timestamp"));
    return new PlatformParts(
        CrawlRows.accounts(interactions, posts, shares, accounts),
        CrawlRows.posts(posts.dropDuplicates("platform", "post_id")),
        CrawlRows.events(interactions),
        CrawlRows.shares(shares),
        CrawlRows.follows(feed(crawl, Feeds.FOLLOWS)),
        spark().createDataFrame(List.of(), CrawlRow.SCHEMA));
  }

  static List<String> inOneProcess(PlatformParts parts) {
    return texts(
        parts
            .rows()
            .repartition(col("platform"))
            .mapPartitions(
                new GroupFinder(
                    CrawlDate.DEFAULT,
                    new GroupFinder.SearchLimits(LEAST_ENGAGEMENTS, PLENTY, LOCKSTEP_SECONDS)),
                Encoders.row(FoundRow.SCHEMA)));
  }

  static List<String> byManyTasks(PlatformParts parts) {
    List<String> found = new ArrayList<>();
    for (Row platform : parts.accounts().select("platform").distinct().collectAsList()) {
      String name = platform.getString(0);
      try (DistributedSearch search =
          new DistributedSearch(
              name,
              parts.each(rows -> rows.where(col("platform").equalTo(name))),
              CrawlDate.DEFAULT,
              new SearchBounds(LEAST_ENGAGEMENTS, PLENTY, LOCKSTEP_SECONDS))) {
        found.addAll(texts(search.found()));
      }
    }
    return found.stream().sorted().toList();
  }

  private static List<String> texts(Dataset<Row> found) {
    List<String> texts = new ArrayList<>();
    for (var table : FoundRow.TABLES) {
      found
          .where(col(table.name()).isNotNull())
          .select(to_json(col(table.name())))
          .collectAsList()
          .forEach(row -> texts.add(table.name() + " " + row.getString(0)));
    }
    return texts.stream().sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({"default, 1 4 16", "camouflage, 4"})
  void bothFormsFindTheSame(String world, String allPartitions) {
    Path crawl = folder.resolve(world);
    WorldGeneration.of(
            WorldLoader.load(Path.of("conf/worlds", world + ".yaml"), ACCOUNTS),
            1,
            CrawlDate.DEFAULT)
        .write(spark(), crawl.toString(), false);
    PlatformParts parts = parts(crawl);
    List<String> expected = inOneProcess(parts);
    assertThat(expected)
        .filteredOn(row -> row.startsWith("coordinated_group"))
        .hasSizeGreaterThan(2);
    for (String partitions : allPartitions.split(" ")) {
      spark().conf().set("spark.sql.shuffle.partitions", partitions);
      try {
        assertThat(byManyTasks(parts)).as(partitions).isEqualTo(expected);
      } finally {
        spark().conf().set("spark.sql.shuffle.partitions", "2");
      }
    }
  }
}

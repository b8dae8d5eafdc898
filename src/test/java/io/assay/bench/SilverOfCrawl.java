package io.assay.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.conform.AccountState;
import io.assay.conform.PostState;
import io.assay.contracts.Field;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.settings.ConformSettings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Silver as {@code conform} would make it of a made-up crawl, without the way through files and
 * bronze, which takes longer than all that is measured.
 */
final class SilverOfCrawl {
  private static final String[] EVENT = {"platform", "post_id", "actor_id", "kind", "event_key"};
  private static final long EVENTS_PER_FILE = 2_000_000;

  /** Settings that are not the session's own while a small job runs. */
  private static final List<String> OF_SIZE =
      List.of(
          "spark.sql.adaptive.enabled",
          "spark.sql.shuffle.partitions",
          "spark.sql.codegen.wholeStage",
          "spark.sql.codegen.factoryMode",
          "spark.sql.subexpressionElimination.enabled");

  private final SilverCrawl crawl;

  SilverOfCrawl(SilverCrawl crawl) {
    this.crawl = crawl;
  }

  /** Publishes accounts, posts and interactions of the crawl's day. */
  Job job() {
    return new Job(
        new Stage(
            "silver",
            "Makes up what conform would make of a crawl.",
            List.of(),
            List.of(),
            List.of(SilverTables.ACCOUNT, SilverTables.POST, SilverTables.INTERACTION),
            List.of(ConformSettings.class)),
        this::publish);
  }

  private void publish(JobContext context) {
    // A job's session is set by the size of what it reads, and this one reads nothing.
    OF_SIZE.forEach(context.spark().conf()::unset);
    ConformSettings settings = context.settings(ConformSettings.class);
    context
        .sink()
        .replace(
            SilverTables.ACCOUNT,
            AccountState.latestAccounts(
                seen(), settings.keptFrom(context.asOf()), settings.maxHistory()));
    context
        .sink()
        .replace(
            SilverTables.POST,
            PostState.postsSeenOnce(filled(delivered(crawl.posts()), SilverTables.POST)));
    context
        .sink()
        .replace(SilverTables.INTERACTION, context.asOf(), events(), null, null, List::of);
  }

  /** Observations of accounts, with histories of one observation each. */
  private Dataset<Row> seen() {
    Column shown = array(struct(col("crawled_at"), col("followers")));
    return filled(
            delivered(crawl.accounts())
                .withColumn("observed_at", array(col("crawled_at")))
                .withColumn(
                    "follower_history",
                    when(col("followers").isNotNull(), shown)
                        .otherwise(array())
                        .cast(SilverTables.FOLLOWERS_SEEN)),
            SilverTables.ACCOUNT)
        .withColumn("_of_state", lit(false));
  }

  /** Each event once, those of a post beside each other. */
  private Dataset<Row> events() {
    Dataset<Row> delivered =
        delivered(crawl.interactions())
            .withColumn("event_key", coalesce(col("interaction_id"), lit("")));
    Set<String> key = new HashSet<>(List.of(EVENT));
    Column[] rest =
        Arrays.stream(delivered.columns())
            .filter(name -> !key.contains(name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    int files = (int) Math.max(1, crawl.events() / EVENTS_PER_FILE);
    Dataset<Row> once =
        delivered
            .groupBy(Arrays.stream(EVENT).map(name -> col(name)).toArray(Column[]::new))
            .agg(max(struct(rest)).as("rest"))
            .select(
                Arrays.stream(delivered.columns()).map(n -> part(n, key)).toArray(Column[]::new));
    return filled(once, SilverTables.INTERACTION)
        .repartition(files, col("post_id"))
        .sortWithinPartitions(xxhash64(col("post_id")));
  }

  private static Column part(String name, Set<String> key) {
    return (key.contains(name) ? col(name) : col("rest." + name)).as(name);
  }

  private Dataset<Row> delivered(Dataset<Row> feed) {
    return feed.withColumn("crawl_id", lit("bench"))
        .withColumn("crawl_date", lit(PlainCrawl.DAY))
        .withColumn("first_seen_on", lit(PlainCrawl.DAY));
  }

  /** The table's columns but those that are made of them; what a crawl does not deliver is null. */
  private static Dataset<Row> filled(Dataset<Row> rows, Table table) {
    Set<String> present = new HashSet<>(List.of(rows.columns()));
    return rows.select(
        table.measured().stream()
            .filter(field -> !field.name().equals("observations"))
            .map(field -> present.contains(field.name()) ? col(field.name()) : absent(field))
            .toArray(Column[]::new));
  }

  private static Column absent(Field field) {
    return lit(null).cast(field.type()).as(field.name());
  }
}

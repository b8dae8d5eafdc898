package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.GrowthTables;
import io.assay.contracts.SilverTables;
import io.assay.settings.SettingsLoader;
import io.assay.settings.SignalSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Posts of one platform and what was done to them, written down one by one. */
final class Crawled {
  private static final StructType POST =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("post_id", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("posted_at", DataTypes.TimestampType)
          .add("comments", DataTypes.LongType)
          .add("is_sponsored", DataTypes.BooleanType)
          .add("repost_of", DataTypes.StringType);

  private static final StructType INTERACTION =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("post_id", DataTypes.StringType)
          .add("actor_id", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("occurred_at", DataTypes.TimestampType)
          .add("text", DataTypes.StringType)
          .add("event_key", DataTypes.StringType);

  private final List<Row> posts = new ArrayList<>();
  private final List<Row> interactions = new ArrayList<>();

  /** A post that shows no number of comments. */
  Crawled post(String id, String author, String at) {
    return post(id, author, at, null);
  }

  Crawled post(String id, String author, String at, Long shown) {
    posts.add(RowFactory.create("x", id, author, time(at), shown, null, null));
    return this;
  }

  /** A post that passes on another one; an empty id names none. */
  Crawled repost(String of, String id, String author, String at) {
    posts.add(RowFactory.create("x", id, author, time(at), null, null, of));
    return this;
  }

  Crawled like(String actor, String post, String at) {
    return did(actor, post, "like", at, null);
  }

  Crawled comment(String actor, String post, String at, String text) {
    return did(actor, post, "comment", at, text);
  }

  private Crawled did(String actor, String post, String kind, String at, String text) {
    String key = kind.equals("comment") ? "c" + interactions.size() : "";
    interactions.add(RowFactory.create("x", post, actor, kind, time(at), text, key));
    return this;
  }

  private static java.sql.Timestamp time(String at) {
    return at == null ? null : java.sql.Timestamp.from(Instant.parse(at));
  }

  Dataset<Row> events(int maxComments) {
    return EventRows.of(interactions(), posts(), maxComments);
  }

  /** Rows of {@code gold.account_signal} by account. */
  Map<String, Row> signals() {
    SignalSettings settings = SettingsLoader.load(List.of(), List.of()).signals();
    Dataset<Row> accounts = none(SilverTables.ACCOUNT.schema());
    Dataset<Row> inputs =
        AccountSignals.inputs(
            accounts.withColumn("handle_surprise", lit(null).cast("double")),
            none(EngagementTables.ACCOUNT_ENGAGEMENT.schema())
                .withColumn("day_end", lit(null).cast("timestamp")),
            none(GrowthTables.ACCOUNT_GROWTH.schema()),
            FollowerSample.of(
                none(SilverTables.FOLLOW.schema()), accounts, settings.minFollowersSampled()),
            SharesOfPosts.of(posts()),
            Activity.of(events(settings.maxCommentsPerPost())));
    return AccountSignals.of(inputs, new GroupsBySize(Map.of()), settings).collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getAs("account_id"), Function.identity()));
  }

  private Dataset<Row> interactions() {
    return spark().createDataFrame(interactions, INTERACTION);
  }

  private Dataset<Row> posts() {
    return spark().createDataFrame(posts, POST);
  }

  private static Dataset<Row> none(StructType schema) {
    return spark().createDataFrame(List.of(), schema);
  }
}

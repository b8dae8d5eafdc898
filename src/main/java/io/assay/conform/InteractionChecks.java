package io.assay.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.lake.CheckResult;
import io.assay.lake.JobPart;
import io.assay.lake.StageContext;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a day's interactions refer to and the lake does not know. Such interactions are kept: a post
 * or a profile may be crawled later, and most actors' profiles never are. Only the numbers are
 * recorded, as checks that warn.
 */
@JobPart
final class InteractionChecks {
  private static final String[] POST = {"platform", "post_id"};

  /** Profiles that every worker can hold, some 100 bytes each. */
  private static final long MOST_BROADCAST = 300_000;

  private InteractionChecks() {}

  /**
   * @param delivered a day's interactions
   * @param known keys of interactions stored on the days before
   * @param posts events and time of the first, by platform and post_id
   */
  static List<CheckResult> of(
      StageContext context, Dataset<Row> delivered, Dataset<Row> known, Dataset<Row> posts) {
    Column unknown = col("posted_at").isNull();
    Row ofPosts =
        posts
            .join(
                state(context, SilverTables.POST).select("platform", "post_id", "posted_at"),
                POST,
                "left")
            .agg(
                total(when(unknown, col("events"))),
                total(col("events")),
                count(when(col("first_at").lt(col("posted_at")), 1)),
                count(lit(1)))
            .head();
    Dataset<Row> profiles =
        state(context, SilverTables.ACCOUNT)
            .select(col("platform"), col("account_id").as("actor_id"));
    return List.of(
        CheckResult.warn(
            "post_known",
            ofPosts.getLong(0),
            ofPosts.getLong(1),
            "interactions with posts that no crawl of the window holds"),
        CheckResult.warn(
            "not_before_post",
            ofPosts.getLong(2),
            ofPosts.getLong(3),
            "posts with an interaction dated before them; a clock or a time zone may be off"),
        CheckResult.warn(
            "actor_known",
            byUnknown(delivered, profiles),
            ofPosts.getLong(1),
            "interactions of accounts whose profile no crawl of the window holds"),
        CheckResult.warn(
            "answered_comment_known",
            answersToNothing(delivered, known),
            ofPosts.getLong(1),
            "comments that answer one which was never delivered"));
  }

  private static long byUnknown(Dataset<Row> delivered, Dataset<Row> profiles) {
    String[] actor = {"platform", "actor_id"};
    Dataset<Row> events =
        profiles.count() <= MOST_BROADCAST
            ? delivered.join(broadcast(profiles), actor, "left_anti").select(lit(1L).as("events"))
            // Every actor once before the shuffle that this join needs.
            : delivered
                .groupBy("platform", "actor_id")
                .agg(count(lit(1)).as("events"))
                .join(profiles, actor, "left_anti");
    return events.agg(total(col("events"))).head().getLong(0);
  }

  private static long answersToNothing(Dataset<Row> delivered, Dataset<Row> known) {
    Dataset<Row> answers =
        delivered
            .where(col("reply_to").notEqual(""))
            .select(col("platform"), col("post_id"), col("reply_to").as("event_key"));
    if (answers.isEmpty()) {
      return 0;
    }
    Dataset<Row> comments =
        comments(delivered).unionByName(comments(known)).where(col("event_key").isNotNull());
    return answers
        .join(comments, new String[] {"platform", "post_id", "event_key"}, "left_anti")
        .count();
  }

  private static Dataset<Row> comments(Dataset<Row> interactions) {
    return interactions
        .where(col("kind").equalTo("comment"))
        .select("platform", "post_id", "event_key");
  }

  private static Dataset<Row> state(StageContext context, Table table) {
    return context.source().read(table, col("as_of").equalTo(lit(context.asOf())));
  }

  private static Column total(Column number) {
    return coalesce(sum(number), lit(0L));
  }
}

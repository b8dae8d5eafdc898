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
import io.assay.job.CheckResult;
import io.assay.job.DataFile;
import io.assay.job.JobContext;
import io.assay.job.RunsSpark;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a day's interactions refer to and the lake does not know. Such interactions are kept: a post
 * or a profile may be crawled later, and most actors' profiles never are. Only the numbers are
 * recorded, as checks that warn.
 */
@RunsSpark
final class InteractionChecks {
  private static final String[] POST = {"platform", "post_id"};

  /** Size of the profiles' files up to which every worker can hold their keys. */
  private static final long MOST_BROADCAST_BYTES = 32L << 20;

  private InteractionChecks() {}

  /**
   * @param delivered a day's interactions
   * @param stored keys of interactions stored on the days before
   * @param posts events and time of the first, by platform and post_id
   * @param many whether to look first if anything is an answer, before all comments are moved
   */
  static List<CheckResult> of(
      JobContext context,
      Dataset<Row> delivered,
      Dataset<Row> stored,
      Dataset<Row> posts,
      boolean many) {
    Dataset<Row> answers =
        delivered
            .where(col("reply_to").notEqual(""))
            .select(col("platform"), col("post_id"), col("reply_to").as("event_key"));
    Dataset<Row> unanswered =
        many && answers.isEmpty()
            ? context.spark().range(1).select(lit(0L))
            : answersToNothing(answers, comments(delivered).unionByName(comments(stored)));
    Row counts =
        ofPosts(posts, state(context, SilverTables.POST))
            .crossJoin(ofUnknownActors(context, delivered))
            .crossJoin(unanswered)
            .head();
    long all = counts.getLong(1);
    return List.of(
        CheckResult.warn(
            "post_known",
            counts.getLong(0),
            all,
            "interactions with posts that no crawl of the window holds"),
        CheckResult.warn(
            "not_before_post",
            counts.getLong(2),
            counts.getLong(3),
            "posts with an interaction dated before them; a clock or a time zone may be off"),
        CheckResult.warn(
            "actor_known",
            counts.getLong(4),
            all,
            "interactions of accounts whose profile no crawl of the window holds"),
        CheckResult.warn(
            "answered_comment_known",
            counts.getLong(5),
            all,
            "comments that answer one which was never delivered"));
  }

  private static Dataset<Row> ofPosts(Dataset<Row> posts, Dataset<Row> state) {
    Column unknown = col("posted_at").isNull();
    return posts
        .join(state.select("platform", "post_id", "posted_at"), POST, "left")
        .agg(
            total(when(unknown, col("events"))),
            total(col("events")),
            count(when(col("first_at").lt(col("posted_at")), 1)),
            count(lit(1)));
  }

  private static Dataset<Row> ofUnknownActors(JobContext context, Dataset<Row> delivered) {
    String[] actor = {"platform", "actor_id"};
    Dataset<Row> profiles =
        state(context, SilverTables.ACCOUNT)
            .select(col("platform"), col("account_id").as("actor_id"));
    long bytes =
        context.source().files(SilverTables.ACCOUNT, context.asOf(), context.asOf(), null).stream()
            .mapToLong(DataFile::bytes)
            .sum();
    Dataset<Row> events =
        bytes <= MOST_BROADCAST_BYTES
            ? delivered.join(broadcast(profiles), actor, "left_anti").select(lit(1L).as("events"))
            // Every actor once before the shuffle that this join needs.
            : delivered
                .groupBy("platform", "actor_id")
                .agg(count(lit(1)).as("events"))
                .join(profiles, actor, "left_anti");
    return events.agg(total(col("events")));
  }

  private static Dataset<Row> answersToNothing(Dataset<Row> answers, Dataset<Row> comments) {
    String[] comment = {"platform", "post_id", "event_key"};
    // Few comments are answers: those that may be answered are looked for by these.
    Dataset<Row> answered = comments.join(answers.distinct(), comment, "left_semi");
    return answers.join(answered, comment, "left_anti").agg(count(lit(1)));
  }

  private static Dataset<Row> comments(Dataset<Row> interactions) {
    return interactions
        .where(col("kind").equalTo("comment").and(col("event_key").isNotNull()))
        .select("platform", "post_id", "event_key");
  }

  private static Dataset<Row> state(JobContext context, Table table) {
    return context.today(table);
  }

  private static Column total(Column number) {
    return coalesce(sum(number), lit(0L));
  }
}

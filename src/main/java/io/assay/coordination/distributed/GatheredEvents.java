package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.assay.coordination.detection.CrawlRow;
import io.assay.coordination.detection.HeldRow;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The part of a crawl that a task asked for, with what is known of it.
 *
 * @param acts as {@link DistinctActs#withSums}
 * @param posts as {@link DistinctActs#posts}
 * @param accounts of the platform
 * @param parts of the platform besides
 * @param pairs as {@link CreatorSums#ofPairs}
 * @param mutual {@link HeldRow#MUTUAL} and {@link HeldRow#MUTUAL_FAST}
 * @param actors as {@link CreatorSums#ofActors}
 * @param inNiches as {@link CreatorSums#inNiches}
 */
record GatheredEvents(
    Dataset<Row> acts,
    Dataset<Row> posts,
    Dataset<Row> accounts,
    PlatformParts parts,
    Dataset<Row> pairs,
    Dataset<Row> mutual,
    Dataset<Row> actors,
    Dataset<Row> inNiches) {

  /**
   * Pairs of creators, events, their posts and actors, and whom the accounts follow.
   *
   * @param asked {@link HeldRow#WHOLE_CREATOR}, {@link HeldRow#WHOLE_ACCOUNT}, {@link
   *     HeldRow#WHOLE_POST} and {@link HeldRow#WHOLE_AUTHOR}
   */
  Dataset<Row> of(Dataset<Row> asked) {
    Dataset<Row> held = AskedRows.wantedActs(acts, asked);
    Dataset<Row> between = AskedRows.wantedPairs(pairs, asked);
    Dataset<Row> met = met(held, between);
    Dataset<Row> follows = AskedRows.of(parts.follows(), "key", wantedAccounts(asked));
    return asked
        .unionByName(mutual)
        .unionByName(HeldRows.pairs(between))
        .unionByName(HeldRows.events(held))
        .unionByName(HeldRows.posts(postsOf(held, asked)))
        .unionByName(HeldRows.actors(AskedRows.of(actors, "actor", met)))
        .unionByName(HeldRows.inNiches(AskedRows.of(inNiches, "actor", met)))
        .unionByName(HeldRows.rows(follows, HeldRow.FOLLOW, "key", "other"));
  }

  /** Accounts of whose sums something is asked: {@code wanted}. */
  private Dataset<Row> met(Dataset<Row> held, Dataset<Row> between) {
    return held.select(col("actor").as("wanted"))
        .unionByName(between.select(col("actor").as("wanted")))
        .unionByName(between.select(col("author").as("wanted")))
        .unionByName(mutual.select(col("key").as("wanted")))
        .distinct();
  }

  private static Dataset<Row> wantedAccounts(Dataset<Row> asked) {
    return AskedRows.keys(asked, HeldRow.WHOLE_ACCOUNT);
  }

  private Dataset<Row> postsOf(Dataset<Row> held, Dataset<Row> asked) {
    Dataset<Row> sizes = held.select("post", "n").distinct();
    Dataset<Row> authors =
        AskedRows.keys(asked, HeldRow.WHOLE_AUTHOR)
            .select(col("wanted").as("author"), lit(true).as("whole"));
    return posts
        .join(sizes, new String[] {"post"}, "left")
        .join(authors, new String[] {"author"}, "left")
        .where(col("n").isNotNull().or(col("whole").isNotNull()))
        .withColumn("n", coalesce(col("n"), lit(0)));
  }

  /** Names of accounts that groups may name, and what the rows of tables tell besides. */
  Dataset<Row> names(Dataset<Row> asked) {
    Dataset<Row> targets =
        AskedRows.of(posts, "post", AskedRows.keys(asked, HeldRow.WHOLE_POST))
            .select(col("author").as("wanted"));
    Dataset<Row> sharers =
        parts.shares().where(col("sort").equalTo(CrawlRow.SHARE)).select(col("key").as("wanted"));
    Dataset<Row> named =
        wantedAccounts(asked)
            .unionByName(AskedRows.keys(asked, HeldRow.WHOLE_AUTHOR))
            .unionByName(targets)
            .unionByName(sharers)
            .distinct();
    Dataset<Row> stock =
        AskedRows.of(
            parts
                .events()
                .where(col("sort").equalTo(CrawlRow.COMMENT).and(not(col("text").isNull()))),
            "key",
            wantedAccounts(asked));
    return HeldRows.rows(
            AskedRows.of(accounts, "key", named),
            HeldRow.NAME,
            col("key"),
            lit(0L),
            Map.of("text", col("text"), "more", col("more")))
        .unionByName(
            HeldRows.rows(
                stock, HeldRow.STOCK, col("key"), col("other"), Map.of("text", col("text"))))
        .unionByName(HeldRows.passedOn(parts.shares()))
        .unionByName(HeldRows.passedOn(parts.before()));
  }
}

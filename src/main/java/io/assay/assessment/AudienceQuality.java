package io.assay.assessment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.assay.settings.AudienceSettings;
import io.assay.statistics.Keys;
import io.assay.statistics.OwnPosts;
import io.assay.statistics.WideRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the audience of every creator is worth. */
final class AudienceQuality {
  private static final String[] KEY = {"platform", "account_id"};

  private AudienceQuality() {}

  /**
   * Cost: posts are counted by account, and one row a creator is exchanged with the engagement and
   * the counts.
   *
   * @param posts {@code silver.post} of the day
   * @param engagement {@code gold.account_engagement} of the day
   * @param counts {@link AudienceCounts}
   * @return {@code gold.audience_quality}
   */
  static Dataset<Row> of(
      Dataset<Row> posts, Dataset<Row> engagement, Dataset<Row> counts, AudienceSettings settings) {
    Dataset<Row> creators =
        posts
            .where(OwnPosts.isOwn())
            .groupBy("platform", "account_id")
            .agg(count(lit(1)).as("own_posts"))
            .join(
                engagement.select(
                    "platform",
                    "account_id",
                    "handle",
                    "followers",
                    "rate_public",
                    "not_assessable_reason"),
                KEY,
                "left")
            .withColumn("author", Keys.account(col("account_id")))
            .join(counts, new String[] {"author"}, "left");
    return WideRows.map(creators, new CreatorAudience(settings), CreatorAudience.SCHEMA);
  }
}

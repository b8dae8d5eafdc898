package io.assay.signals;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.statistics.Keys;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which of an account's posts carry the platform's own paid label. */
final class PaidPosts {

  private PaidPosts() {}

  /**
   * @param posts {@code silver.post} of the day
   * @return key_hash ({@link Keys}), platform, account_id, label_known, sponsored (long, posts)
   */
  static Dataset<Row> of(Dataset<Row> posts) {
    return posts
        .where(col("is_sponsored").isNotNull())
        .groupBy(
            Keys.hash(List.of("platform", "account_id")).as(Keys.HASH),
            col("platform"),
            col("account_id"))
        .agg(
            count(lit(1)).as("label_known"),
            sum(when(col("is_sponsored"), 1L).otherwise(0L)).as("sponsored"));
  }
}

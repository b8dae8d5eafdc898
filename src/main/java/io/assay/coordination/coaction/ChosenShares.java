package io.assay.coordination.coaction;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The shares that a question is about. Other transforms of this stage know a share as {@code
 * platform, object_id, account_id, content_id} and {@code at}, microseconds since 1970 (UTC).
 * Accounts and contents are unique within their platform, objects over all: the same link may be
 * shared on two.
 */
final class ChosenShares {

  private ChosenShares() {}

  /**
   * @param shares {@code silver.share}
   * @param objects SQL LIKE pattern that an object's id matches, {@code \} before a sign that is to
   *     stand for itself
   * @param platform of the accounts; null for all
   * @return {@code platform, object_id, account_id, content_id, at}
   */
  static Dataset<Row> of(Dataset<Row> shares, String objects, String platform) {
    Column chosen = col("object_id").like(objects);
    if (platform != null) {
      chosen = chosen.and(col("platform").equalTo(platform));
    }
    return shares
        .where(chosen)
        .select(
            col("platform"),
            col("object_id"),
            col("account_id"),
            col("content_id"),
            unix_micros(col("shared_at")).as("at"));
  }
}

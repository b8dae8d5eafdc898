package io.assay.signals;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.Keys;
import io.assay.statistics.OwnPosts;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The signals that are shares of an account's own posts, such as those with the paid label. */
final class SharesOfPosts {
  private static final List<Signal> SHARES =
      Signals.ALL.stream().filter(Signal::isShareOfPosts).toList();

  private SharesOfPosts() {}

  /**
   * Reposts, and posts of which no condition is known, are left out before they are exchanged.
   *
   * @param posts {@code silver.post} of the day
   * @return key_hash ({@link Keys}), platform, account_id, and a share (double) by the name of each
   *     signal that is one
   */
  static Dataset<Row> of(Dataset<Row> posts) {
    Column known =
        SHARES.stream().map(s -> expr(s.sql()).isNotNull()).reduce(Column::or).orElseThrow();
    Column[] shares =
        SHARES.stream()
            .map(s -> avg(expr(s.sql()).cast("int")).as(s.name()))
            .toArray(Column[]::new);
    return posts
        .where(known.and(OwnPosts.isOwn()))
        .groupBy(
            Keys.hash(List.of("platform", "account_id")).as(Keys.HASH),
            col("platform"),
            col("account_id"))
        .agg(shares[0], List.of(shares).subList(1, shares.length).toArray(Column[]::new));
  }
}

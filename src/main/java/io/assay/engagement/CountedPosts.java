package io.assay.engagement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.assay.statistics.OwnPosts;
import io.assay.statistics.PostWindow;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Posts that count, as narrow as they can travel.
 *
 * @param window which do
 * @param repostsAreDated whether the times of reposts count, see {@link Cadence}
 */
record CountedPosts(PostWindow window, boolean repostsAreDated) {

  /**
   * In: {@code silver.post}. Out: platform, account_id (string), then the values of a post (long)
   * in the order of {@link PostBlock}, of all that were published in the window: settled or not,
   * own or passed on. A counter that was last shown before the post had settled is taken as hidden.
   */
  Dataset<Row> narrow(Dataset<Row> posts) {
    Column age = lit(window.endMicros()).minus(unix_micros(col("posted_at")));
    Column own = when(window.isSettled(), age).otherwise(PostBlock.UNSETTLED);
    Column repost = lit(PostBlock.REPOST);
    if (repostsAreDated) {
      repost = when(window.isSettled(), repost.minus(age)).otherwise(repost);
    }
    List<Column> columns = new ArrayList<>(List.of(col("platform"), col("account_id")));
    columns.add(when(OwnPosts.isRepost(), repost).otherwise(own).as("age"));
    columns.add(MediaTypes.code(col("media_type")).as("media"));
    PostBlock.COUNTERS.forEach(
        c -> columns.add(coalesce(window.settled(c), lit(PostBlock.HIDDEN)).as(c)));
    return posts.where(window.isInside()).select(columns.toArray(Column[]::new));
  }
}

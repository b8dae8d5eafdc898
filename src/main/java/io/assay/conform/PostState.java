package io.assay.conform;

import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The state of posts. */
public final class PostState {
  private PostState() {}

  /**
   * One row per post: of each column the value seen last; of several seen at one time, that of the
   * delivery that came last, then of the one whose name sorts last; and the owner, see {@link
   * AuthorSights}. Hashtags and mentions that were not delivered come from the caption.
   *
   * @param observations rows of {@link ObservedRows}: observations, or rows of an earlier state
   * @param keptFrom first day of which a value is kept that later sights do not show
   * @param falls looks at each post's observations as they pass
   * @return the columns of {@code silver.post} without as_of and run_id
   */
  static Dataset<Row> latestPosts(
      Dataset<Row> observations, LocalDate keptFrom, CounterFalls falls) {
    return TextMeasures.withTagsOfCaption(
        LastKnown.of(observations, SilverTables.POST, Feeds.POSTS, keptFrom, falls::watch));
  }

  /** The same, of observations of which no two are of one post; nothing is shuffled. */
  public static Dataset<Row> postsSeenOnce(Dataset<Row> observations) {
    return TextMeasures.withTagsOfCaption(observations).drop(ObservedRows.OF_STATE);
  }
}

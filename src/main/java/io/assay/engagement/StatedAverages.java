package io.assay.engagement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.TableRow;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * What a list of influencers says of an account's usual post. Nobody here has seen the posts: of
 * which time and kind they are, and whether the average is a median, is unknown. So rates that
 * follow from it stand in columns of their own.
 *
 * @param likes likes of a post; null where none are stated
 * @param comments comments of a post; likewise
 * @param views views of a post; likewise
 */
record StatedAverages(Double likes, Double comments, Double views) {

  /** Columns of {@code silver.account} that hold them. */
  private static final List<String> COLUMNS =
      List.of("average_likes", "average_comments", "average_views");

  private static final StatedAverages NONE = new StatedAverages(null, null, null);

  /** A struct of {@link #COLUMNS}; null where none of them is known, which travels as nothing. */
  static Column column() {
    Column[] averages = COLUMNS.stream().map(c -> col(c)).toArray(Column[]::new);
    return when(coalesce(averages).isNotNull(), struct(averages));
  }

  /** Reads a value of {@link #column}; null states nothing. */
  static StatedAverages of(Row averages) {
    return averages == null
        ? NONE
        : new StatedAverages(averages.getAs(0), averages.getAs(1), averages.getAs(2));
  }

  /**
   * Sets the rates that follow from them, and why the public one does not.
   *
   * @param followers latest followers; null where unknown
   */
  void set(TableRow row, Long followers) {
    row.set("stated_rate_public", publicRate(followers));
    row.set("stated_rate_likes", rate(likes, audience(followers)));
    row.set("stated_rate_view", rate(engaged(), views));
    row.set("stated_missing", missing(followers));
  }

  /** Likes and comments of a post per follower; null unless all three are known. */
  Double publicRate(Long followers) {
    return rate(engaged(), audience(followers));
  }

  private Double engaged() {
    return likes == null || comments == null ? null : Double.valueOf(likes + comments);
  }

  private String missing(Long followers) {
    if (likes == null && comments == null) {
      return views == null ? null : "likes and comments not stated";
    }
    if (likes == null || comments == null) {
      return likes == null ? "likes not stated" : "comments not stated";
    }
    if (followers == null) {
      return "followers unknown";
    }
    return followers == 0 ? "no followers" : null;
  }

  private static Double audience(Long followers) {
    return followers == null ? null : Double.valueOf(followers);
  }

  private static Double rate(Double engaged, Double base) {
    return engaged == null || base == null || base == 0 ? null : Double.valueOf(engaged / base);
  }
}

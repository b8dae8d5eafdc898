package io.assay.conform;

import static java.util.Map.entry;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_extract_all;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.SilverTables;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Columns that a crawl may deliver in place of a text, or leave to be taken from it. What was
 * delivered stands; the rest is computed where the text is there.
 */
final class TextMeasures {
  /** By column that is computed where it was not delivered: the columns that it is made of. */
  static final Map<String, List<String>> MADE_OF =
      Map.ofEntries(
          entry("handle_length", List.of("handle")),
          entry("handle_digits", List.of("handle")),
          entry("handle_digit_share", List.of("handle")),
          entry("display_name_words", List.of("display_name")),
          entry("display_name_length", List.of("display_name")),
          entry("display_name_digit_share", List.of("display_name")),
          entry("name_equals_handle", List.of("display_name", "handle")),
          entry("bio_length", List.of("bio")),
          entry("has_external_url", List.of("external_url")),
          entry("follower_following_ratio", List.of("followers", "followings")),
          entry("posts_per_day", List.of("posts_count", "created_at")),
          entry("hashtags", List.of("caption")),
          entry("mentions", List.of("caption")));

  private static final Column HANDLE = col("handle");
  private static final Column NAME = col("display_name");

  private TextMeasures() {}

  /**
   * Fills lengths, digits and ratios of an account.
   *
   * @param accounts columns of the accounts feed, and {@code known_at}
   * @return the same columns
   */
  static Dataset<Row> withAccountMeasures(Dataset<Row> accounts) {
    Column counted = element_at(col(SilverTables.KNOWN_AT), "posts_count");
    Column days = date_diff(coalesce(counted, col("crawled_at")), col("created_at"));
    // The greatest of null and 1 is 1.
    Column ageInDays = when(days.isNotNull(), greatest(days, lit(1)));
    Dataset<Row> measured =
        fill(
            fill(
                fill(
                    fill(
                        fill(accounts, "handle_length", length(HANDLE)),
                        "handle_digits",
                        digits(HANDLE)),
                    "display_name_words",
                    when(trim(NAME).equalTo(""), 0).otherwise(size(split(trim(NAME), "\\s+")))),
                "display_name_length",
                length(NAME)),
            "bio_length",
            length(col("bio")));
    Dataset<Row> shared =
        fill(
            fill(measured, "handle_digit_share", share(digits(HANDLE), length(HANDLE))),
            "display_name_digit_share",
            share(digits(NAME), length(NAME)));
    Dataset<Row> ratios =
        fill(
            fill(shared, "follower_following_ratio", share(col("followers"), col("followings"))),
            "posts_per_day",
            share(col("posts_count"), ageInDays));
    return fill(
        fill(ratios, "has_external_url", when(trim(col("external_url")).notEqual(""), true)),
        "name_equals_handle",
        lower(trim(NAME)).equalTo(lower(trim(HANDLE))));
  }

  /**
   * Takes hashtags and mentions from the caption where the crawl delivered none.
   *
   * @param posts columns of the posts feed
   * @return the same columns
   */
  static Dataset<Row> withTagsOfCaption(Dataset<Row> posts) {
    Column caption = col("caption");
    return fill(
        fill(posts, "hashtags", tags(caption, "#([\\p{L}\\p{M}\\p{N}_]+)")),
        "mentions",
        tags(caption, "@([A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?)"));
  }

  private static Column tags(Column caption, String pattern) {
    Column none = array().cast("array<string>");
    Column found = regexp_extract_all(caption, lit(pattern), lit(1));
    return when(caption.contains(pattern.substring(0, 1)), found).when(caption.isNotNull(), none);
  }

  private static Column digits(Column text) {
    return length(regexp_replace(text, "[^0-9]", ""));
  }

  /** Null where there is nothing to divide by. */
  private static Column share(Column part, Column whole) {
    return when(whole.gt(0), part.cast("double").divide(whole));
  }

  private static Dataset<Row> fill(Dataset<Row> rows, String name, Column computed) {
    return rows.withColumn(name, coalesce(col(name), computed));
  }
}

package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.SHARE;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/**
 * Columns of {@code gold.audience_quality} that tell which share of something comes from doubtful
 * accounts.
 *
 * @param counted name of the column that counts them, and what they are in words
 * @param meaning what is counted
 * @param unit of the counts
 */
public record DoubtedColumns(String counted, String meaning, String unit) {
  public static final DoubtedColumns ENGAGEMENTS =
      new DoubtedColumns(
          "engagements",
          "crawled engagements with its own posts: an account and a post that it liked, commented,"
              + " shared or saved are one, however often; the creator's own are left out",
          "engagements");

  public static final DoubtedColumns ENGAGERS =
      new DoubtedColumns("engagers", "different accounts of these engagements", "accounts");

  public static final DoubtedColumns FOLLOWERS =
      new DoubtedColumns(
          "sampled_followers", "followers whom a crawl names, see silver.follow", "accounts");

  public static final List<DoubtedColumns> ALL = List.of(ENGAGEMENTS, ENGAGERS, FOLLOWERS);

  public String assessed() {
    return counted + "_assessed";
  }

  public String doubtful() {
    return counted + "_doubtful";
  }

  public String share() {
    return "doubtful_" + counted + "_share";
  }

  public String low() {
    return share() + "_low";
  }

  public String high() {
    return share() + "_high";
  }

  public String reason() {
    return "doubtful_" + counted + "_reason";
  }

  /** What is counted, in words. */
  public String words() {
    return counted.replace('_', ' ');
  }

  List<Field> fields() {
    return List.of(
        required(counted, LongType, meaning).in(unit),
        required(
                assessed(),
                LongType,
                "of these those of accounts that could be judged: p_bot is known, or it is in a"
                    + " farm")
            .in(unit),
        required(doubtful(), LongType, "of these those of doubtful accounts").in(unit),
        optional(share(), DoubleType, doubtful() + " / " + assessed() + "; null: see " + reason())
            .in(SHARE),
        optional(low(), DoubleType, "lower end of its 95 % Wilson interval").in(SHARE),
        optional(high(), DoubleType, "upper end of that interval").in(SHARE),
        optional(reason(), StringType, "why the share is not given; null where it is"));
  }

  List<Constraint> constraints() {
    return List.of(
        fail(
            counted + "_nested",
            doubtful() + " BETWEEN 0 AND " + assessed() + " AND " + assessed() + " <= " + counted,
            "the doubtful are among the assessed, and these among all"),
        fail(
            counted + "_share_or_reason",
            "(%s IS NULL) = (%s IS NOT NULL)".formatted(share(), reason()),
            "a share, or there is a reason"),
        fail(
            counted + "_interval",
            "%s BETWEEN %s AND %s AND %s >= 0 AND %s <= 1"
                .formatted(share(), low(), high(), low(), high()),
            "a share lies in its interval, and that between 0 and 1"));
  }
}

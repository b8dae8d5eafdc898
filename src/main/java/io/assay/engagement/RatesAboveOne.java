package io.assay.engagement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import io.assay.job.CheckResult;
import io.assay.job.RunsSpark;
import io.assay.statistics.FirstTexts;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Tells which accounts get more engagements on their usual post than they have followers. A viral
 * post does that, but not half of all posts: mostly something was misread. The rates stay as they
 * are. They are counted as the rows pass to where they are written.
 */
@RunsSpark
final class RatesAboveOne {
  /** Rates per follower; the first above 1 is told. A view is no follower. */
  private static final List<String> RATES =
      List.of("rate_public", "rate_total", "stated_rate_public");

  private static final int EXAMPLES = 3;

  private Observation observation;

  /**
   * The same rows, which are counted as they pass.
   *
   * @param accounts {@code gold.account_engagement}
   */
  Dataset<Row> watch(Dataset<Row> accounts) {
    observation = new Observation();
    Column[] rates = RATES.stream().map(r -> col(r)).toArray(Column[]::new);
    Column above = coalesce(RATES.stream().map(RatesAboveOne::above).toArray(Column[]::new));
    return accounts.observe(
        observation,
        count(coalesce(rates)).as("rated"),
        count(above).as("above"),
        udaf(new FirstTexts(EXAMPLES), Encoders.STRING()).apply(above).as("examples"));
  }

  /** What was found; to be asked once the rows have passed. */
  List<CheckResult> results() {
    Map<String, Object> found;
    try {
      found = observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the rates", e);
    }
    String examples = (String) found.get("examples");
    return List.of(
        CheckResult.tell(
            "rate_at_most_one",
            (Long) found.get("above"),
            (Long) found.get("rated"),
            "accounts whose usual post has more engagements than they have followers: reposts may"
                + " be counted as their own (does the mapping fill repost_of?), followers misread"
                + " (12.000 as 12), or hidden behind a small number"
                + (examples.isEmpty() ? "" : "; for example " + examples)));
  }

  /** In words, or null where the rate is at most 1 or unknown. */
  private static Column above(String rate) {
    return when(
        col(rate).gt(1),
        concat(
            col("platform"),
            lit(" "),
            col("account_id"),
            coalesce(concat(lit(" ("), col("handle"), lit(")")), lit("")),
            lit(": " + rate + " "),
            format_string("%.2f", col(rate)),
            lit(" with "),
            coalesce(col("followers").cast("string"), lit("unknown")),
            lit(" followers")));
  }
}

package io.assay.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feeds;
import io.assay.job.CheckResult;
import io.assay.job.RunsSpark;
import io.assay.statistics.FirstTexts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Tells where a post's counter falls by nine tenths or more from one sight to the next that shows
 * it: likes go back by a few, not to a tenth, so one of the two was misread, or the counter was
 * hidden or reset. Nothing is changed by it. It is counted in the pass in which the state is made,
 * and so sees what that pass reads: all sights where it is made from scratch, else the new ones and
 * the last state's.
 */
@RunsSpark
final class CounterFalls {
  private static final List<String> COUNTERS =
      List.of("likes", "comments", "views", "shares", "saves");

  /** Of fewer, one that is taken back may be all. */
  private static final int LEAST = 10;

  private static final double LEFT = 10;
  private static final int EXAMPLES = 3;
  private static final String FELL = "_fell";
  private static final String EARLIER = "_earlier_";

  private Observation observation;

  /**
   * The same rows, which are counted as they pass.
   *
   * @param sights of posts, with the columns that {@link Latest#first} asks for
   */
  Dataset<Row> watch(Dataset<Row> sights) {
    observation = new Observation();
    WindowSpec latestFirst = Latest.first(Feeds.POSTS);
    Dataset<Row> compared = sights;
    for (String counter : COUNTERS) {
      compared =
          compared.withColumn(
              EARLIER + counter, lead(col(counter), 1, null, true).over(latestFirst));
    }
    Column[] falls = COUNTERS.stream().map(CounterFalls::fall).toArray(Column[]::new);
    List<String> added =
        Stream.concat(Stream.of(FELL), COUNTERS.stream().map(c -> EARLIER + c)).toList();
    Column[] earlier = COUNTERS.stream().map(c -> col(EARLIER + c)).toArray(Column[]::new);
    return compared
        .withColumn(FELL, coalesce(falls))
        .observe(
            observation,
            count(coalesce(earlier)).as("compared"),
            count(col(FELL)).as("fell"),
            udaf(new FirstTexts(EXAMPLES), Encoders.STRING()).apply(col(FELL)).as("examples"))
        .drop(added.toArray(String[]::new));
  }

  /** What was found; to be asked once the rows have passed. */
  CheckResult result() {
    Map<String, Object> found =
        observation == null
            ? Map.of("compared", 0L, "fell", 0L, "examples", "")
            : observed(observation);
    String examples = (String) found.get("examples");
    return CheckResult.warn(
        "counter_stands",
        (Long) found.get("fell"),
        (Long) found.get("compared"),
        "sights of a post at which a counter is a tenth or less of what it was before: one of the"
            + " two was misread, or the counter was hidden or reset"
            + (examples.isEmpty() ? "" : "; for example " + examples));
  }

  /** What an observation counted. */
  static Map<String, Object> observed(Observation observation) {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the counters", e);
    }
  }

  /** In words, or null where the counter did not fall. */
  private static Column fall(String counter) {
    Column before = col(EARLIER + counter);
    return when(
        before.geq(LEAST).and(col(counter).leq(before.divide(LEFT))),
        concat(
            col("platform"),
            lit(" post "),
            col("post_id"),
            lit(": " + counter + " from "),
            before.cast("string"),
            lit(" to "),
            col(counter).cast("string"),
            lit(" at "),
            date_format(col("crawled_at"), "yyyy-MM-dd HH:mm")));
  }
}

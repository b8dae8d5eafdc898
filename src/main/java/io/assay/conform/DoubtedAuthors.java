package io.assay.conform;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.SilverTables;
import io.assay.job.CheckResult;
import io.assay.job.RunsSpark;
import io.assay.statistics.FirstTexts;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Tells posts that several accounts are the authors of, without a word whose they are. Nothing is
 * changed by it. They are counted in the pass in which the state is made.
 */
@RunsSpark
final class DoubtedAuthors {
  private static final int EXAMPLES = 3;
  private static final int MOST_NAMED = 3;
  private static final int CHARACTERS = 40;
  private static final String SEVERAL = "_several_authors";
  private static final String DOUBTED = "_doubted_authors";

  private Observation observation;

  /**
   * The same rows, which are counted as they pass.
   *
   * @param posts with the columns of {@code silver.post}
   */
  Dataset<Row> watch(Dataset<Row> posts) {
    observation = new Observation();
    Column listed = col(SilverTables.AUTHORS);
    Column authors = filter(listed, a -> a.getField("author_at").isNotNull());
    Column owners =
        filter(
            listed,
            a -> a.getField("author_at").isNotNull().and(a.getField("co_author_at").isNull()));
    Column several = listed.isNotNull().and(size(authors).gt(1));
    Column names =
        slice(
            array_sort(transform(authors, a -> shortened(a.getField("account_id")))),
            1,
            MOST_NAMED);
    Column example =
        concat(
            col("platform"),
            lit(" post "),
            shortened(col("post_id")),
            lit(": "),
            concat_ws(" beside ", names));
    return posts
        .withColumn(SEVERAL, when(several, 1))
        .withColumn(DOUBTED, when(several, when(size(owners).notEqual(1), example)))
        .observe(
            observation,
            count(col(SEVERAL)).as("several"),
            count(col(DOUBTED)).as("doubted"),
            udaf(new FirstTexts(EXAMPLES), Encoders.STRING()).apply(col(DOUBTED)).as("examples"))
        .drop(SEVERAL, DOUBTED);
  }

  private static Column shortened(Column text) {
    return substring(text, 1, CHARACTERS);
  }

  /** What was found; to be asked once the rows have passed. */
  CheckResult result() {
    Map<String, Object> found =
        observation == null
            ? Map.of("several", 0L, "doubted", 0L, "examples", "")
            : CounterFalls.observed(observation);
    String examples = (String) found.get("examples");
    return CheckResult.tell(
        "owner_is_known",
        (Long) found.get("doubted"),
        (Long) found.get("several"),
        "posts that were seen with several authors, and co_authors do not say whose they are: the"
            + " author seen last is taken"
            + (examples.isEmpty() ? "" : "; for example " + examples));
  }
}

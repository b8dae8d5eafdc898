package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import io.assay.job.RunsSpark;
import io.assay.reporting.html.model.ReportLimits;
import io.assay.reporting.html.model.SilenceFacts;
import io.assay.reporting.html.model.SilenceFacts.Silence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts why kinds could not be judged, in one scan of gold.account_assessment. Its reasons name
 * what each family lacks, with numbers; these are counted by family and without the numbers.
 */
@RunsSpark
final class SilenceReader {
  private static final String ANYTHING = "anything";

  /** Between the families of a reason; a family's own words may hold semicolons too. */
  private static final String BETWEEN_FAMILIES = "; (?=[a-z_]+: )";

  /** What was found too little of: "4 settled posts, 5 needed". */
  private static final String FOUND = "[0-9][0-9,.]*((?: [a-z ]+)?, [0-9][0-9,.]* (?:are )?needed)";

  private SilenceReader() {}

  static SilenceFacts read(Dataset<Row> assessment) {
    String kinds =
        Arrays.stream(Kind.values())
            .map(k -> ", '" + k.title() + "', " + KindColumns.of(k).reason())
            .collect(Collectors.joining());
    // Counted whole first: there are few different ones, and only these are taken apart.
    Dataset<Row> reasons =
        assessment
            .selectExpr(
                "stack("
                    + (1 + Kind.values().length)
                    + ", '"
                    + ANYTHING
                    + "', authenticity_reason"
                    + kinds
                    + ") AS (what, reason)")
            .where("reason IS NOT NULL")
            .groupBy("what", "reason")
            .agg(expr("count(*) AS accounts"))
            .withColumn("part", expr("explode(split(reason, '" + BETWEEN_FAMILIES + "'))"))
            .withColumn("part", expr("regexp_replace(part, '" + FOUND + "', 'too few$1')"))
            .groupBy("what", "part")
            .agg(expr("sum(accounts) AS accounts"));
    List<Silence> shown =
        reasons
            .orderBy(col("accounts").desc(), col("what"), col("part"))
            .limit(ReportLimits.SILENCES)
            .collectAsList()
            .stream()
            .map(r -> silence(r.getString(0), r.getString(1), r.getLong(2)))
            .toList();
    return new SilenceFacts(
        shown, shown.size() < ReportLimits.SILENCES ? shown.size() : reasons.count());
  }

  private static Silence silence(String what, String reason, long accounts) {
    String about = what.equals(ANYTHING) ? ANYTHING : Kind.of(what).about();
    int colon = reason.indexOf(": ");
    boolean named = colon > 0 && reason.substring(0, colon).matches("[a-z_]+");
    return new Silence(
        about,
        named ? reason.substring(0, colon).replace('_', ' ') : null,
        named ? reason.substring(colon + 2) : reason,
        accounts);
  }
}

package io.assay.engagement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import io.assay.statistics.LogBins;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The accounts' rates in long form: what distributions, claims and curves are made of. */
final class RateValues {

  static final List<String> METRICS = List.of("rate_public", "rate_total", "rate_view");

  private RateValues() {}

  /**
   * In: platform, followers, the three rates, media. Out: platform, piece (of the follower axis),
   * media_code (see {@link MediaTypes}, {@code all} included), metric_code (position in {@link
   * #METRICS}), limits (how far up the rates that claims state the value lies, see {@link
   * FollowerAxis#limits}), bin, value; one row a rate that is known of an account whose followers
   * are known. Codes, not names, since these rows are grouped, joined and sorted.
   */
  static Dataset<Row> of(Dataset<Row> accounts, FollowerAxis axis, LogBins bins) {
    Column[] metrics =
        IntStream.range(0, METRICS.size())
            .mapToObj(i -> struct(lit(i).as("metric_code"), col(METRICS.get(i)).as("value")))
            .toArray(Column[]::new);
    return byMediaType(accounts.withColumn("piece", axis.piece(col("followers"))), col("piece"))
        .select(col("platform"), col("piece"), col("media_code"), inline(array(metrics)))
        .where(col("value").isNotNull())
        .withColumn("limits", axis.limits(col("value")))
        .withColumn("bin", bins.bin(col("value")));
  }

  /** Name (string) of a column of metric codes. */
  static Column metric(Column code) {
    return element_at(
        array(METRICS.stream().map(m -> lit(m)).toArray(Column[]::new)), code.plus(1));
  }

  /**
   * In: platform, followers, the three rates, media. Out: platform, the carried columns, media_code
   * (int), the three rates; one row an account and kind of post, and one for all kinds.
   */
  static Dataset<Row> byMediaType(Dataset<Row> accounts, Column... carried) {
    Column all =
        array(
            struct(
                lit(MediaTypes.ALL_CODE).as("media_code"),
                col("rate_public"),
                col("rate_total"),
                col("rate_view")));
    Column byKind =
        transform(
            col("media"),
            kind ->
                struct(
                    MediaTypes.code(kind.getField("media_type")).cast("int").as("media_code"),
                    kind.getField("rate_public"),
                    kind.getField("rate_total"),
                    kind.getField("rate_view")));
    return accounts
        .where(col("followers").isNotNull())
        .select(
            Stream.of(
                    Stream.of(col("platform")),
                    Stream.of(carried),
                    Stream.of(inline(concat(all, byKind))))
                .flatMap(s -> s)
                .toArray(Column[]::new));
  }
}

package io.assay.engagement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.assay.statistics.LogBins;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The accounts' rates in long form: what distributions, claims and curves are made of. */
final class RateValues {

  static final List<String> METRICS = List.of("rate_public", "rate_total", "rate_view");

  private RateValues() {}

  /**
   * In: platform, followers, the three rates, media. Out: platform, piece (of the follower axis),
   * media_type ({@code all} included), metric, bin, value; one row a rate that is known of an
   * account whose followers are known.
   */
  static Dataset<Row> of(Dataset<Row> accounts, FollowerAxis axis, LogBins bins) {
    return byMediaType(accounts.withColumn("piece", axis.piece(col("followers"))), col("piece"))
        .select(
            col("platform"),
            col("piece"),
            col("media_type"),
            inline(
                array(
                    METRICS.stream()
                        .map(m -> struct(lit(m).as("metric"), col(m).as("value")))
                        .toArray(Column[]::new))))
        .where(col("value").isNotNull())
        .select(
            col("platform"),
            col("piece"),
            col("media_type"),
            col("metric"),
            bins.bin(col("value")).as("bin"),
            col("value"));
  }

  /**
   * In: platform, followers, the three rates, media. Out: platform, the carried column, media_type,
   * the three rates; one row an account and kind of post, {@code all} first.
   */
  static Dataset<Row> byMediaType(Dataset<Row> accounts, Column carried) {
    Column all =
        array(
            struct(
                lit(MediaTypes.ALL).as("media_type"),
                lit(0L).as("posts"),
                col("rate_public"),
                col("rate_total"),
                col("rate_view")));
    return accounts
        .where(col("followers").isNotNull())
        .select(col("platform"), carried, explode(concat(all, col("media"))).as("rates"))
        .select(
            col("platform"),
            carried,
            col("rates.media_type"),
            col("rates.rate_public"),
            col("rates.rate_total"),
            col("rates.rate_view"));
  }
}

package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sums that the null of mutual pairs is made of, over all events or over the fastest.
 *
 * @param actors {@code actor, events}
 * @param authors {@code author, events}
 * @param niches {@code author, niche}
 * @param inNiches {@code actor, niche, events}
 * @param ofNiches {@code niche, events}
 */
record OneSidedSums(
    Dataset<Row> actors,
    Dataset<Row> authors,
    Dataset<Row> niches,
    Dataset<Row> inNiches,
    Dataset<Row> ofNiches) {

  /**
   * @param which {@code all} or {@code fast}: a column of all but the niches
   */
  OneSidedSums of(String which) {
    return new OneSidedSums(
        actors.select(col("actor"), col(which).as("events")),
        authors.select(col("author"), col(which).as("events")),
        niches,
        inNiches.select(col("actor"), col("niche"), col(which).as("events")),
        ofNiches.select(col("niche"), col(which).as("events")));
  }
}

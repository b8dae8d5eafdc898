package io.assay.bench;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A made-up crawl, in the columns of the feeds, of which {@link SilverOfCrawl} makes silver. */
interface SilverCrawl {

  /** Interactions, about. */
  long events();

  Dataset<Row> accounts();

  Dataset<Row> posts();

  Dataset<Row> interactions();
}

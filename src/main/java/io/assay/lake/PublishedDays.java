package io.assay.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;

import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads from the ledger which days of a table were published, and of what they were made. */
final class PublishedDays {
  private PublishedDays() {}

  static Lineage of(SparkSession spark, Lake lake, Table table) {
    Map<LocalDate, String> madeOf = new HashMap<>();
    Map<LocalDate, String> contents = new HashMap<>();
    if (lake.holds(OpsTables.PUBLICATION)) {
      var published = spark.read().format("delta").load(lake.path(OpsTables.PUBLICATION));
      if (java.util.Arrays.asList(published.columns()).contains("made_of")) {
        // A row for each day: as many as days were ever run.
        for (Row row :
            published
                .where(col("table_name").equalTo(table.id()).and(col("as_of").isNotNull()))
                .groupBy(col("as_of").cast("string"))
                .agg(
                    max_by(col("made_of"), col("version")),
                    max_by(col("content_hash"), col("version")))
                .collectAsList()) {
          LocalDate day = LocalDate.parse(row.getString(0));
          madeOf.put(day, row.getString(1));
          contents.put(day, row.getString(2));
        }
      }
    }
    return new Lineage(madeOf, contents);
  }
}

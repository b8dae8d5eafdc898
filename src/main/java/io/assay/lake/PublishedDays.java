package io.assay.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads from the ledger which days of a table were published, and of what they were made. Days that
 * a commit may have replaced of which the ledger knows nothing are left out.
 */
final class PublishedDays {
  private PublishedDays() {}

  static Lineage of(SparkSession spark, Lake lake, Table table) {
    Map<LocalDate, String> madeOf = new HashMap<>();
    Map<LocalDate, String> contents = new HashMap<>();
    if (lake.holds(OpsTables.PUBLICATION)) {
      var published = spark.read().format("delta").load(lake.path(OpsTables.PUBLICATION));
      if (Arrays.asList(published.columns()).contains("made_of")) {
        // A row for each day: as many as days were ever run.
        List<Row> days =
            published
                .where(col("table_name").equalTo(table.id()))
                .groupBy(col("as_of").cast("string"))
                .agg(
                    max_by(struct("made_of", "content_hash", "version"), col("version")),
                    collect_set("version"))
                .collectAsList();
        List<Long> recorded = days.stream().flatMap(d -> d.<Long>getList(2).stream()).toList();
        long unrecorded = UnrecordedCommits.newest(spark, lake, table, recorded);
        for (Row row : days) {
          Row last = row.getStruct(1);
          if (!row.isNullAt(0) && last.getLong(2) > unrecorded) {
            LocalDate day = LocalDate.parse(row.getString(0));
            madeOf.put(day, last.getString(0));
            contents.put(day, last.getString(1));
          }
        }
      }
    }
    return new Lineage(madeOf, contents);
  }
}

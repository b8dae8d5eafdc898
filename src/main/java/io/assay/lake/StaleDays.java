package io.assay.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.OpsTables;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Marks days whose results were made without a delivery that now belongs to them. */
public final class StaleDays {
  private StaleDays() {}

  /**
   * Marks every published day from the delivery's on, unless the delivery replaces itself by the
   * same content. Called before the delivery becomes visible: a run that is killed in between has
   * marked too much, never too little.
   *
   * @param staged what the delivery is about to publish
   * @param before what it replaces, by table
   * @return the days that were marked
   */
  public static List<LocalDate> mark(
      SparkSession spark,
      Lake lake,
      String runId,
      String crawlId,
      LocalDate crawlDate,
      List<StagedWrite> staged,
      Map<String, Replaced> before) {
    List<LocalDate> days =
        lake.holds(OpsTables.PUBLICATION) && !isSame(spark, lake, before, staged)
            ? daysFrom(
                crawlDate, spark.read().format("delta").load(lake.path(OpsTables.PUBLICATION)))
            : List.of();
    Timestamp now = Timestamp.from(Instant.now());
    List<Row> marks = new ArrayList<>();
    for (LocalDate day : days) {
      marks.add(
          RowFactory.create(
              java.sql.Date.valueOf(day), crawlId, java.sql.Date.valueOf(crawlDate), runId, now));
    }
    TableLog.append(spark, lake, OpsTables.STALE_DAY, runId, marks);
    return days;
  }

  private static List<LocalDate> daysFrom(LocalDate crawlDate, Dataset<Row> published) {
    return published
        .where(col("table_name").startsWith("silver.").and(col("as_of").geq(lit(crawlDate))))
        .select(col("as_of").cast("string"))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> LocalDate.parse(row.getString(0)))
        .sorted()
        .toList();
  }

  private static boolean isSame(
      SparkSession spark, Lake lake, Map<String, Replaced> before, List<StagedWrite> staged) {
    return staged.stream()
        .allMatch(
            s -> {
              Replaced held = before.get(s.table().id());
              return held != null
                  && held.contentHash().equals(s.contentHash())
                  && held.version() > UnrecordedCommits.newest(spark, lake, s.table());
            });
  }
}

package io.assay.job;

import io.assay.contracts.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where a delivery is published: all its tables are written and checked before any is visible. What
 * is not published in the end is removed by the sink. Only tables that the stage declares are
 * taken.
 */
public interface StagedSink {

  /** Whether the lake holds rows of the delivery in a table. */
  boolean holdsSlice(Table table);

  /** Writes rows without making them visible; the caller decides what becomes of them. */
  StagedSlice stage(Table table, Dataset<Row> rows, Aside aside);

  /**
   * Records a staged slice's checks.
   *
   * @throws io.assay.contracts.QualityGateError if one stops it
   */
  void check(StagedSlice staged);

  /** Makes a staged slice visible whatever becomes of the rest; its checks have passed. */
  void publish(StagedSlice staged);

  /** Makes a delivery visible, table by table, and marks the days that it comes too late for. */
  Delivered publishDelivery(List<StagedSlice> staged);

  /**
   * What a delivery changes beside its own tables.
   *
   * @param replaced what the tables held of it before, by table (layer and name)
   * @param staleDays days that were made without it, in order
   */
  record Delivered(Map<String, Replaced> replaced, List<LocalDate> staleDays) {}
}

package io.assay.lake;

import io.assay.contracts.AssayError;
import io.assay.contracts.Field;
import io.assay.contracts.QualityGateError;
import io.assay.contracts.Table;
import io.assay.job.Aside;
import io.assay.job.CheckResult;
import io.assay.job.Progress;
import io.assay.job.Published;
import io.assay.job.RepeatedKeys;
import io.assay.job.RunRecord;
import io.assay.job.Slice;
import io.assay.job.StagedSlice;
import io.assay.job.TableSink;
import io.assay.job.Unchecked;
import io.assay.lake.delta.DeltaWrite;
import io.assay.lake.delta.Partitions;
import io.assay.lake.delta.TableState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Publishes slices of the lake's tables. The locks of all declared tables are taken when it is made
 * and held until it is closed. What was staged by then and never published, for whatever reason, is
 * of no use to anybody: its files are removed.
 */
public final class LakeSink implements TableSink, AutoCloseable {
  private final SparkSession spark;
  private final Lake lake;
  private final Slice slice;
  private final RunRecord record;
  private final Progress progress;
  private final Map<Table, TableLock> locks = new LinkedHashMap<>();
  private final List<StagedWrite> unpublished = new ArrayList<>();

  /**
   * @param declared tables the job may publish
   * @param slice what the run replaces in each of them
   * @throws io.assay.contracts.TableLockedError if another run holds one of them
   */
  public LakeSink(
      SparkSession spark,
      Lake lake,
      List<Table> declared,
      Slice slice,
      RunRecord record,
      Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.slice = slice;
    this.record = record;
    this.progress = progress;
    try {
      for (Table table : declared) {
        locks.put(table, TableLock.take(lake, table, TableLock.holder(record.runId())));
      }
    } catch (AssayError e) {
      close();
      throw e;
    }
  }

  @Override
  public void replace(Table table, Dataset<Row> rows, Supplier<List<CheckResult>> alsoChecked) {
    StagedWrite staged = stage(table, rows, Aside.NOTHING);
    require(table, staged, alsoChecked);
    publish(staged);
  }

  @Override
  public Published replace(
      Table table,
      LocalDate day,
      Dataset<Row> rows,
      RepeatedKeys unproven,
      String inputsHash,
      Supplier<List<CheckResult>> alsoChecked) {
    StagedWrite staged = stage(table, Slice.of(table, day), rows, Aside.NOTHING);
    if (unproven != null) {
      staged.checkKeysAmong(unproven);
    }
    require(table, staged, alsoChecked);
    return publish(staged, inputsHash);
  }

  @Override
  public void confirm(Table table, LocalDate day, String inputsHash) {
    record.confirmed(new RunRecord.Confirmed(table.id(), Slice.of(table, day), inputsHash));
  }

  /** Whether the table holds rows of the slice that the run replaces. */
  public boolean holdsSlice(Table table) {
    return lake.holds(table)
        && !TableState.of(spark, lake.path(table))
            .files(Partitions.of(slice.partition()))
            .isEmpty();
  }

  /** Writes rows without making them visible; the caller decides what becomes of them. */
  public StagedWrite stage(Table table, Dataset<Row> rows, Aside aside) {
    return stage(table, slice, rows, aside);
  }

  private StagedWrite stage(Table table, Slice replaced, Dataset<Row> rows, Aside aside) {
    if (!locks.containsKey(table)) {
      throw new IllegalStateException(record.job() + " writes " + table.id() + " undeclared");
    }
    Dataset<Row> complete = complete(table, replaced, rows, aside);
    try {
      StagedWrite staged = StagedWrite.write(spark, lake, table, replaced, complete, aside);
      unpublished.add(staged);
      return staged;
    } catch (Exception e) {
      if (DeltaWrite.violatesConstraint(e)) {
        // Delta stops at the first bad row; the checks say which rules and how many rows.
        var observed = StagedWrite.observeOnly(table, complete, aside);
        require(table, replaced, TableChecks.results(table, observed));
      }
      throw Unchecked.rethrow(e);
    }
  }

  /**
   * Records a staged slice's checks.
   *
   * @throws QualityGateError if one stops it
   */
  public void check(StagedSlice staged) {
    require(staged.table(), own(staged).slice(), own(staged).checks());
  }

  /** Makes a staged slice visible; its checks have passed. */
  public void publish(StagedSlice staged) {
    publish(own(staged), null);
  }

  /** Slices are handed out by this class alone, and to others as what they may see of them. */
  private static StagedWrite own(StagedSlice staged) {
    return (StagedWrite) staged;
  }

  private Published publish(StagedWrite staged, String inputsHash) {
    // A commit that fails may have become visible all the same.
    unpublished.remove(staged);
    Published published = staged.commit(record.runId(), record.job(), inputsHash);
    record.published(published);
    progress.published(record.job(), published);
    return published;
  }

  private void require(Table table, StagedWrite staged, Supplier<List<CheckResult>> alsoChecked) {
    List<CheckResult> results = new ArrayList<>(staged.checks());
    results.addAll(alsoChecked.get());
    require(table, staged.slice(), results);
  }

  private void require(Table table, Slice checked, List<CheckResult> results) {
    record.checked(new RunRecord.Checked(table.id(), checked, results));
    List<CheckResult> failed = results.stream().filter(CheckResult::stops).toList();
    if (!failed.isEmpty()) {
      String what =
          failed.stream()
              .map(c -> c.name() + " (" + c.violations() + " of " + c.rows() + " rows)")
              .collect(Collectors.joining(", "));
      throw new QualityGateError(
          table.id() + " " + checked + " was not published: it fails " + what,
          "Hint: " + failed.get(0).hint() + ". The table is as before; see ops.quality_check.");
    }
  }

  /** The table's columns in their types, and after them what only the aside looks at. */
  private Dataset<Row> complete(Table table, Slice replaced, Dataset<Row> rows, Aside aside) {
    Dataset<Row> filled = replaced.fill(rows);
    List<String> names = table.fields().stream().map(Field::name).toList();
    if (names.contains("run_id")) {
      filled = filled.withColumn("run_id", functions.lit(record.runId()));
    }
    List<Column> columns = new ArrayList<>(List.of(table.columns()));
    if (aside != Aside.NOTHING) {
      Stream.of(rows.columns())
          .filter(name -> !names.contains(name))
          .forEach(name -> columns.add(functions.col(name)));
    }
    return filled.select(columns.toArray(Column[]::new));
  }

  @Override
  public void close() {
    try {
      unpublished.forEach(StagedWrite::discard);
    } finally {
      unpublished.clear();
      locks.values().forEach(TableLock::close);
      locks.clear();
    }
  }
}

package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.DataFile;
import io.assay.job.Lineage;
import io.assay.job.LiteralPaths;
import io.assay.job.RunRecord;
import io.assay.job.TableSource;
import io.assay.lake.delta.StateFile;
import io.assay.lake.delta.TableState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the lake's tables. What other jobs write is looked at once and read as it was then, so that
 * all of a job's reads agree; the job's own tables are read as they are when they are read.
 */
public final class LakeSource implements TableSource {
  private final SparkSession spark;
  private final Lake lake;
  private final Set<Table> declared;
  private final RunRecord record;
  private final PublishedSlices published;
  private final TableFiles files;

  /**
   * @param inputs tables of other jobs that may be read
   * @param own tables that the job writes, which it may read too
   * @param record is told what was read
   * @param published answers what is known of days
   */
  public LakeSource(
      SparkSession spark,
      Lake lake,
      List<Table> inputs,
      List<Table> own,
      RunRecord record,
      PublishedSlices published) {
    this.spark = spark;
    this.lake = lake;
    this.declared = new HashSet<>(inputs);
    this.declared.addAll(own);
    this.record = record;
    this.published = published;
    this.files = new TableFiles(spark, lake, own);
  }

  /** For who only looks: what is read is recorded nowhere. */
  public static LakeSource unrecorded(
      SparkSession spark, Lake lake, List<Table> inputs, PublishedSlices published) {
    return new LakeSource(
        spark, lake, inputs, List.of(), new RunRecord("unrecorded", "unrecorded"), published);
  }

  @Override
  public Dataset<Row> read(Table table, LocalDate first, LocalDate last) {
    requireDeclared(table);
    requireHeld(table);
    TableState state = files.state(table);
    List<StateFile> chosen = state.files(TableFiles.days(table, first, last));
    Dataset<Row> rows = state.rows(chosen);
    record.read(new RunRecord.Input(table.id(), null, state.version(), count(chosen)));
    return rows.select(columns(table, Arrays.stream(rows.columns()).collect(Collectors.toSet())));
  }

  /** Files state how many rows they hold; null where one does not. */
  private static Long count(List<StateFile> files) {
    long rows = 0;
    for (StateFile file : files) {
      if (file.rows() == null) {
        return null;
      }
      rows += file.rows();
    }
    return rows;
  }

  @Override
  public Dataset<Row> readIfHeld(Table table, LocalDate first, LocalDate last) {
    return files.holds(table)
        ? read(table, first, last)
        : spark.createDataFrame(List.of(), table.schema());
  }

  @Override
  public List<DataFile> files(Table table, LocalDate first, LocalDate last, String bounded) {
    requireDeclared(table);
    return files.list(table, first, last, bounded);
  }

  @Override
  public Dataset<Row> read(Table table, List<DataFile> files, List<String> columns) {
    requireDeclared(table);
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(table.field(column).structField());
    }
    if (files.isEmpty()) {
      return spark.createDataFrame(List.of(), schema);
    }
    long bytes = files.stream().mapToLong(DataFile::bytes).sum();
    record.read(
        new RunRecord.Input(table.id() + " (" + columns.size() + " columns)", bytes, null, null));
    return spark
        .read()
        .schema(schema)
        .parquet(LiteralPaths.of(files.stream().map(DataFile::path).toList()));
  }

  @Override
  public long rows(Table table, LocalDate first, LocalDate last) {
    if (!files.holds(table)) {
      return 0;
    }
    Long rows = count(files.state(table).files(TableFiles.days(table, first, last)));
    return rows == null ? Integer.MAX_VALUE : rows;
  }

  @Override
  public Lineage lineage(Table table) {
    return published.lineage(table);
  }

  private void requireDeclared(Table table) {
    if (!declared.contains(table)) {
      throw new IllegalStateException(record.job() + " reads " + table.id() + " undeclared");
    }
  }

  /**
   * @throws UserError if the lake does not hold the table
   */
  public static void requireHeld(Lake lake, Table table) {
    if (!lake.holds(table)) {
      throw notHeld(lake, table);
    }
  }

  private void requireHeld(Table table) {
    if (!files.holds(table)) {
      throw notHeld(lake, table);
    }
  }

  private static UserError notHeld(Lake lake, Table table) {
    return new UserError(
        "lake " + lake.root() + " has no table " + table.id() + " yet",
        "Run the job that writes it first; `assay plan` shows which.");
  }

  /**
   * @throws UserError if the table was never published for the day
   */
  public void requirePublished(Table table, LocalDate day) {
    requireHeld(table);
    if (files.list(table, day, day, null).isEmpty()
        && !published.lineage(table).contents().containsKey(day)) {
      throw new UserError(
          "lake " + lake.root() + " has no " + table.id() + " of " + day,
          "Run the job that writes it for that day first; `assay plan` shows which.");
    }
  }

  /** A lake written before a column was declared reads as if the column had been null. */
  static Column[] columns(Table table, Set<String> present) {
    return table.fields().stream()
        .map(
            f ->
                present.contains(f.name())
                    ? f.col()
                    : functions.lit(null).cast(f.type()).as(f.name()))
        .toArray(Column[]::new);
  }
}

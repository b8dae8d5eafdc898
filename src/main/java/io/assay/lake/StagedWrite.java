package io.assay.lake;

import io.assay.contracts.Constraint.Severity;
import io.assay.contracts.Table;
import io.assay.job.Aside;
import io.assay.job.CheckResult;
import io.assay.job.LiteralPaths;
import io.assay.job.Published;
import io.assay.job.RepeatedKeys;
import io.assay.job.Slice;
import io.assay.job.StagedSlice;
import io.assay.lake.delta.DeltaWrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A slice that is written and checked but not yet visible: its files lie in the table's folder and
 * no commit names them. {@link #commit} makes it visible at once; until then readers see the slice
 * as it was. The checks are taken in the scan that writes, and cost none of their own.
 */
public final class StagedWrite implements StagedSlice {
  private final SparkSession spark;
  private final Table table;
  private final Slice slice;
  private final String path;
  private final DeltaWrite write;
  private final Map<String, Object> observed;
  private final double secondsToWrite;
  private Long surplus;
  private RepeatedKeys repeated;

  private StagedWrite(
      SparkSession spark,
      Table table,
      Slice slice,
      String path,
      DeltaWrite write,
      Map<String, Object> observed,
      double secondsToWrite) {
    this.spark = spark;
    this.table = table;
    this.slice = slice;
    this.path = path;
    this.write = write;
    this.observed = observed;
    this.secondsToWrite = secondsToWrite;
  }

  /**
   * Writes the rows' files and takes all aggregates of {@link TableChecks} in that one scan.
   *
   * @param rows the table's columns, and what else the aside needs
   */
  static StagedWrite write(
      SparkSession spark, Lake lake, Table table, Slice slice, Dataset<Row> rows, Aside aside) {
    final double startedAt = seconds();
    String path = lake.path(table);
    Observation observation = new Observation();
    Dataset<Row> observedRows = observe(table, rows, observation, aside);
    DeltaWrite write = DeltaWrite.open(spark, table, path).write(observedRows);
    return new StagedWrite(
        spark, table, slice, path, write, values(observation), seconds() - startedAt);
  }

  /** The checks' aggregates alone, for rows that Delta refused to write. */
  static Map<String, Object> observeOnly(Table table, Dataset<Row> rows, Aside aside) {
    Observation observation = new Observation();
    observe(table, rows, observation, aside).write().format("noop").mode(SaveMode.Overwrite).save();
    return values(observation);
  }

  private static Map<String, Object> values(Observation observation) {
    try {
      return new LinkedHashMap<>(observation.getAsJava());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the checks", e);
    }
  }

  private static Dataset<Row> observe(
      Table table, Dataset<Row> rows, Observation observation, Aside aside) {
    List<Column> named = new ArrayList<>();
    Column kept = aside.kept();
    TableChecks.aggregates(table, SizedSession.comparesKeys(rows.sparkSession()), kept)
        .forEach((name, agg) -> named.add(agg.as(name)));
    aside.counts().forEach((name, agg) -> named.add(agg.as(name)));
    Column[] rest = named.subList(1, named.size()).toArray(Column[]::new);
    Dataset<Row> observed = rows.observe(observation, named.get(0), rest);
    return (kept == null ? observed : observed.where(kept)).select(table.columns());
  }

  @Override
  public long rows() {
    return TableChecks.rows(observed);
  }

  @Override
  public Object counted(String name) {
    return observed.get(name);
  }

  @Override
  public String contentHash() {
    return TableChecks.contentHash(observed);
  }

  @Override
  public Dataset<Row> reread() {
    List<String> files = write.paths();
    StructType schema = new StructType();
    for (StructField field : table.schema().fields()) {
      if (!table.partitionBy().contains(field.name())) {
        schema = schema.add(field);
      }
    }
    if (files.isEmpty()) {
      return spark.createDataFrame(List.of(), schema);
    }
    return spark
        .read()
        .schema(schema)
        .option("basePath", path)
        .parquet(LiteralPaths.of(files))
        .select(Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new));
  }

  /** All checks, the key's included. */
  public List<CheckResult> checks() {
    List<CheckResult> results = new ArrayList<>(TableChecks.results(table, observed));
    if (!table.key().isEmpty()) {
      results.add(
          new CheckResult(
              "key_unique",
              Severity.FAIL,
              surplusRows(),
              rows(),
              "one row per " + String.join(", ", table.key())));
    }
    return results;
  }

  /** Rows beyond the first of each key. */
  private long surplusRows() {
    if (surplus == null) {
      boolean none = rows() == 0 || TableChecks.keysDiffer(observed);
      surplus = none ? 0 : repeatedKeys().surplus(reread());
    }
    return surplus;
  }

  @Override
  public boolean mayRepeatKeys() {
    return rows() > 0 && !TableChecks.keysDiffer(observed) && !repeatedKeys().isEmpty();
  }

  @Override
  public RepeatedKeys repeatedKeys() {
    if (repeated == null) {
      repeated = RepeatedKeys.in(reread(), TableChecks.keyWithinSlice(table));
    }
    return repeated;
  }

  @Override
  public void checkKeysAmong(RepeatedKeys ofSource) {
    surplus = ofSource.surplus(reread());
  }

  @Override
  public void discard() {
    for (String staged : write.paths()) {
      Path file = new Path(staged);
      try {
        file.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(file, false);
      } catch (IOException e) {
        throw new UncheckedIOException("staged file " + file + " was not removed", e);
      }
    }
  }

  Slice slice() {
    return slice;
  }

  @Override
  public Table table() {
    return table;
  }

  /**
   * Makes the slice visible; the commit itself says which run published what.
   *
   * @param inputsHash what it was made of; null where no later run asks
   */
  public Published commit(String runId, String job, String inputsHash) {
    final double startedAt = seconds();
    CommitNote note =
        new CommitNote(
            runId,
            job,
            table.id(),
            slice.values(),
            rows(),
            contentHash(),
            inputsHash,
            Instant.now());
    long version = write.replace(slice.partition(), slice.predicate(), note.toJson());
    double taken = secondsToWrite + seconds() - startedAt;
    return new Published(table.id(), slice, version, rows(), contentHash(), inputsHash, taken);
  }

  private static double seconds() {
    return System.nanoTime() / 1e9;
  }
}

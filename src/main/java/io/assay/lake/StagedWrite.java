package io.assay.lake;

import io.assay.contracts.Constraint.Severity;
import io.assay.contracts.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.DeltaOptions;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.commands.WriteIntoDelta;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A slice that is written and checked but not yet visible: its files lie in the table's folder and
 * no commit names them. {@link #commit} makes it visible at once; until then readers see the slice
 * as it was. This opens Delta's own transaction between its two halves, writing and committing,
 * which {@code DataFrameWriter} does in one go; so the checks cost no scan of their own.
 */
public final class StagedWrite {
  private final SparkSession spark;
  private final Table table;
  private final Slice slice;
  private final String path;
  private final OptimisticTransaction transaction;
  private final Seq<Action> actions;
  private final Map<String, Object> observed;
  private final double secondsToWrite;
  private Long surplus;
  private RepeatedKeys repeated;

  private StagedWrite(
      SparkSession spark,
      Table table,
      Slice slice,
      String path,
      OptimisticTransaction transaction,
      Seq<Action> actions,
      Map<String, Object> observed,
      double secondsToWrite) {
    this.spark = spark;
    this.table = table;
    this.slice = slice;
    this.path = path;
    this.transaction = transaction;
    this.actions = actions;
    this.observed = observed;
    this.secondsToWrite = secondsToWrite;
  }

  /** Writes the rows' files and takes all aggregates of {@link TableChecks} in that one scan. */
  static StagedWrite write(
      SparkSession spark, Lake lake, Table table, Slice slice, Dataset<Row> rows) {
    final double startedAt = seconds();
    String path = lake.path(table);
    DeltaLog log = DeltaLog.forTable(spark, path);
    OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
    Observation observation = new Observation();
    Dataset<Row> observedRows = observe(table, rows, observation);
    WriteIntoDelta command =
        new WriteIntoDelta(
            log,
            SaveMode.Overwrite,
            new DeltaOptions(
                scala.collection.immutable.Map.from(
                    CollectionConverters.asScala(
                        // Tables grow by columns: an older lake is widened by the first write.
                        Map.of(
                            DeltaOptions.REPLACE_WHERE_OPTION(),
                            slice.predicate(),
                            DeltaOptions.MERGE_SCHEMA_OPTION(),
                            "true"))),
                SQLConf.get()),
            CollectionConverters.asScala(table.partitionBy()).toSeq(),
            scala.collection.immutable.Map$.MODULE$.<String, String>empty(),
            observedRows,
            Option.empty(),
            Option.empty(),
            false);
    Seq<Action> actions = command.write(transaction, spark, Option.empty(), false);
    return new StagedWrite(
        spark,
        table,
        slice,
        path,
        transaction,
        actions,
        values(observation),
        seconds() - startedAt);
  }

  /** The checks' aggregates alone, for rows that Delta refused to write. */
  static Map<String, Object> observeOnly(Table table, Dataset<Row> rows) {
    Observation observation = new Observation();
    observe(table, rows, observation).write().format("noop").mode(SaveMode.Overwrite).save();
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

  private static Dataset<Row> observe(Table table, Dataset<Row> rows, Observation observation) {
    List<Column> named = new ArrayList<>();
    TableChecks.aggregates(table).forEach((name, agg) -> named.add(agg.as(name)));
    Column[] rest = named.subList(1, named.size()).toArray(Column[]::new);
    return ContentHash.withRowHashes(rows, table)
        .observe(observation, named.get(0), rest)
        .select(table.columns());
  }

  public long rows() {
    return TableChecks.rows(observed);
  }

  /** Hash of the staged rows, without run_id. */
  public String contentHash() {
    return TableChecks.contentHash(observed);
  }

  /** What was written, in the table's columns without those of the slice. */
  public Dataset<Row> reread() {
    List<Path> files = files();
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
        .parquet(LiteralPaths.of(files.stream().map(Path::toString).toList()))
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
  public long surplusRows() {
    if (surplus == null) {
      surplus = rows() == 0 ? 0 : repeatedKeys().surplus(reread());
    }
    return surplus;
  }

  /** The keys that occur more than once. */
  public RepeatedKeys repeatedKeys() {
    if (repeated == null) {
      List<String> key = new ArrayList<>(table.key());
      key.removeAll(table.partitionBy());
      repeated = RepeatedKeys.in(reread(), key);
    }
    return repeated;
  }

  /**
   * Looks for surplus rows only where they can be.
   *
   * @param ofSource the keys that were repeated in what was written, whose other rows are written
   *     as they were
   */
  public void checkKeysAmong(RepeatedKeys ofSource) {
    surplus = ofSource.surplus(reread());
  }

  /** Removes the files of a write that will not be committed. */
  public void discard() {
    for (Path file : files()) {
      try {
        file.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(file, false);
      } catch (IOException e) {
        throw new UncheckedIOException("staged file " + file + " was not removed", e);
      }
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Action action : CollectionConverters.asJava(actions)) {
      if (action instanceof AddFile add) {
        files.add(new Path(new Path(path), add.toPath()));
      }
    }
    return files;
  }

  Slice slice() {
    return slice;
  }

  /** The table that is written to. */
  public Table table() {
    return table;
  }

  /**
   * Makes the slice visible.
   *
   * @param madeOf what it was made of; null where no later run asks
   */
  public Published commit(String madeOf) {
    final double startedAt = seconds();
    long version =
        transaction.commit(
            actions,
            new DeltaOperations.Write(
                SaveMode.Overwrite,
                Option.apply(CollectionConverters.asScala(table.partitionBy()).toSeq()),
                Option.apply(slice.predicate()),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty()));
    double taken = secondsToWrite + seconds() - startedAt;
    return new Published(table.id(), slice, version, rows(), contentHash(), madeOf, taken);
  }

  private static double seconds() {
    return System.nanoTime() / 1e9;
  }
}

package io.assay.lake.delta;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A table as it was when it was looked at: its version and the files that make it up. Delta writes
 * the files of a small table beside each commit; where it did, no Spark job is needed to know them.
 */
public final class TableState {
  private final SparkSession spark;
  private final DeltaLog log;
  private final Snapshot snapshot;
  private List<StateFile> files;

  private TableState(SparkSession spark, DeltaLog log, Snapshot snapshot) {
    this.spark = spark;
    this.log = log;
    this.snapshot = snapshot;
  }

  /**
   * The newest state; costs a listing of the table's log.
   *
   * @param path folder of the table
   */
  public static TableState of(SparkSession spark, String path) {
    DeltaLog log = DeltaLog.forTable(spark, path);
    return new TableState(spark, log, log.update(false, Option.empty(), Option.empty()));
  }

  static TableState of(SparkSession spark, DeltaLog log, Snapshot snapshot) {
    return new TableState(spark, log, snapshot);
  }

  /** -1 for a table without a commit. */
  public long version() {
    return snapshot.version();
  }

  /** All files, in the order of their paths. */
  public List<StateFile> files() {
    if (files == null) {
      files =
          addFiles().stream()
              .map(add -> new StateFile(add, log.dataPath()))
              .sorted((a, b) -> a.path().compareTo(b.path()))
              .toList();
    }
    return files;
  }

  /** The files whose partition fits. */
  public List<StateFile> files(Predicate<StateFile> fits) {
    return files().stream().filter(fits).toList();
  }

  /** Rows of some of the files, in the table's columns. */
  public Dataset<Row> rows(List<StateFile> some) {
    if (some.isEmpty()) {
      return spark.createDataFrame(List.of(), schema());
    }
    return log.createDataFrame(
        snapshot,
        CollectionConverters.asScala(some.stream().map(StateFile::add).toList()).toSeq(),
        false,
        Option.empty());
  }

  /** The table's columns as they are stored, which may be fewer than are declared today. */
  public StructType schema() {
    return snapshot.schema();
  }

  private List<AddFile> addFiles() {
    if (snapshot.version() < 0) {
      return List.of();
    }
    Option<VersionChecksum> beside = snapshot.checksumOpt();
    if (beside.isDefined() && beside.get().allFiles().isDefined()) {
      return CollectionConverters.asJava(beside.get().allFiles().get());
    }
    return Arrays.asList((AddFile[]) snapshot.allFiles().collect());
  }
}

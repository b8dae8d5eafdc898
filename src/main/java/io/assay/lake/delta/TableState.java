package io.assay.lake.delta;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<String, List<StateFile>> found = new HashMap<>();
  private List<StateFile> beside;

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

  /**
   * The files of some partitions, in the order of their paths. Of a table with many files a Spark
   * job finds them, once.
   */
  public List<StateFile> files(Partitions partitions) {
    if (snapshot.version() < 0) {
      return List.of();
    }
    if (beside == null && hasFilesBeside()) {
      beside = inOrder(CollectionConverters.asJava(snapshot.checksumOpt().get().allFiles().get()));
    }
    if (beside != null) {
      return beside.stream().filter(partitions.test()).toList();
    }
    return found.computeIfAbsent(partitions.condition().toString(), same -> find(partitions));
  }

  private List<StateFile> find(Partitions partitions) {
    return inOrder(
        Arrays.asList((AddFile[]) snapshot.allFiles().where(partitions.condition()).collect()));
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

  /** All rows. */
  public Dataset<Row> rows() {
    if (beside != null || hasFilesBeside()) {
      return rows(files(Partitions.all()));
    }
    return spark
        .read()
        .format("delta")
        .option("versionAsOf", version())
        .load(log.dataPath().toString());
  }

  private boolean hasFilesBeside() {
    Option<VersionChecksum> checksum = snapshot.checksumOpt();
    return checksum.isDefined() && checksum.get().allFiles().isDefined();
  }

  private List<StateFile> inOrder(List<AddFile> files) {
    return files.stream()
        .map(add -> new StateFile(add, log.dataPath()))
        .sorted(Comparator.comparing(StateFile::path))
        .toList();
  }
}

package io.assay.lake.delta;

import io.assay.contracts.Table;
import io.assay.contracts.TableLockedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.schema.DeltaInvariantViolationException;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One transaction on one table, in two halves: files are written, and a commit makes them visible.
 * The first commit also makes the table. What is replaced is known from the table's state, so that
 * a commit costs no Spark job.
 */
public final class DeltaWrite {
  private final Table table;
  private final Path path;
  private final OptimisticTransaction transaction;
  private final List<AddFile> added = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();

  private DeltaWrite(SparkSession spark, Table table, String path) {
    DeltaLog log = DeltaLog.forTable(spark, path);
    this.table = table;
    this.path = log.dataPath();
    this.transaction = log.startTransaction(Option.empty(), Option.empty());
    TableDefinition.bringUpToDate(transaction, table);
    if (transaction.readVersion() < 0) {
      log.createLogDirectoriesIfNotExists();
    }
  }

  /** Opens the table, or the making of it. */
  public static DeltaWrite open(SparkSession spark, Table table, String path) {
    return new DeltaWrite(spark, table, path);
  }

  /** Writes the files of these rows, which no reader sees before the commit: one Spark job. */
  public DeltaWrite write(Dataset<Row> rows) {
    for (Action action :
        CollectionConverters.asJava(transaction.writeFiles(rows, Option.empty()))) {
      actions.add(action);
      if (action instanceof AddFile add) {
        added.add(add);
      }
    }
    return this;
  }

  /** Addresses of the files that were written. */
  public List<String> paths() {
    return added.stream().map(add -> new Path(path, add.toPath()).toString()).toList();
  }

  /**
   * Makes the files visible, in place of those of one partition.
   *
   * @param partition columns and values, as texts, of what is replaced
   * @param predicate the same in SQL, for the table's history
   * @param userMetadata what the commit says of itself; null for nothing
   * @return the table's new version
   */
  public long replace(Map<String, String> partition, String predicate, String userMetadata) {
    // Whoever else changes the partition meanwhile makes this commit fail instead of being undone.
    Expression read = CatalystSqlParser$.MODULE$.parseExpression(predicate);
    transaction.trackReadPredicates(
        CollectionConverters.asScala(List.of(read)).toSeq(), true, true);
    TableState.of(transaction.spark(), transaction.deltaLog(), transaction.snapshot())
        .files(Partitions.of(partition))
        .forEach(file -> actions.add(file.add().remove()));
    return commit(SaveMode.Overwrite, predicate, userMetadata);
  }

  /** Makes the files visible, beside what is there. */
  public long append(String userMetadata) {
    return commit(SaveMode.Append, null, userMetadata);
  }

  /** Whether a write failed because a row violates one of the table's constraints. */
  public static boolean violatesConstraint(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof DeltaInvariantViolationException) {
        return true;
      }
    }
    return false;
  }

  private long commit(SaveMode mode, String predicate, String userMetadata) {
    try {
      return committed(mode, predicate, userMetadata);
    } catch (DeltaConcurrentModificationException e) {
      throw new TableLockedError(
          table.id() + " was changed by another program meanwhile: " + e.getMessage(),
          "Nothing of it was published. Run the same command again.");
    }
  }

  private long committed(SaveMode mode, String predicate, String userMetadata) {
    return transaction.commit(
        CollectionConverters.asScala(actions).toSeq(),
        new DeltaOperations.Write(
            mode,
            Option.apply(CollectionConverters.asScala(table.partitionBy()).toSeq()),
            Option.apply(predicate),
            Option.apply(userMetadata),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty()));
  }
}

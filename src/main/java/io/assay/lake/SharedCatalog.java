package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Unchecked;
import io.assay.lake.delta.CommitLog;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import scala.Option;

/**
 * Names for a lake's tables in the catalog that Spark's sessions share, so that they can be asked
 * as {@code gold.account_assessment}. The catalog holds names and paths alone: tables stay where
 * they are, and to drop a name removes no row.
 */
public final class SharedCatalog {
  static final String IMPLEMENTATION = "spark.sql.catalogImplementation";
  static final String LASTING = "hive";

  private static final String NEEDED = "org.apache.spark.sql.hive.HiveSessionStateBuilder";

  private final SparkSession spark;
  private final Lake lake;

  private SharedCatalog(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * Looks, before Spark starts, whether it has a catalog that outlives a session.
   *
   * @throws UserError if it has none, as embedded
   */
  static void require() {
    try {
      Class.forName(NEEDED, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw forgetful(e);
    }
  }

  /**
   * The catalog of a session, for the tables of a lake.
   *
   * @throws UserError if its names would end with the session, or one of them means another table
   */
  public static SharedCatalog of(SparkSession spark, Lake lake) {
    if (!spark.conf().get(IMPLEMENTATION).equals(LASTING)) {
      throw forgetful(null);
    }
    return ofSession(spark, lake);
  }

  /** The same, however long the names last. */
  static SharedCatalog ofSession(SparkSession spark, Lake lake) {
    SharedCatalog catalog = new SharedCatalog(spark, lake);
    catalog.tables().forEach(catalog::isRegistered);
    return catalog;
  }

  /**
   * Registers every table that the lake holds; those that are registered stay as they are.
   *
   * @return their number
   */
  public int register() {
    for (Table.Layer layer : Table.Layer.values()) {
      spark.sql("CREATE DATABASE IF NOT EXISTS " + layer.folder());
    }
    List<String> tables = tables();
    for (String id : tables) {
      if (!isRegistered(id)) {
        String path = lake.path(id).replace("\\", "\\\\").replace("'", "\\'");
        spark.sql("CREATE TABLE " + id + " USING delta LOCATION '" + path + "'");
      }
    }
    return tables.size();
  }

  private List<String> tables() {
    return lake.tables().stream().filter(id -> lake.log(id).newest() != CommitLog.NONE).toList();
  }

  private boolean isRegistered(String id) {
    String[] parts = id.split("\\.");
    Optional<Path> registered =
        registered(new TableIdentifier(parts[1], Option.apply(parts[0]))).map(Path::new);
    if (registered.isPresent() && !registered.get().equals(new Path(lake.path(id)))) {
      throw new UserError(
          "the name " + id + " means another table in Spark's catalog: " + registered.get(),
          "Drop the name there (DROP TABLE " + id + "), or use another catalog for this lake.");
    }
    return registered.isPresent();
  }

  /** Asks the catalog alone: the table behind an older name may be gone. */
  private Optional<URI> registered(TableIdentifier name) {
    SessionCatalog names =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().catalog();
    try {
      return names.tableExists(name)
          ? Optional.of(names.getTableMetadata(name).location())
          : Optional.empty();
    } catch (AnalysisException e) {
      throw Unchecked.rethrow(e);
    }
  }

  private static UserError forgetful(Exception cause) {
    return new UserError(
        "tables cannot be registered: what this Spark calls a catalog ends with the command",
        "Run it through spark-submit with a catalog that lasts (SPARK_HOME, which jobs/setup spark"
            + " makes), see src/docs/operations.md, or leave --register out.",
        cause);
  }
}

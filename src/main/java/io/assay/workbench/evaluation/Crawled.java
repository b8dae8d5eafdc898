package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.lake.Lake;
import io.assay.lake.LakeSource;
import io.assay.lake.PublishedSlices;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What baselines read of a lake.
 *
 * @param accounts {@code silver.account} of the day
 * @param posts {@code silver.post} of the day
 * @param interactions {@code silver.interaction} first seen up to the day
 */
@RunsSpark
public record Crawled(Dataset<Row> accounts, Dataset<Row> posts, Dataset<Row> interactions) {
  static final List<Table> TABLES =
      List.of(SilverTables.ACCOUNT, SilverTables.POST, SilverTables.INTERACTION);

  /**
   * @throws UserError if the lake holds no state of that day
   */
  public static Crawled of(SparkSession spark, Lake lake, LocalDate asOf) {
    LakeSource.unrecorded(spark, lake, List.of(SilverTables.ACCOUNT), PublishedSlices.none())
        .requirePublished(SilverTables.ACCOUNT, asOf);
    Column ofDay = col("as_of").equalTo(lit(asOf));
    Column upToDay = col("first_seen_on").leq(lit(asOf));
    return new Crawled(
        read(spark, lake, SilverTables.ACCOUNT, ofDay),
        read(spark, lake, SilverTables.POST, ofDay),
        read(spark, lake, SilverTables.INTERACTION, upToDay));
  }

  private static Dataset<Row> read(SparkSession spark, Lake lake, Table table, Column where) {
    return lake.holds(table)
        ? spark.read().format("delta").load(lake.path(table)).where(where)
        : spark.createDataFrame(List.of(), table.schema());
  }
}

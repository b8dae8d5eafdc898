package io.assay.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.OpsTables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a slice of a table holds until another run replaces it, as the ledger has it.
 *
 * @param runId run that published it
 * @param rows rows of the slice
 * @param contentHash hash of the slice without run_id
 * @param version of the table, in which it was published
 */
public record Replaced(String runId, long rows, String contentHash, long version) {

  /** By table (layer and name): the last publication of the slice in each. */
  public static Map<String, Replaced> of(SparkSession spark, Lake lake, Slice slice) {
    Map<String, Replaced> last = new LinkedHashMap<>();
    if (lake.holds(OpsTables.PUBLICATION)) {
      for (Row row :
          spark
              .read()
              .format("delta")
              .load(lake.path(OpsTables.PUBLICATION))
              .where(col("slice").equalTo(slice.toString()))
              .groupBy("table_name")
              .agg(
                  max_by(struct("run_id", "rows", "content_hash", "version"), col("version"))
                      .as("last"))
              .select("table_name", "last.*")
              .orderBy("table_name")
              .collectAsList()) {
        last.put(
            row.getString(0),
            new Replaced(row.getString(1), row.getLong(2), row.getString(3), row.getLong(4)));
      }
    }
    return last;
  }
}

package io.assay.signals;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.assay.lake.JobPart;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures handles against all handles of their platform, see {@link HandleLetters}.
 *
 * <p>Cost: one pass over the handles to count; some 800 counts a platform reach the driver and are
 * sent to the executors.
 */
@JobPart
final class HandleSurprise {
  private HandleSurprise() {}

  /**
   * @param accounts {@code silver.account} of the day
   * @param atLeast handles that a platform must have to be learnt from
   * @return the same with {@code handle_surprise} (double, bits a character); null without a
   *     handle, without a Latin letter or digit in it, and where the platform has too few
   */
  static Dataset<Row> with(Dataset<Row> accounts, int atLeast) {
    Map<String, HandleLetters> platforms = learnt(accounts, atLeast);
    UDF2<String, String, Double> surprise =
        (platform, handle) -> {
          HandleLetters letters = platforms.get(platform);
          return handle == null || letters == null ? null : letters.surprise(handle);
        };
    return accounts.withColumn(
        "handle_surprise",
        udf(surprise, DataTypes.DoubleType).apply(col("platform"), col("handle")));
  }

  private static Map<String, HandleLetters> learnt(Dataset<Row> accounts, int atLeast) {
    UDF1<String, int[]> pairs = HandleLetters::pairs;
    Map<String, long[]> counts = new HashMap<>();
    accounts
        .where(col("handle").isNotNull().and(col("handle").notEqual("")))
        .select(
            col("platform"),
            explode(
                    udf(pairs, DataTypes.createArrayType(DataTypes.IntegerType))
                        .apply(col("handle")))
                .as("pair"))
        .groupBy("platform", "pair")
        .agg(count(lit(1)).as("n"))
        .collectAsList()
        .forEach(
            row ->
                counts
                        .computeIfAbsent(row.getString(0), p -> new long[HandleLetters.PAIRS])[
                        row.getInt(1)] =
                    row.getLong(2));
    Map<String, HandleLetters> learnt = new HashMap<>();
    counts.forEach(
        (platform, counted) -> {
          HandleLetters letters = new HandleLetters(counted);
          if (letters.handles() >= atLeast) {
            learnt.put(platform, letters);
          }
        });
    return learnt;
  }
}

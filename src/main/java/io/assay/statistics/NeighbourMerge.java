package io.assay.statistics;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Merges bins with their neighbours until every group holds enough: from the lowest bin up, a group
 * closes as soon as it holds the minimum; what is left over at the top joins the last group.
 */
public final class NeighbourMerge {

  private NeighbourMerge() {}

  /**
   * @param counts keys, a position (any order type) and {@code n} (long), one row a bin; a key's
   *     bins must fit into memory, a few hundred
   * @param keys what is merged apart from each other
   * @param position column that orders the bins
   * @param atLeast least sum of {@code n} in a group; less only where the key has no more in all
   * @return keys, position, {@code merged} (int): number of the group, from 1
   */
  public static Dataset<Row> merge(
      Dataset<Row> counts, List<String> keys, String position, long atLeast) {
    Column bins = col("bins");
    return counts
        .groupBy(columns(keys))
        .agg(sort_array(collect_list(struct(col(position), col("n")))).as("bins"))
        .withColumn(
            "bin",
            explode(
                arrays_zip(
                    transform(bins, b -> b.getField(position)).as("position"),
                    groups(atLeast).apply(transform(bins, b -> b.getField("n"))).as("merged"))))
        .select(
            Stream.concat(
                    keys.stream().map(k -> col(k)),
                    Stream.of(
                        col("bin").getField("position").as(position),
                        col("bin").getField("merged").as("merged")))
                .toArray(Column[]::new));
  }

  /** Group of each bin, from 1, given the counts in the order of the bins. */
  public static int[] groups(long[] counts, long atLeast) {
    int[] groups = new int[counts.length];
    int group = 1;
    long held = 0;
    for (int i = 0; i < counts.length; i++) {
      if (held >= atLeast) {
        group++;
        held = 0;
      }
      groups[i] = group;
      held += counts[i];
    }
    for (int i = counts.length - 1; held < atLeast && group > 1 && groups[i] == group; i--) {
      groups[i]--;
    }
    return groups;
  }

  private static UserDefinedFunction groups(long atLeast) {
    UDF1<Seq<Long>, int[]> merge =
        counts ->
            groups(
                CollectionConverters.asJava(counts).stream().mapToLong(Long::longValue).toArray(),
                atLeast);
    return udf(merge, DataTypes.createArrayType(DataTypes.IntegerType));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(n -> col(n)).toArray(Column[]::new);
  }
}

package io.assay.statistics;

import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Finds the bins that hold the order statistics which quantiles and the median's interval need. */
final class WantedRanks {
  private static final DataType WANTED =
      DataTypes.createArrayType(
          new StructType()
              .add("bin", DataTypes.IntegerType)
              .add("before", DataTypes.LongType)
              .add("positions", DataTypes.createArrayType(DataTypes.LongType)));

  private WantedRanks() {}

  /**
   * Array of struct (bin, before: values in lower bins, positions: wanted ranks within the bin,
   * from 1), without the bin of zero.
   *
   * @param bins array of struct (bin, n), bins ascending
   */
  static Column of(Column bins, double[] probabilities) {
    UDF1<Seq<Row>, List<Row>> find = rows -> find(CollectionConverters.asJava(rows), probabilities);
    return udf(find, WANTED).apply(bins);
  }

  private static List<Row> find(List<Row> bins, double[] probabilities) {
    TreeSet<Long> ranks =
        ranks(bins.stream().mapToLong(bin -> bin.getLong(1)).sum(), probabilities);
    List<Row> wanted = new ArrayList<>();
    long before = 0;
    for (Row bin : bins) {
      long end = before + bin.getLong(1);
      long start = before;
      long[] positions =
          ranks.subSet(before, false, end, true).stream().mapToLong(r -> r - start).toArray();
      if (positions.length > 0 && bin.getInt(0) != LogBins.ZERO) {
        wanted.add(RowFactory.create(bin.getInt(0), before, positions));
      }
      before = end;
    }
    return wanted;
  }

  private static TreeSet<Long> ranks(long n, double[] probabilities) {
    TreeSet<Long> ranks = new TreeSet<>();
    for (double p : probabilities) {
      long below = Quantiles.lowerRank(n, p);
      ranks.add(below + 1);
      ranks.add(Math.min(below + 2, n));
    }
    long lower = MedianInterval.lowerRank(n);
    if (lower > 0) {
      ranks.add(lower);
      ranks.add(n + 1 - lower);
    }
    return ranks;
  }
}

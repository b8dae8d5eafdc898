package io.assay.statistics;

import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A curve given by points, straight between them and constant beyond the ends. */
public final class Curve {

  private Curve() {}

  /**
   * Height of the curve (double) at {@code x}; null where the curve has no point or anything is
   * null.
   *
   * @param xs array of double, ascending
   * @param ys array of double, of the same length
   * @param x where to read the curve (double)
   */
  public static Column at(Column xs, Column ys, Column x) {
    UDF3<Seq<Double>, Seq<Double>, Double, Double> read =
        (a, b, c) ->
            a == null || b == null || c == null || a.isEmpty()
                ? null
                : Double.valueOf(
                    at(CollectionConverters.asJava(a), CollectionConverters.asJava(b), c));
    return udf(read, DataTypes.DoubleType).apply(xs, ys, x);
  }

  private static double at(List<Double> xs, List<Double> ys, double x) {
    int right = 0;
    while (right < xs.size() && xs.get(right) <= x) {
      right++;
    }
    if (right == 0 || right == xs.size()) {
      return ys.get(right == 0 ? 0 : right - 1);
    }
    double way = (x - xs.get(right - 1)) / (xs.get(right) - xs.get(right - 1));
    return ys.get(right - 1) + (ys.get(right) - ys.get(right - 1)) * way;
  }
}

package io.assay.statistics;

import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** A curve given by points, straight between them and constant beyond the ends. */
public final class Curve {

  private Curve() {}

  /**
   * Height of the curve (double) at {@code x}; null where the curve has no point or is null.
   *
   * @param points array of struct with fields {@code x} and {@code y} (double), x ascending
   * @param x where to read the curve (double)
   */
  public static Column at(Column points, Column x) {
    Column left = try_element_at(filter(points, p -> p.getField("x").leq(x)), lit(-1));
    Column right = try_element_at(filter(points, p -> p.getField("x").gt(x)), lit(1));
    Column rise = right.getField("y").minus(left.getField("y"));
    Column run = right.getField("x").minus(left.getField("x"));
    return when(left.isNull(), right.getField("y"))
        .when(right.isNull(), left.getField("y"))
        .otherwise(left.getField("y").plus(rise.multiply(x.minus(left.getField("x")).divide(run))));
  }
}

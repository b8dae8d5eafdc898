package io.assay.statistics;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Fixed bins of equal width in the logarithm: bin {@code i} holds the values of {@code [10^(i/d),
 * 10^((i+1)/d))} for {@code d} bins a decade. Zero has the bin {@link #ZERO} to itself.
 *
 * <p>The bins do not depend on the data, so counts in them are exact, add up across partitions,
 * days and tables, and give the same tails and histograms everywhere. The logarithm only proposes a
 * bin; the edges decide, so that {@code lower <= value < upper} holds to the last bit. The edges
 * are powers by {@link StrictMath} (Spark's {@code pow} is, too), equal on every JVM.
 *
 * @param perDecade bins a decade; a bin's relative width is {@code 10^(1/perDecade) - 1}
 */
public record LogBins(int perDecade) implements Serializable {

  /** The bin of zero, below every other bin. */
  public static final int ZERO = -1_000_000;

  private static final int DECADES = 15;
  private static final Map<Integer, double[]> EDGES = new ConcurrentHashMap<>();

  public LogBins {
    if (perDecade < 1) {
      throw new IllegalArgumentException("bins per decade must be at least 1: " + perDecade);
    }
  }

  /** Bin (int) of a column of values (double, not negative); null for null. */
  public Column bin(Column value) {
    UDF1<Double, Integer> bin = number -> number == null ? null : bin(number.doubleValue());
    return udf(bin, DataTypes.IntegerType).apply(value.cast("double"));
  }

  /** The least value (double) of a column of bins; 0 for the bin of zero. */
  public Column lower(Column bin) {
    return when(bin.equalTo(ZERO), lit(0.0)).otherwise(edge(bin));
  }

  /** The bin of these coarser bins that a bin of finer ones lies in. */
  public int coarsen(int bin, LogBins finer) {
    if (finer.perDecade % perDecade != 0) {
      throw new IllegalArgumentException(finer + " do not nest in " + this);
    }
    return bin == ZERO ? ZERO : Math.floorDiv(bin, finer.perDecade / perDecade);
  }

  /** Bin of one value, the same as {@link #bin(Column)} gives. */
  public int bin(double value) {
    if (value == 0) {
      return ZERO;
    }
    int bin = (int) Math.floor(Math.log10(value) * perDecade);
    while (value < edge(bin)) {
      bin--;
    }
    while (value >= edge(bin + 1)) {
      bin++;
    }
    return bin;
  }

  /** The least value of a bin; 0 for the bin of zero. */
  public double lower(int bin) {
    return bin == ZERO ? 0 : edge(bin);
  }

  /** The value at which the next bin starts; 0 for the bin of zero, which holds only 0. */
  public double upper(int bin) {
    return bin == ZERO ? 0 : edge(bin + 1);
  }

  /** Least value of a bin other than zero's. */
  public double edge(int bin) {
    double[] edges = EDGES.computeIfAbsent(perDecade, LogBins::edges);
    int index = bin + DECADES * perDecade;
    return index >= 0 && index < edges.length ? edges[index] : edge(bin, perDecade);
  }

  private static double edge(int bin, int perDecade) {
    return StrictMath.pow(10, (double) bin / perDecade);
  }

  /** Edges of the bins of 10^-DECADES to 10^DECADES: a power takes longer than a look-up. */
  private static double[] edges(int perDecade) {
    int first = -DECADES * perDecade;
    return IntStream.rangeClosed(first, -first).mapToDouble(bin -> edge(bin, perDecade)).toArray();
  }

  private Column edge(Column bin) {
    return pow(lit(10.0), bin.cast("double").divide(perDecade));
  }
}

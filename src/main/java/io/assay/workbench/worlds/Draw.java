package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Reproducible random columns. Every draw is a pure function of the seed, of what it is drawn for
 * and of a row's index, so that neither partitions nor cores nor the order of rows change it.
 *
 * @param seed the crawl's seed
 * @param index column with the index of the thing drawn for, a long
 */
public record Draw(long seed, Column index) {

  private static final double TWO_TO_MINUS_53 = 0x1p-53;

  /** Uniform over all longs. */
  Column bits(String purpose) {
    return xxhash64(lit(mix(seed + mix(purpose.hashCode()))), index);
  }

  /** Uniform in [0, 1). */
  Column uniform(String purpose) {
    return shiftrightunsigned(bits(purpose), 11).cast("double").multiply(TWO_TO_MINUS_53);
  }

  /** Uniform whole number in [0, n). */
  Column below(int n, String purpose) {
    return pmod(bits(purpose), lit((long) n)).cast("int");
  }

  /** True with this probability. */
  Column chance(double probability, String purpose) {
    return uniform(purpose).lt(probability);
  }

  /**
   * Standard normal, nearly: the number of ones among 64 fair bits, its steps smoothed by a uniform
   * draw. It needs no logarithm or cosine, which cost ten times as much, and reaches 8 deviations.
   */
  Column normal(String purpose) {
    double deviation = Math.sqrt(16 + 1 / 12.0);
    return bit_count(bits(purpose))
        .cast("double")
        .plus(uniform(purpose + "~"))
        .minus(32.5)
        .divide(deviation);
  }

  /** e to the power of a normal draw of this deviation: log-normal with median 1. */
  Column factor(double deviation, String purpose) {
    return functions.exp(normal(purpose).multiply(deviation));
  }

  /** One of the values, each as likely as the next. */
  Column pick(Collection<?> values, String purpose) {
    return at(values, below(values.size(), purpose));
  }

  /** Position of the share that a uniform draw falls into; the last share takes what is left. */
  Column choose(double[] shares, String purpose) {
    Column u = uniform(purpose);
    Column chosen = null;
    double upTo = 0;
    for (int i = 0; i < shares.length - 1; i++) {
      upTo += shares[i];
      chosen = chosen == null ? when(u.lt(upTo), i) : chosen.when(u.lt(upTo), i);
    }
    return chosen == null ? lit(0) : chosen.otherwise(shares.length - 1);
  }

  /** A whole count whose expectation is the given double: rounded up or down by chance. */
  Column count(Column expected, String purpose) {
    return floor(expected.plus(uniform(purpose)));
  }

  /** The value at a position, from 0. */
  static Column at(Collection<?> values, Column position) {
    return get(array(values.stream().map(functions::lit).toArray(Column[]::new)), position);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): close seeds give unlike streams. */
  public static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

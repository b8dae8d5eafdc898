package io.assay.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.exp;
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
 * Reproducible random columns: each is a function of what it is drawn for and of a row's index, so
 * that neither partitions nor their order change it.
 *
 * @param of what the index counts
 * @param index of the thing drawn for, a long
 */
record Draw(String of, Column index) {
  private static final double TWO_TO_MINUS_53 = 0x1p-53;
  private static final double DEVIATION = Math.sqrt(16 + 1 / 12.0);

  private Column bits(String purpose) {
    return xxhash64(lit(of + " " + purpose), index);
  }

  /** Uniform in [0, 1). */
  Column uniform(String purpose) {
    return shiftrightunsigned(bits(purpose), 11).cast("double").multiply(TWO_TO_MINUS_53);
  }

  /** Uniform whole number in [0, n). */
  Column below(int n, String purpose) {
    return pmod(bits(purpose), lit((long) n)).cast("int");
  }

  Column chance(double probability, String purpose) {
    return uniform(purpose).lt(probability);
  }

  /** Standard normal, nearly: the ones among 64 fair bits, smoothed by a uniform draw. */
  Column normal(String purpose) {
    return bit_count(bits(purpose))
        .cast("double")
        .plus(uniform(purpose + "~"))
        .minus(32.5)
        .divide(DEVIATION);
  }

  /** Log-normal with median 1 and this deviation of the logarithm. */
  Column factor(double deviation, String purpose) {
    return exp(normal(purpose).multiply(deviation));
  }

  /** One of the values, each as likely as the next. */
  Column pick(Collection<?> values, String purpose) {
    return at(values, below(values.size(), purpose));
  }

  /** Position of the share that a draw falls into; the last takes what is left. */
  Column choose(double[] shares, String purpose) {
    Column chosen = lit(shares.length - 1);
    double below = 0;
    for (int i = 0; i < shares.length - 1; i++) {
      below += shares[i];
    }
    for (int i = shares.length - 2; i >= 0; i--) {
      chosen = when(uniform(purpose).lt(below), i).otherwise(chosen);
      below -= shares[i];
    }
    return chosen;
  }

  /** The value at a position, from 0. */
  static Column at(Collection<?> values, Column position) {
    return get(array(values.stream().map(functions::lit).toArray(Column[]::new)), position);
  }
}

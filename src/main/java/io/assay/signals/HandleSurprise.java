package io.assay.signals;

import static org.apache.spark.sql.functions.udf;

import io.assay.text.HandleLetters;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures handles against all handles of their platform, see {@link HandleLetters}.
 *
 * @param platforms what was learnt of each platform; some 800 numbers, which go with every task
 */
record HandleSurprise(Map<String, HandleLetters> platforms) implements Serializable {

  /**
   * @param counted handles' transitions by platform, see {@link ProfileCounts}
   * @param atLeast handles that a platform must have to be learnt from
   */
  static HandleSurprise learnt(Map<String, long[]> counted, int atLeast) {
    Map<String, HandleLetters> learnt = new HashMap<>();
    counted.forEach(
        (platform, pairs) -> {
          HandleLetters letters = new HandleLetters(pairs);
          if (letters.handles() >= atLeast) {
            learnt.put(platform, letters);
          }
        });
    return new HandleSurprise(learnt);
  }

  /**
   * Bits a character; null without a handle, without a Latin letter or digit in it, and where the
   * platform has too few.
   */
  Double of(String platform, String handle) {
    HandleLetters letters = platforms.get(platform);
    return handle == null || letters == null ? null : letters.surprise(handle);
  }

  /** The same of a column of platforms and one of handles. */
  Column of(Column platform, Column handle) {
    UDF2<String, String, Double> surprise = this::of;
    return udf(surprise, DataTypes.DoubleType).apply(platform, handle);
  }
}

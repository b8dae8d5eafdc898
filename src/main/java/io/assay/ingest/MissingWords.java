package io.assay.ingest;

import java.util.Locale;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;

/** Words that programs write where there is no value. */
final class MissingWords {
  private static final Set<String> WORDS =
      Set.of(
          "nan",
          "none",
          "null",
          "nil",
          "undefined",
          "na",
          "n/a",
          "#n/a",
          "nat",
          "<na>",
          "<null>",
          "(null)",
          "\\n",
          "[object object]",
          "-",
          "--",
          "-1");

  private static final int LONGEST = 15;

  private MissingWords() {}

  /** In any case; blanks around a word do not count. */
  static boolean contain(UTF8String text) {
    UTF8String word = text.numBytes() > 2 * LONGEST ? text : text.trim();
    return word.numBytes() <= LONGEST && WORDS.contains(word.toString().toLowerCase(Locale.ROOT));
  }
}

package io.assay.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
          // So Spark's reader of JSON gives numbers that are none as texts.
          "\"nan\"",
          "\"infinity\"",
          "\"-infinity\"",
          "<na>",
          "<null>",
          "(null)",
          "\\n",
          "[object object]",
          "-",
          "--",
          "-1");

  private static final int LONGEST = 15;

  private static final Pattern A_NAME = Pattern.compile("[a-z]+");

  private MissingWords() {}

  /** In any case; blanks around a word do not count. */
  static boolean contain(UTF8String text) {
    UTF8String word = text.numBytes() > 2 * LONGEST ? text : text.trim();
    return word.numBytes() <= LONGEST && WORDS.contains(word.toString().toLowerCase(Locale.ROOT));
  }

  /** Those of them that nobody can have for a name. */
  static boolean containNoName(UTF8String text) {
    return contain(text)
        && !A_NAME.matcher(text.trim().toString().toLowerCase(Locale.ROOT)).matches();
  }
}

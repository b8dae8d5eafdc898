package io.assay.text;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** {@link CommentText} as functions of a column of texts. */
public final class TextUdfs {
  private static final UDF1<String, long[]> FLAGS =
      text -> {
        if (text == null) {
          return null;
        }
        CommentText measured = CommentText.of(text);
        return new long[] {
          measured.flags() | (long) measured.words() << Integer.SIZE, measured.exactKey()
        };
      };
  private static final UDF1<String, long[]> COPY_KEYS = CommentText::copyKeys;

  /**
   * Text to its flags and, in the upper half, its words; and the key of its exact normalised form
   * (array of two longs). Null of null: what was not crawled is no empty text.
   */
  public static final UserDefinedFunction FLAGS_AND_KEY =
      udf(FLAGS, DataTypes.createArrayType(DataTypes.LongType));

  /** Text to the keys by which copies are found (array of long). */
  public static final UserDefinedFunction KEYS_OF_COPIES =
      udf(COPY_KEYS, DataTypes.createArrayType(DataTypes.LongType));

  /** Text to the phrase it says, see {@link CommentText#stockPhrase} (string). */
  public static final UserDefinedFunction STOCK_PHRASE =
      udf((UDF1<String, String>) CommentText::stockPhrase, DataTypes.StringType);

  private TextUdfs() {}
}

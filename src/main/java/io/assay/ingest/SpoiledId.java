package io.assay.ingest;

import java.util.regex.Pattern;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What stands where an id should and is none: programs write a word for a missing one, spreadsheets
 * an error, a formula or a rounded number. Taken as ids they make one account of many.
 */
enum SpoiledId {
  MISSING_WORD(
      "no id but a word for a missing one, such as nan, None or null; a mapping whose accounts go by"
          + " their handles says ids: handles"),
  SPREADSHEET_ERROR("no id but a spreadsheet's error, such as #NAME?; export the ids as text"),
  FORMULA("no id but a spreadsheet's formula, such as =\"123\"; export the ids as plain text"),
  ROUNDED(
      "no id but a number in scientific form, such as 9.06E+17, whose last digits are lost; export"
          + " the ids as text"),
  FRACTION(
      "no id but a number with a fraction, such as 501.0; export the ids as text, or cast them in a"
          + " mapping"),
  CONTROL_CHARACTER("holds a character that no id has, such as U+0000");

  /** In any language: #NAME?, #¡VALOR!, #DIV/0!, #N/A, #Н/Д; and what is too wide for its cell. */
  private static final Pattern ERROR =
      Pattern.compile("#[\\p{L}/0¿¡]+[!?]|#\\p{Lu}/\\p{Lu}|#NV|#{3,}");

  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]+");

  private static final Pattern WITH_FRACTION = Pattern.compile("-?[0-9]+[.,][0-9]*");

  private final String reason;

  SpoiledId(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /**
   * What is wrong with an id; null if nothing is.
   *
   * @param handles whether ids are names that people chose, who may call themselves null or 1e5
   */
  static SpoiledId of(UTF8String id, boolean handles) {
    int length = id.numBytes();
    boolean digitsOnly = length > 0;
    for (int i = 0; i < length; i++) {
      byte b = id.getByte(i);
      if (b >= 0 && b < ' ' || b == 0x7f) {
        return CONTROL_CHARACTER;
      }
      digitsOnly &= b >= '0' && b <= '9';
    }
    return digitsOnly ? null : ofText(id.trim(), handles);
  }

  private static SpoiledId ofText(UTF8String id, boolean handles) {
    if (id.numBytes() == 0) {
      return null;
    }
    byte first = id.getByte(0);
    if (first == '#') {
      return ERROR.matcher(id.toString()).matches() ? SPREADSHEET_ERROR : null;
    }
    if (first == '=') {
      return FORMULA;
    }
    boolean number = first >= '0' && first <= '9' || first == '-' || first == '+';
    if (number) {
      String text = id.toString();
      // No handle holds a plus sign.
      if (SCIENTIFIC.matcher(text).matches() && (!handles || text.indexOf('+') >= 0)) {
        return ROUNDED;
      }
      if (!handles && WITH_FRACTION.matcher(text).matches()) {
        return FRACTION;
      }
    }
    boolean missing = handles ? MissingWords.containNoName(id) : MissingWords.contain(id);
    return missing ? MISSING_WORD : null;
  }
}

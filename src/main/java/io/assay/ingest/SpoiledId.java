package io.assay.ingest;

import io.assay.contracts.Field;
import java.util.regex.Pattern;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What stands where an id should and is none: programs write a word for a missing one, spreadsheets
 * an error, a formula or a rounded number. Taken as ids they make one account of many.
 */
enum SpoiledId {
  MISSING_WORD("no id but a word for a missing one, such as nan, None or null"),
  SPREADSHEET_ERROR("no id but a spreadsheet's error, such as #NAME?; export the ids as text"),
  FORMULA("no id but a spreadsheet's formula, such as =\"123\"; export the ids as plain text"),
  ROUNDED(
      "no id but a number in scientific form, such as 9.06E+17, whose last digits are lost; export"
          + " the ids as text"),
  FRACTION(
      "no id but a number with a fraction, such as 501.0; export the ids as text, or cast them in a"
          + " mapping"),
  STRUCTURE("no id but a list or an object, such as [\"501\"]; name an element of it in a mapping"),
  CONTROL_CHARACTER("holds a character that no id has, such as U+0000");

  /** In any language: #NAME?, #¡VALOR!, #DIV/0!, #N/A, #Н/Д; and what is too wide for its cell. */
  private static final Pattern ERROR =
      Pattern.compile("#[\\p{L}/0¿¡]+[!?]|#\\p{Lu}/\\p{Lu}|#NV|#{3,}");

  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]+");

  private static final Pattern WITH_FRACTION = Pattern.compile("-?[0-9]+[.,][0-9]*");

  /** A number of JSON, see {@link NumberTokens}. */
  private static final Pattern MARKED_FRACTION = Pattern.compile("-?[0-9]+\\.[0-9]+e0");

  /** As JSON and Python write lists and objects, and no sentence in brackets. */
  private static final Pattern LIST_OR_OBJECT =
      Pattern.compile(
          "(?is)\\[\\s*(\\]|[\"'\\[{0-9-].*\\]|(null|none|nan|true|false)\\s*(,.*)?\\])"
              + "|\\{\\s*(\\}|[\"'].*\\})");

  /** What an id is made of. */
  enum Naming {
    /** What a platform or a program numbers. */
    NUMBERED,
    /** Names that accounts chose, which may be null or 1e5. */
    HANDLES,
    /** Codes of a shop, which may be 5E10. */
    CODES;

    static Naming of(Field.IdOf idOf, boolean handles) {
      if (idOf == Field.IdOf.A_CODE) {
        return CODES;
      }
      return handles && idOf == Field.IdOf.AN_ACCOUNT ? HANDLES : NUMBERED;
    }
  }

  private final String reason;

  SpoiledId(String reason) {
    this.reason = reason;
  }

  String reason(Field.IdOf idOf) {
    return this == MISSING_WORD && idOf == Field.IdOf.AN_ACCOUNT
        ? reason + "; a mapping whose accounts go by their handles says ids: handles"
        : reason;
  }

  /** What is wrong with an id; null if nothing is. */
  static SpoiledId of(UTF8String id, Naming naming) {
    int length = id.numBytes();
    boolean digitsOnly = length > 0;
    for (int i = 0; i < length; i++) {
      byte b = id.getByte(i);
      if (b >= 0 && b < ' ' || b == 0x7f) {
        return CONTROL_CHARACTER;
      }
      digitsOnly &= b >= '0' && b <= '9';
    }
    return digitsOnly ? null : ofText(id.trim(), naming);
  }

  private static SpoiledId ofText(UTF8String id, Naming naming) {
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
    if (first == '[' || first == '{') {
      return LIST_OR_OBJECT.matcher(id.toString()).matches() ? STRUCTURE : null;
    }
    SpoiledId number =
        first >= '0' && first <= '9' || first == '-' || first == '+'
            ? ofNumber(id.toString(), naming)
            : null;
    if (number != null) {
      return number;
    }
    boolean missing =
        naming == Naming.HANDLES ? MissingWords.containNoName(id) : MissingWords.contain(id);
    return missing ? MISSING_WORD : null;
  }

  private static SpoiledId ofNumber(String text, Naming naming) {
    if (MARKED_FRACTION.matcher(text).matches()) {
      return FRACTION;
    }
    // No handle holds a plus sign, and of a code a spreadsheet makes 5.00E+10.
    if (SCIENTIFIC.matcher(text).matches()
        && (naming == Naming.NUMBERED || text.indexOf('+') >= 0)) {
      return ROUNDED;
    }
    return naming != Naming.HANDLES && WITH_FRACTION.matcher(text).matches() ? FRACTION : null;
  }
}

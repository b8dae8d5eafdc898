package io.assay.text;

import java.math.BigDecimal;

/**
 * Text as a cell of a CSV file (RFC 4180) that a person may open in a spreadsheet. Spreadsheets run
 * a cell that begins with {@code = + - @}, quoted or not, and ids come out of crawls. No quoting
 * that readers undo prevents that, so such a cell is preceded by an apostrophe, and so is one that
 * begins with an apostrophe: whoever takes one leading apostrophe away has the text as it was. All
 * other texts are read back exactly.
 */
public final class CsvText {
  /**
   * Also what spreadsheets skip before a sign, and the signs as East Asian keyboards write them.
   */
  private static final String RUN = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final char MARK = '\'';

  private CsvText() {}

  /** Whether a spreadsheet might run the text, or take its apostrophe for a mark. */
  public static boolean isMarked(String text) {
    return !text.isEmpty() && (RUN.indexOf(text.charAt(0)) >= 0 || text.charAt(0) == MARK);
  }

  /** The cell, quoted where it has to be. */
  public static String cell(String text) {
    return quoted(isMarked(text) ? MARK + text : text);
  }

  /** Any value as a cell: nothing as an empty one, numbers in full. */
  public static String value(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    return value instanceof String text ? cell(text) : quoted(value.toString());
  }

  /** The cell without a mark, for readers that are no spreadsheets. */
  public static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

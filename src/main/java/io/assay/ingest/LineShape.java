package io.assay.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a line of text reads as a record of its CSV file: as many cells as the header, of the
 * kinds that another record shows.
 */
final class LineShape implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,' ]*[%\\p{L}]{0,3}");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([ T].*)?");

  private final String separator;
  private final char quote;
  private final int cells;

  /** How much a line resembles a record. */
  enum Likeness {
    /** Another number of cells, or text where the record has numbers and times. */
    NONE,
    /** As many cells, none of which tells its kind. */
    WEAK,
    /** As many cells, and mostly numbers and times where the record has them. */
    STRONG
  }

  private enum CellKind {
    EMPTY,
    NUMBER,
    TIME,
    TEXT
  }

  /**
   * @param cells of the header
   */
  LineShape(String separator, char quote, int cells) {
    this.separator = separator;
    this.quote = quote;
    this.cells = cells;
  }

  int cells() {
    return cells;
  }

  /** The cells of a line; a quote that is not closed in it holds the rest. */
  List<String> split(String line) {
    List<String> split = new ArrayList<>();
    int from = 0;
    while (true) {
      int search = from;
      if (from < line.length() && line.charAt(from) == quote) {
        search = closing(line, from + 1);
        if (search < 0) {
          split.add(line.substring(from));
          return split;
        }
      }
      int end = line.indexOf(separator, search);
      split.add(line.substring(from, end < 0 ? line.length() : end));
      if (end < 0) {
        return split;
      }
      from = end + separator.length();
    }
  }

  /** Behind the quote that closes a cell; -1 if none does. */
  private int closing(String line, int from) {
    int at = line.indexOf(quote, from);
    while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == quote) {
      at = line.indexOf(quote, at + 2);
    }
    return at < 0 ? -1 : at + 1;
  }

  /**
   * @param like cells of a record of the file; null where one is not known
   */
  Likeness of(String line, String[] like) {
    return of(split(line), like);
  }

  Likeness of(List<String> found, String[] like) {
    if (found.size() != cells) {
      return Likeness.NONE;
    }
    int alike = 0;
    int unlike = 0;
    for (int i = 0; i < cells; i++) {
      CellKind known = like[i] == null ? CellKind.EMPTY : kind(like[i]);
      CellKind own = kind(found.get(i));
      if (own != CellKind.EMPTY && (known == CellKind.NUMBER || known == CellKind.TIME)) {
        alike += own == known ? 1 : 0;
        unlike += own == known ? 0 : 1;
      }
    }
    if (alike > unlike) {
      return Likeness.STRONG;
    }
    return unlike > 0 ? Likeness.NONE : Likeness.WEAK;
  }

  private CellKind kind(String cell) {
    String text = cell.strip();
    if (text.length() > 1 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote) {
      text = text.substring(1, text.length() - 1).strip();
    }
    if (text.isEmpty()) {
      return CellKind.EMPTY;
    }
    if (TIME.matcher(text).matches()) {
      return CellKind.TIME;
    }
    return NUMBER.matcher(text).matches() ? CellKind.NUMBER : CellKind.TEXT;
  }
}

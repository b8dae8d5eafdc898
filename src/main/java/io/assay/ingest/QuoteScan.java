package io.assay.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads a CSV file line by line, as quotes are meant to be written, and finds one that is not
 * closed: its cell goes to the end of the file, or the quote that should close it stands amid text;
 * and lines below it read as records. Where the quotes of a cell are closed, most of several lines
 * have to read so; of two lines the first has to be whole without the second.
 */
final class QuoteScan {
  /** So many records within a cell are no coincidence. */
  private static final int SEVERAL = 2;

  private final LineShape shape;
  private final String separator;
  private final char quote;
  private final char escape;
  private final char comment;

  private int number;
  private boolean recordIsOpen;
  private boolean cellIsOpen;
  private int openedIn;
  private String[] example;
  private String[] like;
  private List<String> before = List.of();
  private boolean looksWhole;
  private int below;
  private int alike;
  private int strong;

  QuoteScan(CsvHead head) {
    separator = head.separator();
    quote = head.options().get("quote").charAt(0);
    escape = head.options().get("escape").charAt(0);
    comment = head.options().getOrDefault("comment", "\0").charAt(0);
    shape = new LineShape(separator, quote, head.names().size());
    example = new String[shape.cells()];
  }

  /**
   * The line of a file in which a quote opens that is not closed; 0 if none does.
   *
   * @throws BrokenFile if the file cannot be read
   */
  static int openQuote(
      Configuration conf, InputFile file, Map<String, String> options, UsedNames used) {
    CsvHead head = CsvHead.of(conf, file, CsvFiles.withDefaults(options), used).head();
    try (BufferedInputStream bytes = new BufferedInputStream(file.open(conf));
        BufferedReader reader = CsvHead.reader(bytes, head.options())) {
      return new QuoteScan(head).find(reader);
    } catch (IOException e) {
      throw new BrokenFile(List.of(file), "broken container: " + e.getMessage(), e);
    }
  }

  /** The number of the line in which such a quote opens, from 1; 0 if there is none. */
  int find(BufferedReader file) throws IOException {
    String line;
    while ((line = file.readLine()) != null) {
      number++;
      if (cellIsOpen) {
        count(line);
      }
      if (swallows(line)) {
        return openedIn;
      }
    }
    return cellIsOpen && number > openedIn && looksUnclosed() ? openedIn : 0;
  }

  private void count(String line) {
    if (!line.isBlank()) {
      LineShape.Likeness likeness = shape.of(line, like);
      below++;
      alike += likeness == LineShape.Likeness.NONE ? 0 : 1;
      strong += likeness == LineShape.Likeness.STRONG ? 1 : 0;
    }
  }

  /** Reads a line, and says whether it ends a cell that swallowed records. */
  private boolean swallows(String line) {
    recordIsOpen = cellIsOpen;
    if (!recordIsOpen && line.startsWith(String.valueOf(comment))) {
      return false;
    }
    int at = 0;
    while (at >= 0) {
      if (!cellIsOpen && (at >= line.length() || line.charAt(at) != quote)) {
        at = behindSeparator(line, at);
        continue;
      }
      if (!cellIsOpen) {
        open(line, at);
        at++;
      }
      int closing = closing(line, at);
      if (closing < 0) {
        return false;
      }
      cellIsOpen = false;
      boolean closes = closes(line, closing + 1);
      boolean swallowed = looksSwallowing() || swallowsOne(line, closing);
      if (openedIn < number && (closes ? swallowed : looksUnclosed())) {
        return true;
      }
      at = behindSeparator(line, closing + 1);
    }
    if (!recordIsOpen) {
      List<String> cells = shape.split(line);
      example = cells.size() == shape.cells() ? cells.toArray(String[]::new) : example;
    }
    return false;
  }

  private void open(String line, int at) {
    cellIsOpen = true;
    openedIn = number;
    below = 0;
    alike = 0;
    strong = 0;
    like = example.clone();
    before = List.of();
    looksWhole = false;
    if (!recordIsOpen && at > 0) {
      before = shape.split(line.substring(0, at - separator.length()));
      looksWhole = looksWhole(line.substring(at + 1));
      for (int i = 0; i < Math.min(before.size(), like.length); i++) {
        like[i] = before.get(i);
      }
    }
  }

  /** Where the next cell begins; -1 behind the last. */
  private int behindSeparator(String line, int from) {
    int end = line.indexOf(separator, from);
    return end < 0 ? -1 : end + separator.length();
  }

  /** The quote that is not escaped; -1 if there is none. */
  private int closing(String line, int from) {
    int at = from;
    while (at < line.length()) {
      boolean quoteFollows = at + 1 < line.length() && line.charAt(at + 1) == quote;
      if (line.charAt(at) == escape && quoteFollows) {
        at += 2;
      } else if (line.charAt(at) == quote) {
        return at;
      } else {
        at++;
      }
    }
    return -1;
  }

  /** Whether the cell ends where its quote closes, but for blanks. */
  private boolean closes(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ' && !line.startsWith(separator, at)) {
      at++;
    }
    return at == line.length() || line.startsWith(separator, at);
  }

  /** Whether the record in which a quote opens has all its cells on that line. */
  private boolean looksWhole(String behindQuote) {
    List<String> cells = new ArrayList<>(before);
    cells.addAll(shape.split(behindQuote));
    String[] behind = example.clone();
    Arrays.fill(behind, 0, Math.min(before.size() + 1, behind.length), null);
    return shape.of(cells, behind) != LineShape.Likeness.NONE;
  }

  /**
   * Whether a cell of two lines is one record's, which is whole without the second, and the next
   * record's. Only the cells before the one that is closed tell, for those behind would be there
   * anyway.
   */
  private boolean swallowsOne(String line, int closing) {
    List<String> cells = shape.split(line.substring(0, closing));
    if (below != 1 || !looksWhole || cells.size() != before.size() + 1) {
      return false;
    }
    String[] whole = Arrays.copyOf(cells.toArray(String[]::new), shape.cells());
    Arrays.fill(whole, before.size(), whole.length, "");
    return shape.of(Arrays.asList(whole), like) == LineShape.Likeness.STRONG;
  }

  private boolean looksUnclosed() {
    return strong > 0 || alike > 0 && alike * 2 >= below;
  }

  private boolean looksSwallowing() {
    return strong >= SEVERAL && strong * 2 >= below;
  }
}

package io.assay.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in lines that fit a terminal. */
public final class Wrapped {
  /** Characters of a line. */
  static final int WIDTH = 100;

  /** A number keeps its percent sign. */
  private static final Pattern BREAKS = Pattern.compile(" (?!%)");

  private Wrapped() {}

  /**
   * The lines of a text, broken between words; a longer word has a line to itself.
   *
   * @param first what the first line begins with
   * @param rest what every other one begins with
   */
  public static List<String> lines(String first, String rest, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    for (String word : BREAKS.split(text)) {
      if (line.length() + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(rest);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}

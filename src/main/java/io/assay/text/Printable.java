package io.assay.text;

import java.util.Locale;

/**
 * Text as a terminal can be given it, with control characters made visible: a name out of a crawl
 * stays in its line and moves no cursor.
 */
public final class Printable {
  private Printable() {}

  /** The text so written. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          safe.append(String.format(Locale.ROOT, "\\u%04x", c));
      default -> safe.appendCodePoint(c);
    }
  }
}

package io.assay.cli.text;

import io.assay.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** A page for a terminal: headings, and under them paragraphs, points and tables. */
final class PageText {
  private final List<String> lines = new ArrayList<>();

  void title(String text) {
    lines.addAll(Wrapped.lines("", "", text));
  }

  void heading(String text) {
    lines.add("");
    lines.add(text);
  }

  void paragraph(String text) {
    lines.addAll(Wrapped.lines("  ", "  ", text));
  }

  void point(String text) {
    lines.addAll(Wrapped.lines("  - ", "    ", text));
  }

  /** What belongs to the point before it. */
  void detail(String text) {
    lines.addAll(Wrapped.lines("    ", "    ", text));
  }

  void table(TextTable table) {
    table.toString().lines().forEach(line -> lines.add("  " + line));
  }

  /** The lines. What a crawl brought along, be it a line break, moves nothing on a terminal. */
  List<String> lines() {
    return lines.stream().map(Printable::of).toList();
  }
}

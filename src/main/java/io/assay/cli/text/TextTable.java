package io.assay.cli.text;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns as wide as they need, numbers to the right. */
public final class TextTable {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... head) {
    this.head = List.of(head);
  }

  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(head, text);
    line(head.stream().map(h -> "").toList(), text, '-');
    rows.forEach(row -> line(row, text));
    return text.toString();
  }

  private void line(List<String> cells, StringBuilder text) {
    line(cells, text, ' ');
  }

  private void line(List<String> cells, StringBuilder text, char fill) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < head.size(); i++) {
      String pad = String.valueOf(fill).repeat(width(i) - cells.get(i).length());
      line.append(i == 0 ? "" : "  ").append(isNumber(i) ? pad + cells.get(i) : cells.get(i) + pad);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private int width(int column) {
    return rows.stream()
        .mapToInt(row -> row.get(column).length())
        .reduce(head.get(column).length(), Math::max);
  }

  private boolean isNumber(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).matches("-|[0-9][0-9,.]*( %)?"));
  }
}

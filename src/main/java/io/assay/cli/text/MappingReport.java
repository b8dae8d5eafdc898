package io.assay.cli.text;

import io.assay.ingest.FeedCheck;
import io.assay.ingest.FeedCheck.Refusal;
import io.assay.ingest.LostLimits;
import io.assay.ingest.LostValue;
import io.assay.ingest.Unread;
import io.assay.settings.IngestSettings;
import io.assay.text.Printable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What a mapping makes of a sample, for the person who writes the mapping. */
public final class MappingReport {
  private static final int WIDTH = 100;
  private static final int CELL = 28;
  private static final int RECORD = 300;

  private final PrintStream out;
  private final IngestSettings settings;

  /**
   * @param settings say when an ingest stops
   */
  public MappingReport(PrintStream out, IngestSettings settings) {
    this.out = out;
    this.settings = settings;
  }

  /** One feed: what was counted, some rows, which columns are filled, what would be refused. */
  public void print(FeedCheck check) {
    out.printf(
        "%s: %s of %s = %s accepted + %s + %s quarantined%n",
        check.feed().name(),
        Texts.counted(check.records(), "record"),
        Texts.counted(check.files().size(), "file"),
        Texts.count(check.accepted()),
        Texts.counted(check.duplicates(), "duplicate"),
        Texts.count(check.quarantined()));
    check.notes().forEach(note -> out.println(Printable.of(note)));
    rows(check);
    filled(check);
    lost(check);
    refusals(check);
    if (check.quarantined() > settings.maxQuarantinedShare() * check.records()) {
      out.println(
          "an ingest would stop: more than ingest.max_quarantined_share = "
              + settings.maxQuarantinedShare());
    }
    out.println();
  }

  /** What of a delivery no feed reads. */
  public static void unread(PrintStream out, List<Unread> files) {
    for (Unread file : files) {
      out.println(
          "read by no feed: " + Printable.of(file.name()) + " (" + Printable.of(file.why()) + ")");
    }
  }

  /** As many columns beside each other as fit, the others below, by the number of the row. */
  private void rows(FeedCheck check) {
    if (check.rows().isEmpty()) {
      return;
    }
    List<String> columns = List.copyOf(check.filled().keySet());
    int from = 0;
    while (from < columns.size()) {
      int to = from;
      int width = 2;
      while (to < columns.size()
          && (to == from || width + 2 + width(check, columns, to) <= WIDTH)) {
        width += 2 + width(check, columns, to++);
      }
      out.println();
      out.print(table(check, columns, from, to));
      from = to;
    }
  }

  private static TextTable table(FeedCheck check, List<String> columns, int from, int to) {
    List<String> head = new ArrayList<>(List.of("#"));
    head.addAll(columns.subList(from, to));
    TextTable table = new TextTable(head.toArray(String[]::new));
    for (int row = 0; row < check.rows().size(); row++) {
      List<String> cells = new ArrayList<>(List.of(String.valueOf(row + 1)));
      check.rows().get(row).subList(from, to).forEach(value -> cells.add(cell(value, CELL)));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static int width(FeedCheck check, List<String> columns, int column) {
    return check.rows().stream()
        .mapToInt(row -> cell(row.get(column), CELL).length())
        .reduce(columns.get(column).length(), Math::max);
  }

  private void filled(FeedCheck check) {
    long usable = check.accepted() + check.duplicates();
    out.println();
    if (usable == 0) {
      return;
    }
    List<String> always = new ArrayList<>();
    List<String> partly = new ArrayList<>();
    List<String> never = new ArrayList<>();
    check
        .filled()
        .forEach(
            (column, count) -> {
              if (count == usable) {
                always.add(column);
              } else if (count == 0) {
                never.add(column);
              } else {
                partly.add(column + " " + Texts.count(count));
              }
            });
    line("always filled", always);
    line("filled in some records", partly);
    line("never filled", never);
  }

  private void line(String label, List<String> columns) {
    if (!columns.isEmpty()) {
      out.println(label + ": " + String.join(", ", columns));
    }
  }

  private void lost(FeedCheck check) {
    if (check.conflicts() > 0) {
      out.println(
          "of the duplicates "
              + Texts.count(check.conflicts())
              + " differ from the record that is kept in "
              + String.join(" or ", check.feed().tellsApart()));
    }
    for (FeedCheck.Loss loss : check.losses()) {
      LostValue lost = loss.value();
      out.println(
          "null: "
              + lost.field()
              + " in "
              + Texts.counted(lost.records(), "record")
              + ", where its value is "
              + Printable.of(lost.reason())
              + (loss.file() == null ? "" : "; for example in " + Printable.of(loss.file())));
      if (loss.record() != null) {
        out.println("  " + cell(loss.record(), RECORD));
      }
    }
    long usable = check.accepted() + check.duplicates();
    String limit = LostLimits.exceeded(check.feed().name(), check.lost(), usable, settings);
    if (limit != null) {
      out.println("an ingest would stop: " + Printable.of(limit));
    }
  }

  private void refusals(FeedCheck check) {
    for (Refusal refusal : check.refusals()) {
      out.println(
          "quarantined: "
              + Texts.counted(refusal.records(), "record")
              + ", "
              + (refusal.field() == null ? "" : refusal.field() + " ")
              + Printable.of(refusal.reason())
              + "; for example in "
              + Printable.of(refusal.file()));
      if (refusal.record() != null) {
        out.println("  " + cell(refusal.record(), RECORD));
      }
    }
  }

  private static String cell(String value, int most) {
    if (value == null) {
      return "-";
    }
    int characters = value.codePointCount(0, value.length());
    if (characters <= most) {
      return Printable.of(value);
    }
    return Printable.of(value.substring(0, value.offsetByCodePoints(0, most - 1))) + "…";
  }
}

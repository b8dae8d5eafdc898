package io.assay.ingest;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first rows of a CSV file, down to its header: the first row with text, below the lines that
 * an option passes over. Without the option, where that row does not name the columns that are
 * looked for, it is the first below it that does.
 *
 * @param header names as they stand, without blanks around them; empty where there is none
 * @param above rows with text above it
 * @param isBelow whether anything stands above it
 */
record CsvTop(List<String> header, List<List<String>> above, boolean isBelow) {
  private static final int LINE = 1 << 16;

  /** Notes above a table end before so many rows. */
  private static final int ROWS = 100;

  /** By it Excel is told what parts the cells. */
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\"?sep=([^\"])\"?[,;\\s]*", Pattern.CASE_INSENSITIVE);

  /** What a first line such as {@code sep=;} names; null for every other. Reads nothing. */
  static String separatorLine(BufferedReader reader) throws IOException {
    Matcher line = SEPARATOR_LINE.matcher(firstLine(reader));
    return line.matches() ? line.group(1) : null;
  }

  static CsvTop read(
      BufferedReader reader, Map<String, String> options, String separator, UsedNames used)
      throws IOException {
    if (options.containsKey(CsvHead.SKIP_LINES)) {
      return below(Integer.parseInt(options.get(CsvHead.SKIP_LINES)), reader, options, separator);
    }
    boolean blank = isBlank(firstLine(reader), separator);
    boolean named = separatorLine(reader) != null;
    List<List<String>> rows = new ArrayList<>();
    CsvParser parser = parser(options, separator);
    parser.beginParsing(reader);
    List<String> row = next(parser);
    row = named ? next(parser) : row;
    int header = 0;
    while (row != null && rows.size() < ROWS) {
      rows.add(row);
      if (used.names().isEmpty() || used.tell(CsvNames.of(row))) {
        header = rows.size() - 1;
        break;
      }
      row = next(parser);
    }
    parser.stopParsing();
    return rows.isEmpty()
        ? new CsvTop(List.of(), List.of(), blank || named)
        : new CsvTop(rows.get(header), rows.subList(0, header), blank || named || header > 0);
  }

  private static CsvTop below(
      int lines, BufferedReader reader, Map<String, String> options, String separator)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      String line = reader.readLine();
      text.append(line == null ? "" : line).append('\n');
    }
    List<List<String>> above = new ArrayList<>();
    CsvParser parser = parser(options, separator);
    parser.beginParsing(new StringReader(text.toString()));
    for (List<String> row = next(parser); row != null; row = next(parser)) {
      above.add(row);
    }
    parser.stopParsing();
    boolean blank = isBlank(firstLine(reader), separator);
    parser.beginParsing(reader);
    List<String> header = next(parser);
    parser.stopParsing();
    return new CsvTop(header == null ? List.of() : header, above, blank || lines > 0);
  }

  /** The next row with text; null behind the last. */
  private static List<String> next(CsvParser parser) {
    String[] row;
    while ((row = parser.parseNext()) != null) {
      List<String> cells = Arrays.stream(row).map(CsvTop::stripped).toList();
      if (!cells.stream().allMatch(String::isEmpty)) {
        return cells;
      }
    }
    return null;
  }

  private static CsvParser parser(Map<String, String> options, String separator) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(separator);
    // As in Spark there are no comments unless one asks for them.
    settings.getFormat().setComment(options.getOrDefault("comment", "\0").charAt(0));
    settings.getFormat().setQuote(options.get("quote").charAt(0));
    settings.getFormat().setQuoteEscape(options.get("escape").charAt(0));
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(20_000);
    return new CsvParser(settings);
  }

  private static String firstLine(BufferedReader reader) throws IOException {
    char[] line = new char[LINE];
    reader.mark(LINE);
    int read = Math.max(reader.read(line), 0);
    reader.reset();
    return new String(line, 0, read).split("[\r\n]", 2)[0];
  }

  private static boolean isBlank(String line, String separator) {
    return line.replace(separator, "").replace("\"", "").isBlank();
  }

  private static String stripped(String cell) {
    return cell == null ? "" : cell.strip();
  }
}

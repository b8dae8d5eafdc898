package io.assay.ingest;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * How a CSV file is written, as its first bytes and its header show. Files of the same head are
 * read together.
 *
 * @param written names as they stand in the header; empty where there is none
 * @param names of the columns: those written, each once and none empty; no name for an empty file
 * @param isBelow whether something without text stands above the header
 * @param options Spark's read options for the file
 */
record CsvHead(
    List<String> written, List<String> names, boolean isBelow, Map<String, String> options) {
  private static final int BOM = 0xFEFF;
  private static final int LINE = 1 << 16;

  /**
   * @param options of the delivery's CSV
   * @throws BrokenFile if the file cannot be unpacked
   */
  static CsvHead of(Configuration conf, InputFile file, Map<String, String> options) {
    try (BufferedInputStream bytes = new BufferedInputStream(file.open(conf))) {
      Map<String, String> own = ofFile(file, options, CsvEncoding.byMark(bytes));
      String encoding = CsvEncoding.isUtf8(own) ? "UTF-8" : own.get("encoding");
      try (BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, encoding))) {
        reader.mark(1);
        if (reader.read() != BOM) {
          reader.reset();
        }
        String separator = separator(own);
        boolean below = isBlank(firstLine(reader), separator);
        List<String> written = header(reader, own, separator);
        return new CsvHead(written, names(written), below, Collections.unmodifiableMap(own));
      }
    } catch (IOException e) {
      throw new BrokenFile(List.of(file), "broken container: " + e.getMessage(), e);
    }
  }

  /** Where a column's name is not the one written; null where all are. */
  String renamed() {
    List<String> renamed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(written.get(i))) {
        renamed.add("column " + (i + 1) + " is " + names.get(i));
      }
    }
    return renamed.isEmpty() ? null : String.join(", ", renamed);
  }

  /** Marks and endings say more of a file than a mapping, which speaks of all. */
  private static Map<String, String> ofFile(
      InputFile file, Map<String, String> options, String marked) {
    Map<String, String> own = SourceOptions.none();
    own.putAll(options);
    if (marked != null) {
      own.put("encoding", marked);
    }
    if (CsvEncoding.isUtf8(own)) {
      own.remove("encoding"); // so that files with a mark and without are of one head
    }
    if (!own.containsKey("sep") && !own.containsKey("delimiter") && Format.isTabbed(file.name())) {
      own.put("sep", "\t");
    }
    if (!CsvEncoding.hasPlainLineBreaks(own)) {
      own.put("multiLine", "true"); // Spark would look for the byte of a line break
    }
    return own;
  }

  private static String separator(Map<String, String> options) {
    return options.getOrDefault("sep", options.getOrDefault("delimiter", ",")).replace("\\t", "\t");
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

  private static List<String> header(
      BufferedReader reader, Map<String, String> options, String separator) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(separator);
    // As in Spark there are no comments unless one asks for them.
    settings.getFormat().setComment(options.getOrDefault("comment", "\0").charAt(0));
    settings.getFormat().setQuote(options.get("quote").charAt(0));
    settings.getFormat().setQuoteEscape(options.get("escape").charAt(0));
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(20_000);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(reader);
    List<String> cells;
    do {
      String[] row = parser.parseNext();
      cells = row == null ? List.of() : Arrays.stream(row).map(CsvHead::stripped).toList();
    } while (!cells.isEmpty() && cells.stream().allMatch(String::isEmpty));
    parser.stopParsing();
    return cells;
  }

  private static String stripped(String cell) {
    return cell == null ? "" : cell.strip();
  }

  /** Spark does not tell names by their case. */
  private static List<String> names(List<String> written) {
    Set<String> taken = new HashSet<>();
    written.forEach(name -> taken.add(lower(name)));
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String name = written.get(i);
      if (name.isEmpty()) {
        names.add(free("unnamed_", i + 1, taken));
      } else {
        names.add(seen.add(lower(name)) ? name : free(name + "_", 2, taken));
      }
    }
    return names;
  }

  private static String free(String stem, int from, Set<String> taken) {
    int number = from;
    while (!taken.add(lower(stem + number))) {
      number++;
    }
    return stem + number;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

package io.assay.ingest;

import io.assay.contracts.UserError;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * How a CSV file is written, as its first bytes and its header show. Files of the same head are
 * read together.
 *
 * @param written names as they stand in the header; empty where there is none
 * @param names of the columns: those written, each once and none empty; no name for an empty file
 * @param isBelow whether something stands above the header
 * @param options Spark's read options for the file
 */
record CsvHead(
    List<String> written, List<String> names, boolean isBelow, Map<String, String> options) {
  /** How many lines stand above the header; not one of Spark's options. */
  static final String SKIP_LINES = "skip_lines";

  private static final int BOM = 0xFEFF;

  /**
   * The head of one file.
   *
   * @param head what it shares with others
   * @param above rows with text that stand above the header
   */
  record OfFile(CsvHead head, List<List<String>> above) {}

  /**
   * @param options of the delivery's CSV
   * @param used names that are looked for
   * @throws BrokenFile if the file cannot be unpacked
   * @throws UserError if no header stands where the options say
   */
  static OfFile of(
      Configuration conf, InputFile file, Map<String, String> options, UsedNames used) {
    try (BufferedInputStream bytes = new BufferedInputStream(file.open(conf))) {
      requireText(file, bytes);
      Map<String, String> own = ofFile(file, options, CsvEncoding.byMark(bytes));
      try (BufferedReader reader = reader(bytes, own)) {
        String separator = CsvTop.separatorLine(reader);
        if (separator != null) {
          own.put("sep", separator);
        }
        CsvTop top = CsvTop.read(reader, own, separator(own), used);
        if (own.containsKey(SKIP_LINES)) {
          requireHeader(file, own.get(SKIP_LINES), top, used);
        }
        own.remove(SKIP_LINES);
        List<String> written = top.header();
        CsvHead head =
            new CsvHead(
                written, CsvNames.of(written), top.isBelow(), Collections.unmodifiableMap(own));
        return new OfFile(head, top.above());
      }
    } catch (UnpackedTooMuch e) {
      throw UnpackedTooMuch.of(file.name(), e.getMessage());
    } catch (IOException e) {
      throw new BrokenFile(List.of(file), "broken container: " + e.getMessage(), e);
    }
  }

  private static void requireText(InputFile file, BufferedInputStream bytes) throws IOException {
    String other = CsvEncoding.noText(bytes);
    if (other != null) {
      throw new BrokenFile(
          List.of(file), "broken container: by its first bytes it is " + other, null);
    }
  }

  /** The file's text, without a byte order mark. */
  static BufferedReader reader(BufferedInputStream bytes, Map<String, String> options)
      throws IOException {
    String encoding = CsvEncoding.isUtf8(options) ? "UTF-8" : options.get("encoding");
    BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, encoding));
    reader.mark(1);
    if (reader.read() != BOM) {
      reader.reset();
    }
    return reader;
  }

  /** The text between two cells. */
  String separator() {
    return separator(options);
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

  private static void requireHeader(InputFile file, String lines, CsvTop top, UsedNames used) {
    boolean empty = top.header().isEmpty() && top.above().isEmpty();
    boolean known = used.names().isEmpty() || used.isAnyIn(CsvNames.of(top.header()));
    if (!empty && (top.header().isEmpty() || !known)) {
      throw new UserError(
          file.name()
              + " has no header below its first lines, which the mapping's option skip_lines: "
              + lines
              + " passes over; there stands "
              + (top.header().isEmpty() ? "nothing" : String.join(", ", top.header())),
          "Write how many lines stand above the header, which names "
              + String.join(", ", used.names().stream().sorted().toList())
              + "; or leave the option out: a header that names all these columns is found.");
    }
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
}

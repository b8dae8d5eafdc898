package io.assay.ingest;

import io.assay.settings.Section;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The read options of a mapping file: Spark's, named without regard to case as Spark does, and with
 * those values refused that would end a run without a clear word.
 */
final class SourceOptions {
  /** What JSON may be written in: its bytes are read first and decoded then. */
  private static final List<String> JSON_ENCODINGS = List.of("UTF-8", "ISO-8859-1");

  private SourceOptions() {}

  static Map<String, String> none() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }

  /** Notes what cannot be used as problems of the section. */
  static Map<String, String> read(Section section, Format format) {
    Map<String, String> options = none();
    options.putAll(section.texts());
    refuseUnless(section, options, "multiLine", List.of("true", "false"));
    if (options.containsKey("charset")) { // Spark's other name for it
      options.putIfAbsent("encoding", options.get("charset"));
    }
    refuseUnlessLines(section, options, format);
    ZonePatterns.refuse(section, options);
    if (format == Format.CSV) {
      // Columns are found by name, so a file without names cannot be mapped.
      refuseUnless(section, options, "header", List.of("true"));
      refuseUnlessOneCharacter(section, options, "quote");
      refuseUnlessOneCharacter(section, options, "escape");
      refuseUnlessOneCharacter(section, options, "comment");
      refuseUnlessCharset(section, options);
      for (String separator : List.of("sep", "delimiter")) {
        if (options.getOrDefault(separator, ",").isEmpty()) {
          section.problem(separator, "empty", "the text between two cells");
        }
      }
    }
    if (format == Format.JSON) {
      refuseUnless(section, options, "encoding", JSON_ENCODINGS);
    }
    return Collections.unmodifiableMap(options);
  }

  private static void refuseUnlessLines(
      Section section, Map<String, String> options, Format format) {
    String lines = options.get(CsvHead.SKIP_LINES);
    if (lines != null && (format != Format.CSV || !lines.matches("[0-9]{1,4}"))) {
      section.problem(
          CsvHead.SKIP_LINES,
          lines,
          format == Format.CSV
              ? "how many lines stand above the header, such as 3"
              : "nothing; it is of CSV alone");
    }
  }

  private static void refuseUnless(
      Section section, Map<String, String> options, String name, List<String> allowed) {
    String value = options.get(name);
    if (value != null && allowed.stream().noneMatch(value::equalsIgnoreCase)) {
      section.problem(name, value, String.join(" or ", allowed));
    }
  }

  private static void refuseUnlessOneCharacter(
      Section section, Map<String, String> options, String name) {
    String value = options.get(name);
    if (value != null && value.length() != 1) {
      section.problem(name, value.isEmpty() ? "empty" : value, "one character");
    }
  }

  private static void refuseUnlessCharset(Section section, Map<String, String> options) {
    String value = options.getOrDefault("encoding", "UTF-8");
    try {
      Charset.forName(value);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      section.problem(
          "encoding",
          value,
          "a character set that Java knows, such as UTF-8, windows-1252 or Shift_JIS");
    }
  }
}

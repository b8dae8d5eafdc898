package io.assay.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;

/** The character set of a CSV file, and how text shows that it is in another. */
final class CsvEncoding {
  /** What Java reads for bytes that are no character. */
  private static final char REPLACEMENT = '\uFFFD';

  private CsvEncoding() {}

  /** What a byte order mark at the file's begin tells; null where there is none. Reads nothing. */
  static String byMark(BufferedInputStream bytes) throws IOException {
    bytes.mark(4);
    byte[] first = bytes.readNBytes(4);
    bytes.reset();
    if (begins(first, 0xEF, 0xBB, 0xBF)) {
      return "UTF-8";
    }
    if (begins(first, 0xFF, 0xFE, 0, 0) || begins(first, 0, 0, 0xFE, 0xFF)) {
      return "UTF-32";
    }
    return begins(first, 0xFF, 0xFE) || begins(first, 0xFE, 0xFF) ? "UTF-16" : null;
  }

  /** What a file is whose first bytes are those of no text; null for others. Reads nothing. */
  static String noText(BufferedInputStream bytes) throws IOException {
    bytes.mark(8);
    byte[] first = bytes.readNBytes(8);
    bytes.reset();
    if (begins(first, 'P', 'K', 3, 4)) {
      return "a zip archive or a workbook such as .xlsx, which its name does not say";
    }
    if (begins(first, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "a workbook such as .xls; save it as CSV";
    }
    String packed = begins(first, 0x1F, 0x8B) ? ".gz" : null;
    packed =
        begins(first, 'B', 'Z', 'h', '1') || begins(first, 'B', 'Z', 'h', '9') ? ".bz2" : packed;
    packed = begins(first, 0xFD, '7', 'z', 'X', 'Z', 0) ? ".xz" : packed;
    packed = begins(first, 0x28, 0xB5, 0x2F, 0xFD) ? ".zst" : packed;
    return packed == null ? null : "packed: add " + packed + " to its name";
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || bytes[i] != (byte) with[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-8 is read byte by byte, so that a row that is none is told. */
  static boolean isUtf8(Map<String, String> options) {
    return charset(options).equals(StandardCharsets.UTF_8);
  }

  /** A text whose UTF-8 is read as Latin-1, which loses no byte. */
  static String asBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Whether a line break and what parts cells are single bytes, as in ASCII. */
  static boolean hasPlainLineBreaks(Map<String, String> options) {
    Charset charset = charset(options);
    String signs = "\n\r,;\"\t";
    return charset.canEncode()
        && Arrays.equals(signs.getBytes(charset), signs.getBytes(StandardCharsets.US_ASCII));
  }

  /** Why a cell of another encoding than UTF-8 shows that it is not in that; null if it may be. */
  static Column fault(Map<String, String> options, Column cell) {
    Charset charset = charset(options);
    if (charset.equals(StandardCharsets.ISO_8859_1)) {
      return when(
          cell.rlike("[\\x{80}-\\x{84}\\x{86}-\\x{9F}]"),
          "not ISO-8859-1 but control characters; it may be windows-1252");
    }
    boolean stands = !charset.canEncode() || charset.newEncoder().canEncode(REPLACEMENT);
    return stands
        ? lit(null).cast("string")
        : when(cell.contains(String.valueOf(REPLACEMENT)), "not " + charset.name());
  }

  private static Charset charset(Map<String, String> options) {
    return Charset.forName(options.getOrDefault("encoding", "UTF-8"));
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of CSV that are no records: those without text, which spreadsheets leave below a table, and
 * headers that stand once more where files were put together. Each row is told by its first cells,
 * so that the others cost nothing.
 */
final class NoRecords {
  /** Whether a row has no text (boolean). */
  static final String BLANK = "_assay_blank";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private NoRecords() {}

  /**
   * Whether a row, as Spark reads it, is without text.
   *
   * @param unfit the row as it stands in the file, where its cells are not as many as the header's
   */
  static Column isBlank(CsvHead head, Column unfit) {
    Column blank = lit(true);
    for (String name : head.names()) {
      blank = blank.and(trim(coalesce(Records.named(name), lit(""))).equalTo(""));
    }
    String signs = head.separator() + head.options().get("quote") + " \t\r\n";
    return when(unfit.isNull(), blank).otherwise(translate(unfit, signs, "").equalTo(""));
  }

  /**
   * Leaves them out.
   *
   * @param rows with {@link #BLANK}, which is dropped
   */
  static Dataset<Row> without(Dataset<Row> rows, CsvHead head) {
    Column header = lit(true);
    for (int i = 0; i < head.names().size(); i++) {
      Column cell = trim(coalesce(Records.named(head.names().get(i)), lit("")));
      String name = i < head.written().size() ? head.written().get(i) : "";
      Column same = cell.equalTo(name);
      header = header.and(i == 0 ? same.or(cell.equalTo(BYTE_ORDER_MARK + name)) : same);
    }
    return rows.where(not(col(BLANK)).and(not(header))).drop(BLANK);
  }

  /**
   * Whether a row may be the header of other files, which name the same columns in another order:
   * the rows below it would be taken for what they are not.
   */
  static Column isOtherOrder(CsvHead head) {
    Set<String> names = named(head.written());
    if (names.size() < 2 || names.size() < head.written().size()) {
      return lit(false);
    }
    Column other = lit(true);
    for (String name : head.names()) {
      other = other.and(coalesce(trim(Records.named(name)).isin(names.toArray()), lit(false)));
    }
    return other;
  }

  /**
   * The line of a file in which such a header stands; 0 if none does.
   *
   * @throws BrokenFile if the file cannot be read
   */
  static int otherHeader(
      Configuration conf, InputFile file, Map<String, String> options, UsedNames used) {
    CsvHead head = CsvHead.of(conf, file, CsvFiles.withDefaults(options), used).head();
    LineShape shape =
        new LineShape(head.separator(), head.options().get("quote").charAt(0), head.names().size());
    Set<String> names = named(head.written());
    try (BufferedInputStream bytes = new BufferedInputStream(file.open(conf));
        BufferedReader reader = CsvHead.reader(bytes, head.options())) {
      String quote = head.options().get("quote");
      boolean inCell = false;
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!inCell && isOther(shape.split(line), quote, head.written(), names)) {
          return number;
        }
        inCell ^= (line.length() - line.replace(quote, "").length()) % 2 == 1;
      }
      return 0;
    } catch (IOException e) {
      throw new BrokenFile(List.of(file), "broken container: " + e.getMessage(), e);
    }
  }

  private static boolean isOther(
      List<String> written, String quote, List<String> header, Set<String> names) {
    List<String> cells =
        written.stream()
            .map(cell -> cell.replace(quote, "").replace(BYTE_ORDER_MARK, "").strip())
            .toList();
    return cells.size() == header.size() && named(cells).equals(names) && !cells.equals(header);
  }

  private static Set<String> named(List<String> cells) {
    Set<String> names = new HashSet<>(cells);
    names.remove("");
    return names;
  }
}

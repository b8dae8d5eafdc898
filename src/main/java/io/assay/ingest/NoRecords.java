package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of CSV that are no records: those without text, which spreadsheets leave below a table, and
 * headers that stand once more where files were put together. Each row is told by its first cell,
 * so that the others are looked at only where that is empty or a name of the header.
 */
final class NoRecords implements Serializable {
  /** {@link #NONE}, {@link #OTHER_HEADER} or, of a record, null (int). */
  static final String KIND = "_assay_kind";

  static final int NONE = 1;

  /**
   * The header of other files, which name the same columns in another order: the rows below it
   * would be taken for what they are not.
   */
  static final int OTHER_HEADER = 2;

  private static final long serialVersionUID = 1L;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String[] header;
  private final HashSet<String> names;
  private final String signs;
  private final String mark;

  private NoRecords(CsvHead head, UnaryOperator<String> asRead) {
    this.header = head.written().stream().map(asRead).map(String::strip).toArray(String[]::new);
    this.names = named(Arrays.asList(header));
    this.signs = head.separator() + head.options().get("quote");
    this.mark = asRead.apply(BYTE_ORDER_MARK);
  }

  /**
   * What a row is that may be no record.
   *
   * @param asRead turns a text into what Spark gives for it
   * @param unfit the row as it stands in the file, where its cells are not as many as the header's
   */
  static Column kind(CsvHead head, UnaryOperator<String> asRead, Column unfit) {
    NoRecords rows = new NoRecords(head, asRead);
    Column first = trim(Records.named(head.names().get(0)));
    Set<String> begins = new HashSet<>(rows.names);
    rows.names.forEach(name -> begins.add(rows.mark + name));
    begins.add("");
    Column[] cells = head.names().stream().map(Records::named).toArray(Column[]::new);
    UDF2<Seq<String>, String, Integer> kind = rows::kind;
    return when(
        first.isNull().or(first.isin(begins.toArray())),
        udf(kind, DataTypes.IntegerType).apply(array(cells), unfit));
  }

  private Integer kind(Seq<String> row, String unfit) {
    if (unfit != null) {
      return unfit.chars().allMatch(c -> Character.isWhitespace(c) || signs.indexOf(c) >= 0)
          ? NONE
          : null;
    }
    List<String> cells =
        CollectionConverters.asJava(row).stream().map(c -> c == null ? "" : c.strip()).toList();
    return kind(cells);
  }

  private Integer kind(List<String> cells) {
    if (cells.stream().allMatch(String::isEmpty)) {
      return NONE;
    }
    List<String> unmarked = new ArrayList<>(cells);
    if (cells.get(0).startsWith(mark)) {
      unmarked.set(0, cells.get(0).substring(mark.length()));
    }
    if (unmarked.equals(Arrays.asList(header))) {
      return NONE;
    }
    // Names that stand twice, or are empty, are in the same places whatever the order.
    boolean tells = names.size() > 1 && names.size() == header.length;
    return tells && named(unmarked).equals(names) ? OTHER_HEADER : null;
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

  private static HashSet<String> named(List<String> cells) {
    HashSet<String> names = new HashSet<>(cells);
    names.remove("");
    return names;
  }
}

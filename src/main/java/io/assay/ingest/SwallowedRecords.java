package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds, while CSV is parsed, rows that may have swallowed others: below a line break in a cell
 * stands what reads as a record. Whether a quote is open is then looked up in the file, by {@link
 * QuoteScan}: a caption may hold anything as long as its quotes are closed.
 */
final class SwallowedRecords implements Serializable {
  /** The fault of such a row, until the file is looked at. */
  static final String DOUBT = "a quote may not be closed, or another header stand here";

  private static final long serialVersionUID = 1L;

  private final LineShape shape;

  SwallowedRecords(LineShape shape) {
    this.shape = shape;
  }

  /**
   * {@link #DOUBT} where a row may have swallowed others, else null. Only rows with a line break in
   * a cell are looked at.
   *
   * @param cells of the row
   * @param unfit the row as it stands in the file, where its cells are not as many as the header's
   */
  static Column doubt(LineShape shape, List<Column> cells, Column unfit) {
    Column broken = unfit.contains("\n");
    for (Column cell : cells) {
      broken = broken.or(cell.contains("\n"));
    }
    UDF2<Seq<String>, String, Boolean> test = new SwallowedRecords(shape)::isDoubtful;
    Column doubtful =
        udf(test, DataTypes.BooleanType).apply(array(cells.toArray(Column[]::new)), unfit);
    return when(broken, when(doubtful, lit(DOUBT)));
  }

  private boolean isDoubtful(Seq<String> cells, String unfit) {
    return unfit == null
        ? isDoubtful(CollectionConverters.asJava(cells).toArray(String[]::new))
        : isDoubtful(unfit);
  }

  /** A row of as many cells as the header. */
  boolean isDoubtful(String[] row) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] != null && row[i].contains("\n") && holdsRecords(row, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsRecords(String[] row, int at) {
    String[] like = row.clone();
    for (int i = 0; i < like.length; i++) {
      like[i] = like[i] != null && like[i].contains("\n") ? null : like[i];
    }
    List<String> lines = lines(row[at]);
    Counted counted = new Counted();
    lines.subList(1, lines.size() - 1).stream()
        .filter(line -> !line.isBlank())
        .forEach(line -> counted.add(shape.of(line, like)));
    // In the file the row's last line goes on with the cells behind; only those before tell.
    String[] before = Arrays.copyOf(Arrays.copyOf(like, at), row.length);
    List<String> last = shape.split(lines.get(lines.size() - 1));
    if (at > 0 && last.size() == at + 1) {
      String[] whole = Arrays.copyOf(last.toArray(String[]::new), row.length);
      Arrays.fill(whole, at + 1, row.length, "");
      counted.add(shape.of(Arrays.asList(whole), before));
    } else if (!lines.get(lines.size() - 1).isBlank()) {
      counted.add(LineShape.Likeness.NONE);
    }
    return counted.isDoubtful();
  }

  /** The text of a row of more or fewer cells. */
  boolean isDoubtful(String unfit) {
    List<String> lines = lines(unfit.stripTrailing());
    List<String> first = shape.split(lines.get(0));
    String[] like = Arrays.copyOf(first.toArray(String[]::new), shape.cells());
    int known = Math.min(first.size() - 1, shape.cells()); // the last one goes on below
    Arrays.fill(like, Math.max(known, 0), shape.cells(), null);
    Counted counted = new Counted();
    lines.stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .forEach(line -> counted.add(shape.of(line, like)));
    return counted.isDoubtful();
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\r?\n", -1));
  }

  /** One line that shows it is enough; of those that only have as many cells, half of all. */
  private static final class Counted {
    private int lines;
    private int weak;
    private boolean strong;

    void add(LineShape.Likeness likeness) {
      lines++;
      strong |= likeness == LineShape.Likeness.STRONG;
      weak += likeness == LineShape.Likeness.NONE ? 0 : 1;
    }

    boolean isDoubtful() {
      return strong || weak > 0 && weak * 2 >= lines;
    }
  }
}

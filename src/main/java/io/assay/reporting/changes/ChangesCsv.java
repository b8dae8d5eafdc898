package io.assay.reporting.changes;

import io.assay.text.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/**
 * Changed accounts as CSV, for a spreadsheet: no cell of text is run as a formula, numbers are
 * written in full, and what is not known is empty.
 */
public final class ChangesCsv {
  private ChangesCsv() {}

  /**
   * Writes a line for each row, after one that names the columns.
   *
   * @param rows accounts, kinds and what moved them, see src/docs/operations.md
   * @return how many rows there were
   */
  public static long write(Iterator<Row> rows, Writer out) throws IOException {
    out.write(String.join(",", ChangedParts.COLUMNS) + "\n");
    long written = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int i = 0; i < row.size(); i++) {
        out.write(i == 0 ? "" : ",");
        out.write(CsvText.value(row.get(i)));
      }
      out.write('\n');
      written++;
    }
    return written;
  }
}

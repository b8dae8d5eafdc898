package io.assay.reporting.export;

import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.text.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A day's rows of a table as one file, in the order of the table's key, so that the same day gives
 * the same file.
 *
 * <p>Cost: a sort; text comes to the driver a part at a time and is written as it comes, Parquet is
 * written by one task.
 */
@RunsSpark
public final class TableExport {
  private final Dataset<Row> rows;

  /**
   * @param rows of the table
   * @param key columns that order them
   */
  public TableExport(Dataset<Row> rows, List<String> key) {
    this.rows = rows.orderBy(key.stream().map(functions::col).toArray(Column[]::new));
  }

  /**
   * As CSV: a line of names, then a line a row, see {@link FlatRows} for what is nested. No text is
   * run by a spreadsheet ({@link CsvText}), numbers are written in full, nothing is an empty cell.
   *
   * @return rows written
   */
  public long csv(Writer out) throws IOException {
    Dataset<Row> flat = FlatRows.of(rows);
    out.write(Stream.of(flat.columns()).map(CsvText::cell).collect(Collectors.joining(",")) + "\n");
    long written = 0;
    Iterator<Row> each = flat.toLocalIterator();
    while (each.hasNext()) {
      Row row = each.next();
      out.write(
          IntStream.range(0, row.size())
                  .mapToObj(i -> CsvText.value(row.get(i)))
                  .collect(Collectors.joining(","))
              + "\n");
      written++;
    }
    return written;
  }

  /**
   * As JSON Lines: an object a row, nested as the table is; what is null is left out.
   *
   * @return rows written
   */
  public long json(Writer out) throws IOException {
    long written = 0;
    Iterator<String> each = rows.toJSON().toLocalIterator();
    while (each.hasNext()) {
      out.write(each.next() + "\n");
      written++;
    }
    return written;
  }

  /**
   * As one Parquet file, typed and nested as the table is.
   *
   * @param folder that does not exist, on this machine
   * @return the file in it
   * @throws UserError if tasks run on other machines, whose disks this one does not see
   */
  public Path parquet(Path folder) throws IOException {
    if (!rows.sparkSession().sparkContext().isLocal()) {
      throw new UserError(
          "a Parquet file is written by a task, and on a cluster that is another machine's disk",
          "Export without --master, or read the table itself: its files are Parquet.");
    }
    rows.coalesce(1).write().parquet(folder.toUri().toString());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".parquet"))
          .findFirst()
          .orElseThrow(() -> new IOException("no Parquet file was written"));
    }
  }
}

package io.assay.cli;

import io.assay.text.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/**
 * A CSV file of edges between accounts.
 *
 * @param file where it will be
 * @param exactIds whether ids are written as they are, even where a spreadsheet would run them
 */
record EdgeFile(WholeFile file, boolean exactIds) {
  private static final String HEADER =
      "platform_a,account_a,platform_b,account_b,weight,mean_delay_seconds\n";

  /** Columns with text, which stand first. */
  private static final int TEXTS = 4;

  /** Finds edges and gives them to who writes them. */
  interface Search {
    void find(Consumer<Iterator<Row>> found);
  }

  /**
   * What was written.
   *
   * @param edges rows
   * @param weight sum of the weights
   * @param marked cells that begin with an apostrophe that is no part of the id
   */
  record WrittenEdges(long edges, long weight, long marked) {}

  /**
   * @param out as the caller names it
   * @throws io.assay.contracts.UserError if no file can be written there
   */
  static EdgeFile at(String out, boolean exactIds) {
    return new EdgeFile(WholeFile.at(out), exactIds);
  }

  /**
   * Writes what is found.
   *
   * @throws io.assay.contracts.UserError if the file cannot be written
   */
  WrittenEdges write(Search search) {
    return file.write(
        out -> {
          WrittenEdges[] written = new WrittenEdges[1];
          search.find(edges -> written[0] = write(edges, out));
          return written[0];
        });
  }

  private WrittenEdges write(Iterator<Row> edges, Writer out) {
    try {
      return writeEach(edges, out);
    } catch (IOException e) {
      throw file.unwritable(e);
    }
  }

  private WrittenEdges writeEach(Iterator<Row> edges, Writer out) throws IOException {
    long rows = 0;
    long weight = 0;
    long marked = 0;
    out.write(HEADER);
    while (edges.hasNext()) {
      Row edge = edges.next();
      for (int i = 0; i < TEXTS; i++) {
        String text = edge.getString(i);
        out.write(exactIds ? CsvText.quoted(text) : CsvText.cell(text));
        out.write(',');
        marked += !exactIds && CsvText.isMarked(text) ? 1 : 0;
      }
      long times = edge.getLong(TEXTS);
      BigDecimal delay = BigDecimal.valueOf(edge.getDouble(TEXTS + 1)).stripTrailingZeros();
      out.write(times + "," + delay.toPlainString() + "\n");
      rows++;
      weight += times;
    }
    return new WrittenEdges(rows, weight, marked);
  }
}

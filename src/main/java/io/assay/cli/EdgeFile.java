package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.text.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/**
 * A CSV file of edges between accounts, written beside its place and moved there when it is whole:
 * nobody reads half of one, and an older one stays until then.
 *
 * @param file where it will be
 * @param half where it is written; not a temporary file, which only its owner could read
 * @param exactIds whether ids are written as they are, even where a spreadsheet would run them
 */
record EdgeFile(Path file, Path half, boolean exactIds) {
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
   * @throws UserError if no file can be written there
   */
  static EdgeFile at(String out, boolean exactIds) {
    try {
      Path file = Path.of(out).toAbsolutePath();
      if (Files.exists(file)) {
        // A link stays, and what it leads to is replaced.
        file = file.toRealPath();
        if (!Files.isRegularFile(file)) {
          throw new UserError(
              "--out " + out + " is no file", "Name a new file, or one that may be replaced.");
        }
      }
      if (!Files.isDirectory(file.getParent())) {
        throw new UserError(
            "--out " + out + " cannot be written: there is no folder " + file.getParent(),
            "Name a file in a folder that exists on this machine.");
      }
      String name = "." + file.getFileName() + "." + UUID.randomUUID() + ".half";
      Path half = file.resolveSibling(name);
      Files.delete(Files.createFile(half));
      return new EdgeFile(file, half, exactIds);
    } catch (IOException | InvalidPathException e) {
      throw unwritable(out, e);
    }
  }

  /**
   * Writes what is found.
   *
   * @throws UserError if the file cannot be written
   */
  WrittenEdges write(Search search) {
    try {
      try {
        WrittenEdges[] written = new WrittenEdges[1];
        half.toFile().deleteOnExit();
        try (Writer out = Files.newBufferedWriter(half)) {
          search.find(edges -> written[0] = write(edges, out));
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        return written[0];
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw unwritable(file.toString(), e);
    }
  }

  private WrittenEdges write(Iterator<Row> edges, Writer out) {
    try {
      return writeEach(edges, out);
    } catch (IOException e) {
      throw unwritable(file.toString(), e);
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

  private static UserError unwritable(String out, Exception cause) {
    return new UserError(
        "--out " + out + " cannot be written: " + cause.getMessage(),
        "Name a file in a folder that exists, can be written to and has space.",
        cause);
  }
}

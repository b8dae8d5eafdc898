package io.assay.workbench.evaluation;

import io.assay.job.RunsSpark;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Brings numeric columns to the driver as primitive arrays, 8 bytes a value, in the order of the
 * rows. Whoever asks has bounded the number of rows before.
 */
@RunsSpark
final class LongColumns {
  private static final int BLOCK = 1 << 16;

  private LongColumns() {}

  /**
   * @param rows columns of type long or double; no null but in a double, which becomes NaN
   * @return a column each; doubles by {@link Double#doubleToLongBits}
   */
  static long[][] collect(Dataset<Row> rows) {
    int width = rows.columns().length;
    List<byte[]> blocks =
        rows.mapPartitions((MapPartitionsFunction<Row, byte[]>) Blocks::new, Encoders.BINARY())
            .collectAsList();
    int n = Math.toIntExact(blocks.stream().mapToLong(b -> b.length / Long.BYTES / width).sum());
    long[][] columns = new long[width][n];
    int at = 0;
    for (byte[] block : blocks) {
      ByteBuffer values = ByteBuffer.wrap(block);
      while (values.hasRemaining()) {
        for (long[] column : columns) {
          column[at] = values.getLong();
        }
        at++;
      }
    }
    return columns;
  }

  static double[] doubles(long[] bits) {
    double[] values = new double[bits.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble(bits[i]);
    }
    return values;
  }

  /** Rows packed into blocks of bytes. */
  private static final class Blocks implements Iterator<byte[]> {
    private final Iterator<Row> rows;

    Blocks(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public byte[] next() {
      List<Row> block = new ArrayList<>();
      while (block.size() < BLOCK && rows.hasNext()) {
        block.add(rows.next());
      }
      ByteBuffer bytes = ByteBuffer.allocate(block.size() * block.get(0).size() * Long.BYTES);
      for (Row row : block) {
        for (int i = 0; i < row.size(); i++) {
          bytes.putLong(bits(row, i));
        }
      }
      return bytes.array();
    }

    private static long bits(Row row, int i) {
      if (row.isNullAt(i)) {
        return Double.doubleToLongBits(Double.NaN);
      }
      return row.get(i) instanceof Double value ? Double.doubleToLongBits(value) : row.getLong(i);
    }
  }
}

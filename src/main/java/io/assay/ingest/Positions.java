package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Numbers the records of each file from 1, for sources without ids. Spark may read a file in pieces
 * and in any order, so the pieces are put in order first. Cost: one sort of the source.
 */
final class Positions {
  /** Name of the number in a mapping's expressions (long). */
  static final String POSITION = "record_position";

  private static final String PIECE = "_assay_piece";
  private static final String ORDER = "_assay_order";

  private Positions() {}

  /** What a reader has to select straight from a file's rows, for {@link #number}. */
  static List<Column> marks() {
    return List.of(
        col("_metadata.file_block_start").as(PIECE), monotonically_increasing_id().as(ORDER));
  }

  /**
   * @param rows with {@link #marks} and {@link Records#FILE}
   * @return {@link #POSITION} in place of the marks
   */
  static Dataset<Row> number(Dataset<Row> rows) {
    Column number =
        row_number()
            .over(Window.partitionBy(col(Records.FILE)).orderBy(col(PIECE), col(ORDER)))
            .cast("long");
    return rows.withColumn(POSITION, number).drop(PIECE, ORDER);
  }
}

package io.assay.coordination.detection;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * What one task does with all that was gathered of a platform: {@link HeldRow} in one partition, in
 * any order.
 */
abstract class GatheredTask implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final String platform;
  private final long most;

  /**
   * @param platform for messages
   * @param most rows that are taken
   */
  GatheredTask(String platform, long most) {
    this.platform = platform;
    this.most = most;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    GatheredRows gathered = new GatheredRows(platform, most);
    while (rows.hasNext()) {
      gathered.add(rows.next());
    }
    return of(gathered);
  }

  String platform() {
    return platform;
  }

  abstract Iterator<Row> of(GatheredRows gathered);
}

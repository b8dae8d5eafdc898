package io.assay.signals;

import io.assay.statistics.SortedGroups;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import scala.Tuple4;

/** Measures one account after the other; in: rows sorted by account, role and at. */
final class MeasureActivity
    implements MapPartitionsFunction<Tuple4<String, Integer, Long, Long>, Row> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Row> call(Iterator<Tuple4<String, Integer, Long, Long>> events) {
    ActivityRow row = new ActivityRow();
    return new SortedGroups<>(
        events, (before, event) -> event._1().equals(before._1()), group -> measured(group, row));
  }

  private static Row measured(
      Iterator<Tuple4<String, Integer, Long, Long>> ofAccount, ActivityRow row) {
    Tuple4<String, Integer, Long, Long> event = ofAccount.next();
    row.start(event._1());
    row.add(event._2(), event._3(), event._4());
    while (ofAccount.hasNext()) {
      event = ofAccount.next();
      row.add(event._2(), event._3(), event._4());
    }
    return row.end();
  }
}

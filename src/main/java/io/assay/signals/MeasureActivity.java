package io.assay.signals;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import scala.Tuple4;

/** Measures one account after the other; in: rows sorted by account, role and at. */
final class MeasureActivity
    implements MapPartitionsFunction<Tuple4<String, Integer, Long, Long>, Row> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Row> call(Iterator<Tuple4<String, Integer, Long, Long>> events) {
    return new Measured(events);
  }

  private static final class Measured implements Iterator<Row> {
    private final Iterator<Tuple4<String, Integer, Long, Long>> events;
    private final ActivityRow row = new ActivityRow();
    private Tuple4<String, Integer, Long, Long> next;

    Measured(Iterator<Tuple4<String, Integer, Long, Long>> events) {
      this.events = events;
      this.next = events.hasNext() ? events.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      String account = next._1();
      row.start(account);
      while (next != null && next._1().equals(account)) {
        row.add(next._2(), next._3(), next._4());
        next = events.hasNext() ? events.next() : null;
      }
      return row.end();
    }
  }
}

package io.assay.signals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import scala.Tuple5;

/**
 * Keeps the rows whose key another actor has too. In: rows sorted by key (first), actor (third) and
 * comment (fifth).
 *
 * @param cap rows of one actor with one key that are kept at most, the first ones
 */
record SharedKeys(int cap)
    implements MapPartitionsFunction<
        Tuple5<Long, String, String, Long, Long>, Tuple5<Long, String, String, Long, Long>> {

  @Override
  public Iterator<Tuple5<Long, String, String, Long, Long>> call(
      Iterator<Tuple5<Long, String, String, Long, Long>> rows) {
    return new Shared(rows, cap);
  }

  private static final class Shared implements Iterator<Tuple5<Long, String, String, Long, Long>> {
    private final Iterator<Tuple5<Long, String, String, Long, Long>> rows;
    private final int cap;
    private final Deque<Tuple5<Long, String, String, Long, Long>> ready = new ArrayDeque<>();
    private final Deque<Tuple5<Long, String, String, Long, Long>> first = new ArrayDeque<>();
    private long key;
    private String actor;
    private int ofActor;
    private boolean any;
    private boolean shared;

    Shared(Iterator<Tuple5<Long, String, String, Long, Long>> rows, int cap) {
      this.rows = rows;
      this.cap = cap;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        take(rows.next());
      }
      return !ready.isEmpty();
    }

    @Override
    public Tuple5<Long, String, String, Long, Long> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.poll();
    }

    private void take(Tuple5<Long, String, String, Long, Long> row) {
      boolean sameKey = any && row._1() == key;
      boolean sameActor = sameKey && row._3().equals(actor);
      any = true;
      key = row._1();
      actor = row._3();
      ofActor = sameActor ? ofActor + 1 : 1;
      if (!sameKey) {
        shared = false;
        first.clear();
      } else if (!shared && !sameActor) {
        shared = true;
        ready.addAll(first);
        first.clear();
      }
      if (ofActor <= cap) {
        (shared ? ready : first).add(row);
      }
    }
  }
}

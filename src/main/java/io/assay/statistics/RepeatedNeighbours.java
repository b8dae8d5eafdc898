package io.assay.statistics;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Of sorted numbers those that occur more than once, each once. */
final class RepeatedNeighbours implements Iterator<Long> {
  private final Iterator<Long> sorted;
  private boolean hasLast;
  private long last;
  private boolean wasGiven;
  private boolean hasNext;

  RepeatedNeighbours(Iterator<Long> sorted) {
    this.sorted = sorted;
    advance();
  }

  @Override
  public boolean hasNext() {
    return hasNext;
  }

  @Override
  public Long next() {
    if (!hasNext) {
      throw new NoSuchElementException();
    }
    long repeated = last;
    advance();
    return repeated;
  }

  private void advance() {
    hasNext = false;
    while (!hasNext && sorted.hasNext()) {
      long number = sorted.next();
      boolean isSame = hasLast && number == last;
      hasNext = isSame && !wasGiven;
      wasGiven = isSame;
      hasLast = true;
      last = number;
    }
  }
}

package io.assay.signals;

import io.assay.statistics.LogBins;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** When an account acts: regularity, rest and speed. Times come in rising order. */
final class Timing {
  private static final LogBins BINS = new LogBins(120);
  private static final double MICROS = 1e6;
  private static final long FAST = TimeUnit.SECONDS.toMicros(60);
  private static final int HOURS = 24;
  private static final long HOUR = TimeUnit.HOURS.toMicros(1);

  /** Share of all acts that a rest may hold, so that one bad night does not end it for good. */
  private static final double AWAKE = 0.02;

  /** Delays of below a second share the first bin, those above 30 years the last. */
  private static final int DECADES = 9;

  private final int[] delays = new int[DECADES * BINS.perDecade() + 1];
  private long n;
  private long first;
  private long last;
  private double squares;
  private final long[] hours = new long[HOURS];
  private long delayed;
  private long fast;

  void clear() {
    if (delayed > 0) {
      Arrays.fill(delays, 0);
    }
    n = 0;
    squares = 0;
    Arrays.fill(hours, 0);
    delayed = 0;
    fast = 0;
  }

  /**
   * @param at microseconds since 1970
   * @param delay microseconds after the publication of the post; negative where unknown
   */
  void add(long at, long delay) {
    if (n == 0) {
      first = at;
    } else {
      double gap = (at - last) / MICROS;
      squares += gap * gap;
    }
    last = at;
    n++;
    hours[(int) Math.floorMod(Math.floorDiv(at, HOUR), (long) HOURS)]++;
    if (delay >= 0) {
      delayed++;
      fast += delay <= FAST ? 1 : 0;
      int bin = delay < MICROS ? -1 : BINS.bin(delay / MICROS);
      delays[Math.min(bin + 1, delays.length - 1)]++;
    }
  }

  long n() {
    return n;
  }

  long delays() {
    return delayed;
  }

  long fast() {
    return fast;
  }

  /** Standard deviation / mean of the gaps; null without a gap. */
  Double intervalCv() {
    if (n < 2 || last == first) {
      return null;
    }
    double gaps = n - 1;
    double mean = (last - first) / MICROS / gaps;
    return Math.sqrt(Math.max(squares / gaps - mean * mean, 0)) / mean;
  }

  /**
   * Longest run of hours of the day, through midnight, that together hold at most 2 % of the acts;
   * null without an act.
   */
  Double quietHours() {
    if (n == 0) {
      return null;
    }
    double most = AWAKE * n;
    int longest = 0;
    long within = 0;
    // A run from any hour on, grown at its end and cut at its start while it holds too much.
    for (int start = 0, end = 0; end < 2 * HOURS; end++) {
      within += hours[end % HOURS];
      while (within > most) {
        within -= hours[start++ % HOURS];
      }
      longest = Math.max(longest, end + 1 - start);
    }
    return (double) longest;
  }

  /** Median delay in seconds, the least of its bin, 0 below a second; null where none is known. */
  Double delayMedian() {
    if (delayed == 0) {
      return null;
    }
    long half = (delayed + 1) / 2;
    int bin = -1;
    for (long seen = 0; seen < half; ) {
      seen += delays[++bin];
    }
    return bin == 0 ? 0.0 : BINS.edge(bin - 1);
  }

  /** Acts a day from the first to the last, at least one day; null without an act. */
  Double perDay() {
    double day = TimeUnit.DAYS.toMicros(1);
    return n == 0 ? null : n / Math.max(1, (last - first) / day);
  }
}

package io.assay.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The followers of one account as they were seen; its followings are read likewise.
 *
 * @param times microseconds since 1970, ascending, no two equal
 * @param counts at these times
 */
public record FollowerSights(long[] times, long[] counts) {

  /**
   * Leaves out sights without a time or a count, and of those at one time all but the largest
   * count.
   *
   * @param times ascending, with nulls
   * @param counts at these times, with nulls
   */
  public static FollowerSights of(List<Long> times, List<Long> counts) {
    long[] at = new long[times.size()];
    long[] seen = new long[times.size()];
    int size = 0;
    for (int i = 0; i < at.length; i++) {
      if (times.get(i) == null || counts.get(i) == null) {
        continue;
      }
      if (size > 0 && at[size - 1] >= times.get(i)) {
        seen[size - 1] = Math.max(seen[size - 1], counts.get(i));
      } else {
        at[size] = times.get(i);
        seen[size++] = counts.get(i);
      }
    }
    return first(size, at, seen);
  }

  /**
   * Those that are not set aside.
   *
   * @param why of each sight why it is set aside, see {@link LoneSights}; null where it is not
   */
  public FollowerSights without(LoneSights.Why[] why) {
    boolean[] left = new boolean[why.length];
    for (int i = 0; i < why.length; i++) {
      left[i] = why[i] != null;
    }
    return without(left);
  }

  /** Those that are not left out. */
  public FollowerSights without(boolean[] left) {
    long[] at = new long[times.length];
    long[] seen = new long[times.length];
    int size = 0;
    for (int i = 0; i < times.length; i++) {
      if (!left[i]) {
        at[size] = times[i];
        seen[size++] = counts[i];
      }
    }
    return size == times.length ? this : first(size, at, seen);
  }

  /** The latest, and going back from it those that are at least so far before the one used next. */
  public FollowerSights farApart(long minMicros) {
    long[] at = new long[times.length];
    long[] seen = new long[times.length];
    int first = times.length;
    for (int i = times.length - 1; i >= 0; i--) {
      if (first == times.length || at[first] - times[i] >= minMicros) {
        at[--first] = times[i];
        seen[first] = counts[i];
      }
    }
    return new FollowerSights(
        Arrays.copyOfRange(at, first, at.length), Arrays.copyOfRange(seen, first, seen.length));
  }

  public int size() {
    return times.length;
  }

  private static FollowerSights first(int size, long[] times, long[] counts) {
    return size == times.length
        ? new FollowerSights(times, counts)
        : new FollowerSights(Arrays.copyOf(times, size), Arrays.copyOf(counts, size));
  }
}

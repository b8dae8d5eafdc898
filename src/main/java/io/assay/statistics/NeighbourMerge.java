package io.assay.statistics;

/**
 * Merges bins with their neighbours until every group holds enough: from the lowest bin up, a group
 * closes as soon as it holds the minimum; what is left over at the top joins the last group.
 */
public final class NeighbourMerge {

  private NeighbourMerge() {}

  /** Group of each bin, from 1, given the counts in the order of the bins. */
  public static int[] groups(long[] counts, long atLeast) {
    int[] groups = new int[counts.length];
    int group = 1;
    long held = 0;
    for (int i = 0; i < counts.length; i++) {
      if (held >= atLeast) {
        group++;
        held = 0;
      }
      groups[i] = group;
      held += counts[i];
    }
    for (int i = counts.length - 1; held < atLeast && group > 1 && groups[i] == group; i--) {
      groups[i]--;
    }
    return groups;
  }
}

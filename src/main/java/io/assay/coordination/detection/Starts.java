package io.assay.coordination.detection;

/** Where the entries of each list begin, in arrays that hold many lists one after the other. */
final class Starts {

  private Starts() {}

  /**
   * Turns the sizes of lists into their starts, in place.
   *
   * @param sizes size of list i at position i + 1, 0 at position 0
   * @return the same array: list i from [i] to before [i + 1]
   */
  static int[] ofSizes(int[] sizes) {
    for (int i = 1; i < sizes.length; i++) {
      sizes[i] = Math.addExact(sizes[i], sizes[i - 1]);
    }
    return sizes;
  }

  /**
   * Positions of values by their list, in the order in which they stand.
   *
   * @param list list of each value
   * @param starts of the lists
   */
  static int[] positions(int[] list, int[] starts) {
    int[] next = starts.clone();
    int[] positions = new int[list.length];
    for (int i = 0; i < list.length; i++) {
      positions[next[list[i]]++] = i;
    }
    return positions;
  }

  /**
   * Positions of pairs, by the first and then the second.
   *
   * @param firsts how many firsts there are, numbered from 0
   * @param seconds how many seconds
   */
  static int[] byTwo(int[] first, int firsts, int[] second, int seconds) {
    int[] bySecond = positions(second, count(second, seconds));
    int[] firstOf = new int[first.length];
    for (int i = 0; i < first.length; i++) {
      firstOf[i] = first[bySecond[i]];
    }
    int[] order = positions(firstOf, count(first, firsts));
    for (int i = 0; i < order.length; i++) {
      order[i] = bySecond[order[i]];
    }
    return order;
  }

  /** Starts of lists that values name. */
  static int[] count(int[] list, int lists) {
    int[] sizes = new int[lists + 1];
    for (int of : list) {
      sizes[of + 1]++;
    }
    return ofSizes(sizes);
  }
}

package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Of members who fail only the worse half leaves, else a weak group falls with its weakest. */
final class WorseHalf {

  private WorseHalf() {}

  /**
   * @param failing accounts of the members who fail, the worst first
   * @return those who stay for another round, ascending: of one none, of two none, of three one
   */
  static int[] spared(IntStream failing) {
    int[] worstFirst = failing.toArray();
    return Arrays.stream(worstFirst).skip(worstFirst.length / 2 + 1).sorted().toArray();
  }
}

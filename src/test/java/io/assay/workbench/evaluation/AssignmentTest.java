package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Test
  void theSumCountsAndNotTheLargestPair() {
    // .9 first would leave .1 for the other row: 1.0 against .8 + .7
    assertThat(Assignment.of(new double[][] {{.9, .8}, {.7, .1}})).containsExactly(1, 0);
  }

  @Test
  void whoHasNothingInCommonStaysAlone() {
    assertThat(Assignment.of(new double[][] {{0, 0}, {.5, 0}})).containsExactly(-1, 0);
    assertThat(Assignment.of(new double[][] {{.5}, {.6}, {.4}})).containsExactly(-1, 0, -1);
    assertThat(Assignment.of(new double[][] {{.1, .3, .2}})).containsExactly(1);
    assertThat(Assignment.of(new double[0][0])).isEmpty();
    assertThat(Assignment.of(new double[2][0])).containsExactly(-1, -1);
  }

  @Test
  void noOtherPairingHasALargerSum() {
    Random random = new Random(7);
    for (int draw = 0; draw < 300; draw++) {
      double[][] weights = new double[1 + random.nextInt(6)][1 + random.nextInt(6)];
      for (double[] row : weights) {
        for (int j = 0; j < row.length; j++) {
          row[j] = random.nextInt(3) == 0 ? 0 : random.nextInt(10);
        }
      }
      int[] columnOf = Assignment.of(weights);
      boolean[] taken = new boolean[weights[0].length];
      double sum = 0;
      for (int i = 0; i < columnOf.length; i++) {
        if (columnOf[i] >= 0) {
          assertThat(taken[columnOf[i]]).isFalse();
          taken[columnOf[i]] = true;
          sum += weights[i][columnOf[i]];
        }
      }
      assertThat(sum).isCloseTo(best(weights, 0, new boolean[weights[0].length]), within(1e-9));
    }
  }

  /** Tries every pairing of the rows from this one on. */
  private static double best(double[][] weights, int row, boolean[] taken) {
    if (row == weights.length) {
      return 0;
    }
    double best = best(weights, row + 1, taken);
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        taken[j] = true;
        best = Math.max(best, weights[row][j] + best(weights, row + 1, taken));
        taken[j] = false;
      }
    }
    return best;
  }
}

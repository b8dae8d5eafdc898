package io.assay.workbench.evaluation;

import java.util.Arrays;

/**
 * Pairs rows with columns, one to one, so that the sum of the pairs' weights is as large as it can
 * be: the Hungarian method by shortest augmenting paths (Kuhn, The Hungarian Method for the
 * Assignment Problem, 1955; Jonker and Volgenant, A Shortest Augmenting Path Algorithm for Dense
 * and Sparse Linear Assignment Problems, Computing 38, 1987). Cost: smaller side squared times
 * larger side.
 */
final class Assignment {
  static final int NONE = -1;

  private final double[][] weights;
  private final int rows;
  private final int columns;
  private final double[] rowPrice;
  private final double[] columnPrice;

  /** Row of each column; row and column 0 stand for none, others for the one before. */
  private final int[] rowOf;

  private Assignment(double[][] weights) {
    this.weights = weights;
    rows = weights.length;
    columns = weights[0].length;
    rowPrice = new double[rows + 1];
    columnPrice = new double[columns + 1];
    rowOf = new int[columns + 1];
  }

  /**
   * @param weights of each row with each column, not below 0
   * @return the column of each row, {@link #NONE} where a pair would add nothing
   */
  static int[] of(double[][] weights) {
    if (weights.length == 0 || weights[0].length == 0) {
      return filled(weights.length);
    }
    if (weights.length > weights[0].length) {
      int[] rowOf = of(transposed(weights));
      int[] columnOf = filled(weights.length);
      for (int column = 0; column < rowOf.length; column++) {
        if (rowOf[column] != NONE) {
          columnOf[rowOf[column]] = column;
        }
      }
      return columnOf;
    }
    return new Assignment(weights).pairs();
  }

  private int[] pairs() {
    for (int row = 1; row <= rows; row++) {
      place(row);
    }
    int[] columnOf = filled(rows);
    for (int column = 1; column <= columns; column++) {
      int row = rowOf[column] - 1;
      if (row >= 0 && weights[row][column - 1] > 0) {
        columnOf[row] = column - 1;
      }
    }
    return columnOf;
  }

  /** Finds a column for one more row; rows that have one may have to move. */
  private void place(int newRow) {
    double[] slack = new double[columns + 1];
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    int[] before = new int[columns + 1];
    boolean[] reached = new boolean[columns + 1];
    rowOf[0] = newRow;
    int column = 0;
    do {
      reached[column] = true;
      int next = relax(column, slack, before, reached);
      double step = slack[next];
      for (int j = 0; j <= columns; j++) {
        if (reached[j]) {
          rowPrice[rowOf[j]] += step;
          columnPrice[j] -= step;
        } else {
          slack[j] -= step;
        }
      }
      column = next;
    } while (rowOf[column] != 0);
    while (column != 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
  }

  /** The column that is cheapest to reach next, after the row of one that was just reached. */
  private int relax(int column, double[] slack, int[] before, boolean[] reached) {
    int row = rowOf[column];
    int next = 0;
    for (int j = 1; j <= columns; j++) {
      if (!reached[j]) {
        double cost = -weights[row - 1][j - 1] - rowPrice[row] - columnPrice[j];
        if (cost < slack[j]) {
          slack[j] = cost;
          before[j] = column;
        }
        if (next == 0 || slack[j] < slack[next]) {
          next = j;
        }
      }
    }
    return next;
  }

  private static int[] filled(int n) {
    int[] none = new int[n];
    Arrays.fill(none, NONE);
    return none;
  }

  private static double[][] transposed(double[][] weights) {
    double[][] turned = new double[weights[0].length][weights.length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < turned.length; j++) {
        turned[j][i] = weights[i][j];
      }
    }
    return turned;
  }
}

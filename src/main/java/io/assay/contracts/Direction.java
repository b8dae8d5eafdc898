package io.assay.contracts;

/** Which values of a signal are suspicious. */
public enum Direction {
  HIGH,
  LOW,
  /** Either end; the smaller tail counts twice, because it was chosen from two. */
  BOTH
}

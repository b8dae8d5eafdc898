package io.assay.workbench.evaluation;

/** What an evaluated column holds. */
public enum ColumnRole {
  /** A number that orders accounts by suspicion. */
  SCORE,
  /** A probability, 0-1, that the account is positive; it orders, too. */
  LIKELIHOOD,
  /** The name of a group of accounts that belong together; null for none. */
  GROUP
}

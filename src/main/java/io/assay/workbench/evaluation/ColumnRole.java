package io.assay.workbench.evaluation;

import java.util.Locale;

/** What an evaluated column holds. */
public enum ColumnRole {
  /** A number that orders accounts by suspicion. */
  SCORE,
  /** A probability, 0-1, that the account is positive; it orders, too. */
  LIKELIHOOD,
  /** The name of a group of accounts that belong together; null for none. */
  GROUP;

  /** What people write. */
  String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.assay.coordination.detection;

/**
 * Step 8: an author whose audience a group may be.
 *
 * @param author its number, or {@link #NOBODY}
 * @param chance of as many hits so soon after its posts; 1 for nobody
 */
record Hub(int author, double chance) {
  static final int NOBODY = -1;

  /** No author explains the group. */
  static final Hub NONE = new Hub(NOBODY, 1);

  boolean explains(HubRules rules) {
    return chance < rules.chance();
  }
}

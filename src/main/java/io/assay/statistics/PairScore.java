package io.assay.statistics;

import java.io.Serializable;

/** Scores an actor by its partners. */
public interface PairScore extends Serializable {
  /** Partners that a score is the mean of. */
  int LARGEST = 5;

  /** Objects that a partner shares at least: any two have one or two in common by chance. */
  int LEAST_SHARED = 3;

  /**
   * @param partners cleared; may be left filled
   */
  double of(EngagementIndex index, int actor, Partners partners);
}

package io.assay.coordination.detection;

import java.util.Arrays;

/** Step 9 by account: the largest score that a group gives it, and the name of that group. */
final class AccountScores {
  private final double[] score;
  private final String[] groupId;

  /** All in no group. */
  AccountScores(int accounts) {
    score = new double[accounts];
    groupId = new String[accounts];
  }

  /** Of several groups that give an account the same the first counts. */
  void add(int[] members, double scoreOfGroup, String nameOfGroup) {
    Arrays.stream(members)
        .filter(u -> groupId[u] == null || scoreOfGroup > score[u])
        .forEach(
            u -> {
              score[u] = scoreOfGroup;
              groupId[u] = nameOfGroup;
            });
  }

  int accounts() {
    return score.length;
  }

  /** 0 in no group. */
  double score(int account) {
    return score[account];
  }

  /** Null in none. */
  String groupId(int account) {
    return groupId[account];
  }
}

package io.assay.workbench.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs labelled groups with found ones, one to one: two groups may be paired if they share at
 * least half of the accounts that either has (Jaccard >= 1/2); the pair with the larger Jaccard is
 * made first, ties by the groups' hashes. Where the groups of each side do not overlap, which for a
 * Jaccard above 1/2 leaves each group but one partner, no other pairing makes more pairs.
 *
 * @param truths labelled groups that have a partner
 * @param founds found groups that have one
 */
record GroupMatch(Set<Long> truths, Set<Long> founds) {

  /** Two groups that share accounts. */
  record Overlap(long truth, long found, long shared) {}

  static GroupMatch of(
      Map<Long, Long> truthSizes, Map<Long, Long> foundSizes, List<Overlap> overlaps) {
    record Candidate(Overlap overlap, long union) {
      double jaccard() {
        return (double) overlap.shared() / union;
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Overlap o : overlaps) {
      long union = truthSizes.get(o.truth()) + foundSizes.get(o.found()) - o.shared();
      if (2 * o.shared() >= union) {
        candidates.add(new Candidate(o, union));
      }
    }
    candidates.sort(
        (a, b) -> {
          int byJaccard = Double.compare(b.jaccard(), a.jaccard());
          int byTruth = Long.compare(a.overlap().truth(), b.overlap().truth());
          int byFound = Long.compare(a.overlap().found(), b.overlap().found());
          return byJaccard != 0 ? byJaccard : byTruth != 0 ? byTruth : byFound;
        });
    Set<Long> truths = new HashSet<>();
    Set<Long> founds = new HashSet<>();
    for (Candidate c : candidates) {
      if (!truths.contains(c.overlap().truth()) && founds.add(c.overlap().found())) {
        truths.add(c.overlap().truth());
      }
    }
    return new GroupMatch(truths, founds);
  }
}

package io.assay.workbench.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labelled groups and their partners among the found ones, one to one, so paired that the F1 of all
 * pairs together is as large as it can be. The F1 of two groups is twice the accounts that they
 * share over the accounts of the one plus those of the other.
 *
 * @param f1 F1 of each labelled group with its partner; who has none is missing
 * @param reason why the groups could not be paired; null if they were
 */
record MatchedGroups(Map<Long, Double> f1, String reason) {
  /** Of one piece of groups that overlap each other: some ten seconds. */
  private static final double MOST_STEPS = 4e9;

  static MatchedGroups of(
      Map<Long, Long> truthSizes, Map<Long, Long> foundSizes, List<GroupMatch.Overlap> overlaps) {
    Map<Long, Double> f1 = new HashMap<>();
    for (List<GroupMatch.Overlap> piece : pieces(overlaps)) {
      List<Long> truths = piece.stream().map(GroupMatch.Overlap::truth).distinct().toList();
      List<Long> founds = piece.stream().map(GroupMatch.Overlap::found).distinct().toList();
      double smaller = Math.min(truths.size(), founds.size());
      if (smaller * smaller * Math.max(truths.size(), founds.size()) > MOST_STEPS) {
        return new MatchedGroups(
            Map.of(),
            truths.size()
                + " labelled and "
                + founds.size()
                + " found groups overlap each other, too many to be paired");
      }
      double[][] weights = new double[truths.size()][founds.size()];
      Map<Long, Integer> rows = positions(truths);
      Map<Long, Integer> columns = positions(founds);
      for (GroupMatch.Overlap o : piece) {
        long both = truthSizes.get(o.truth()) + foundSizes.get(o.found());
        weights[rows.get(o.truth())][columns.get(o.found())] = 2.0 * o.shared() / both;
      }
      int[] partners = Assignment.of(weights);
      for (int row = 0; row < partners.length; row++) {
        if (partners[row] != Assignment.NONE) {
          f1.put(truths.get(row), weights[row][partners[row]]);
        }
      }
    }
    return new MatchedGroups(f1, null);
  }

  double of(long truth) {
    return reason == null ? f1.getOrDefault(truth, 0.0) : Double.NaN;
  }

  private static Map<Long, Integer> positions(List<Long> groups) {
    Map<Long, Integer> positions = new HashMap<>();
    groups.forEach(group -> positions.put(group, positions.size()));
    return positions;
  }

  /** Overlaps that share a group belong together: no partner is outside of its piece. */
  private static List<List<GroupMatch.Overlap>> pieces(List<GroupMatch.Overlap> overlaps) {
    Map<Long, List<GroupMatch.Overlap>> ofTruth = new LinkedHashMap<>();
    Map<Long, List<GroupMatch.Overlap>> ofFound = new HashMap<>();
    for (GroupMatch.Overlap o : overlaps) {
      ofTruth.computeIfAbsent(o.truth(), truth -> new ArrayList<>()).add(o);
      ofFound.computeIfAbsent(o.found(), found -> new ArrayList<>()).add(o);
    }
    List<List<GroupMatch.Overlap>> pieces = new ArrayList<>();
    Set<Long> seen = new LinkedHashSet<>();
    for (long truth : ofTruth.keySet()) {
      if (seen.add(truth)) {
        pieces.add(piece(truth, seen, ofTruth, ofFound));
      }
    }
    return pieces;
  }

  private static List<GroupMatch.Overlap> piece(
      long first,
      Set<Long> seen,
      Map<Long, List<GroupMatch.Overlap>> ofTruth,
      Map<Long, List<GroupMatch.Overlap>> ofFound) {
    List<GroupMatch.Overlap> piece = new ArrayList<>();
    Set<Long> founds = new LinkedHashSet<>();
    List<Long> waiting = new ArrayList<>(List.of(first));
    for (int i = 0; i < waiting.size(); i++) {
      for (GroupMatch.Overlap o : ofTruth.get(waiting.get(i))) {
        piece.add(o);
        if (founds.add(o.found())) {
          ofFound.get(o.found()).stream()
              .map(GroupMatch.Overlap::truth)
              .filter(seen::add)
              .forEach(waiting::add);
        }
      }
    }
    return piece;
  }
}

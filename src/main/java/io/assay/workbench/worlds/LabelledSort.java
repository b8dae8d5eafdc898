package io.assay.workbench.worlds;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Accounts of a world that are labelled alike.
 *
 * @param label what the labels feed says of them
 * @param sort their class
 * @param accounts how many
 * @param groups pods, farms and the like; 0 where each stands alone
 */
public record LabelledSort(String label, String sort, int accounts, int groups) {

  /** Of every role that somebody plays, the planted first. */
  static List<LabelledSort> all(Layout layout) {
    return Arrays.stream(PlayedRole.values())
        .filter(role -> layout.count(role) > 0)
        .sorted(Comparator.comparing(PlayedRole::genuine))
        .map(role -> of(role, layout))
        .toList();
  }

  private static LabelledSort of(PlayedRole role, Layout layout) {
    int groups = role.group == null ? 0 : layout.groups(role);
    return new LabelledSort(role.label, role.sort, layout.count(role), groups);
  }
}

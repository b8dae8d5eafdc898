package io.assay.reporting.html.model;

import java.util.List;

/**
 * Who acts together.
 *
 * @param absent why there is nothing to show; null where there is
 * @param counts how many groups there are, by kind
 * @param shown accepted ones, the largest first, at most {@link ReportLimits#GROUPS}
 * @param explained groups that something else may explain, the largest first, at most {@link
 *     ReportLimits#GROUPS}; who is in them is not told
 */
public record GroupFacts(
    String absent, List<GroupCount> counts, List<ActingGroup> shown, List<OtherGroup> explained) {

  /**
   * @param form pod, farm or lockstep
   * @param accepted whether agreement is the best explanation
   */
  public record GroupCount(String form, boolean accepted, long groups, long members) {}

  /**
   * @param explanation what else it could be
   * @param ruledOut null: cannot be told
   * @param because why
   */
  public record WeighedExplanation(String explanation, Boolean ruledOut, String because) {}

  /** A group that something else may explain. */
  public record OtherGroup(
      String platform,
      String id,
      String form,
      int members,
      String sentence,
      List<WeighedExplanation> explanations) {}

  public long accepted() {
    return counts.stream().filter(GroupCount::accepted).mapToLong(GroupCount::groups).sum();
  }

  public long notAccepted() {
    return counts.stream().filter(c -> !c.accepted()).mapToLong(GroupCount::groups).sum();
  }
}

package io.assay.cli;

import io.assay.contracts.Kind;
import java.util.Comparator;
import java.util.List;

/**
 * What a creator of the demo's world is doubted of most, beside what is true of it.
 *
 * @param platform its platform
 * @param accountId the account
 * @param handle its name in its address
 * @param followers latest shown; null where hidden
 * @param kind what it is doubted of most
 * @param likelihood of that, 0-1
 * @param flagged whether the assessment doubts it
 * @param reasons findings that speak of that kind, the most telling first; may be none
 * @param label what it is by the labels feed
 * @param sort what sort of that, also by the labels feed
 */
record CreatorDoubt(
    String platform,
    String accountId,
    String handle,
    Long followers,
    Kind kind,
    double likelihood,
    boolean flagged,
    List<DemoFinding> reasons,
    String label,
    String sort) {

  /** The most doubted first; equal ones by their key. */
  static final Comparator<CreatorDoubt> MOST_DOUBTED =
      Comparator.comparingDouble(CreatorDoubt::likelihood)
          .reversed()
          .thenComparing(CreatorDoubt::platform)
          .thenComparing(CreatorDoubt::accountId);

  /** Whether it cheats. */
  boolean planted() {
    return !label.equals("genuine");
  }

  /** Whether it does nothing that could be taken for fraud. */
  boolean ordinary() {
    return !planted() && sort.equals("ordinary");
  }

  /** What it does, in words. */
  String truth() {
    if (ordinary()) {
      return "nothing";
    }
    return switch (sort) {
      case "pod" -> "member of a pod";
      case "farm_customer" -> "likes and comments of a farm";
      default -> planted() ? words() : "nothing, a look-alike (" + words() + ")";
    };
  }

  private String words() {
    return sort.replace('_', ' ');
  }
}

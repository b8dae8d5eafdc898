package io.assay.coordination.detection;

/** What an author is whose posts a farm hits: customer, or victim where nothing says it paid. */
final class TargetRole {
  private static final int LEAST_HITS = 3;
  private static final double LEAST_SHARE = 0.3;

  private TargetRole() {}

  /**
   * @param hit its posts that are hit
   * @param posts all of its posts
   * @param accepted whether the farm is accepted: nobody is a customer of what may be no farm
   */
  static String of(int hit, int posts, boolean accepted) {
    boolean often = hit >= LEAST_HITS && hit >= LEAST_SHARE * posts;
    return accepted && often ? "customer" : "victim";
  }
}

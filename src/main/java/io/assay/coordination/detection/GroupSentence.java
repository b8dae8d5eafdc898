package io.assay.coordination.detection;

import java.util.Locale;

/** What a group does, in words. */
final class GroupSentence {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;
  private static final double DAY = 86_400;

  private GroupSentence() {}

  /**
   * @param all how soon everybody comes
   * @param log10Chance see {@link Coincidence}
   */
  static String of(CoordinatedGroup group, Latency all, double log10Chance) {
    int members = group.members().length;
    String does =
        group.kind() == GroupKind.FARM
            ? String.format(
                Locale.ROOT,
                "%d accounts engage the same %d posts of %d creators: on average %.0f %% of them"
                    + " come to each post",
                members,
                group.hits().size(),
                group.targets().length,
                100 * group.shape().density())
            : String.format(
                Locale.ROOT,
                "%d creators engage each other's posts: on average each engages %.0f %% of what the"
                    + " others publish, and %.0f %% of these ties go both ways",
                members,
                100 * group.shape().density(),
                100 * group.shape().reciprocity());
    return does
        + when(group.shape().latency(), all)
        + "; by chance "
        + Coincidence.words(log10Chance);
  }

  private static String when(Latency group, Latency all) {
    if (group.timed() == 0) {
      return "; how soon they come is not known";
    }
    return String.format(
        Locale.ROOT,
        "; they usually come %s after a post appears, where %s is typical",
        duration(group.median()),
        duration(all.median()));
  }

  /** Seconds as people say them. */
  static String duration(double seconds) {
    if (seconds < 2 * MINUTE) {
      long whole = Math.round(seconds);
      return whole == 1 ? "1 second" : whole + " seconds";
    }
    if (seconds < 2 * HOUR) {
      return String.format(Locale.ROOT, "%.0f minutes", seconds / MINUTE);
    }
    return seconds < 2 * DAY
        ? String.format(Locale.ROOT, "%.0f hours", seconds / HOUR)
        : String.format(Locale.ROOT, "%.0f days", seconds / DAY);
  }
}

package io.assay.coordination.detection;

import java.util.Locale;

/** What a group does, in words. */
final class GroupSentence {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;
  private static final double DAY = 86_400;

  private GroupSentence() {}

  static String of(NamedGroup named, Events events, Latency all) {
    CoordinatedGroup group = named.group();
    int members = group.members().length;
    String does =
        named.isFarm()
            ? String.format(
                Locale.ROOT,
                "%d accounts came to %d posts of %d creators, %.0f %% of them to each post on"
                    + " average",
                members,
                group.hits().size(),
                group.targets().length,
                100 * group.shape().density())
            : String.format(
                Locale.ROOT,
                "%d creators engage each other's posts: %.0f %% of all that they could, %.0f %% of"
                    + " their ties returned",
                members,
                100 * group.shape().density(),
                100 * group.shape().reciprocity());
    return does + when(group.shape().latency(), all);
  }

  private static String when(Latency group, Latency all) {
    if (group.timed() == 0) {
      return "; when is not known";
    }
    return String.format(
        Locale.ROOT,
        ", usually %s after a post appears (everybody: %s)",
        duration(group.median()),
        duration(all.median()));
  }

  /** Seconds as people say them. */
  static String duration(double seconds) {
    if (seconds < 2 * MINUTE) {
      return String.format(Locale.ROOT, "%.0f seconds", seconds);
    }
    if (seconds < 2 * HOUR) {
      return String.format(Locale.ROOT, "%.0f minutes", seconds / MINUTE);
    }
    return seconds < 2 * DAY
        ? String.format(Locale.ROOT, "%.0f hours", seconds / HOUR)
        : String.format(Locale.ROOT, "%.0f days", seconds / DAY);
  }
}

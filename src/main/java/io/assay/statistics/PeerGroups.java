package io.assay.statistics;

/**
 * Accounts of similar size: those of a platform with followers within a factor of two (an octave),
 * neighbouring octaves merged until they hold enough, see {@link NeighbourMerge}.
 */
public final class PeerGroups {

  private PeerGroups() {}

  /** Whole part of the binary logarithm of followers, exact; 0 for 0. */
  public static int octave(long followers) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(followers, 1));
  }

  /** Name of the group of a platform's accounts from one octave to another, both included. */
  public static String name(String platform, int lowest, int highest) {
    long from = lowest == 0 ? 0 : 1L << lowest;
    return platform + " " + from + "-" + ((1L << highest + 1) - 1) + " followers";
  }

  /** Name of the group of a platform's accounts that do not show their followers. */
  public static String unknownFollowers(String platform) {
    return platform + " followers unknown";
  }

  /** Name of the group of all accounts of a platform. */
  public static String everybody(String platform) {
    return platform + " all accounts";
  }
}

package io.assay.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Accounts of similar size: those of a platform with followers within a factor of two (an octave),
 * neighbouring octaves merged until they hold enough, see {@link NeighbourMerge}.
 */
public final class PeerGroups {

  /** Octaves that there can be. */
  public static final int OCTAVES = Long.SIZE;

  private static final String FOLLOWERS = " followers";
  private static final String UNKNOWN = " followers unknown";
  private static final String EVERYBODY = " all accounts";
  private static final Pattern OF_SIZE =
      Pattern.compile("(.*) (\\d+)-(\\d+)" + FOLLOWERS, Pattern.DOTALL);

  /**
   * Octaves that make one group, from one to another, both included.
   *
   * @param lowest the first that holds an account
   * @param highest the last that holds one
   */
  public record Octaves(int lowest, int highest) {

    /** Name of the group of a platform's accounts in these. */
    public String name(String platform) {
      long from = lowest == 0 ? 0 : 1L << lowest;
      return platform + " " + from + "-" + ((1L << highest + 1) - 1) + FOLLOWERS;
    }
  }

  private PeerGroups() {}

  /** Whole part of the binary logarithm of followers, exact; 0 for 0. */
  public static int octave(long followers) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(followers, 1));
  }

  /**
   * The groups of a platform, ascending; every octave that holds an account is in one.
   *
   * @param accounts number of accounts in each octave
   * @param atLeast accounts that a group must hold, unless the platform has fewer
   */
  public static List<Octaves> merged(long[] accounts, long atLeast) {
    int[] held = IntStream.range(0, accounts.length).filter(i -> accounts[i] > 0).toArray();
    int[] groups =
        NeighbourMerge.groups(Arrays.stream(held).mapToLong(i -> accounts[i]).toArray(), atLeast);
    List<Octaves> merged = new ArrayList<>();
    for (int first = 0, next; first < held.length; first = next) {
      next = first;
      while (next < held.length && groups[next] == groups[first]) {
        next++;
      }
      merged.add(new Octaves(held[first], held[next - 1]));
    }
    return merged;
  }

  /** Name of the group of a platform's accounts that do not show their followers. */
  public static String unknownFollowers(String platform) {
    return platform + UNKNOWN;
  }

  /** Name of the group of all accounts of a platform. */
  public static String everybody(String platform) {
    return platform + EVERYBODY;
  }

  /** A group as people speak of it: "x accounts with 2,048 to 8,191 followers". */
  public static String inWords(String group) {
    if (group.endsWith(EVERYBODY)) {
      return without(group, EVERYBODY) + " accounts of any size";
    }
    if (group.endsWith(UNKNOWN)) {
      return without(group, UNKNOWN) + " accounts whose followers are unknown";
    }
    Matcher ofSize = OF_SIZE.matcher(group);
    return ofSize.matches()
        ? String.format(
            Locale.ROOT,
            "%s accounts with %,d to %,d followers",
            ofSize.group(1),
            Long.parseLong(ofSize.group(2)),
            Long.parseLong(ofSize.group(3)))
        : group;
  }

  private static String without(String group, String end) {
    return group.substring(0, group.length() - end.length());
  }
}

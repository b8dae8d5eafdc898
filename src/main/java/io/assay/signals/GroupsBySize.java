package io.assay.signals;

import static org.apache.spark.sql.functions.udf;

import io.assay.statistics.PeerGroups;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * The group of accounts of similar size that an account belongs to, see {@link PeerGroups}.
 *
 * @param names of each platform the group's name by octave
 */
record GroupsBySize(Map<String, String[]> names) implements Serializable {

  /**
   * @param octaves accounts by platform and octave of followers
   * @param atLeast accounts a group must hold, unless the platform has fewer
   */
  static GroupsBySize of(Map<String, long[]> octaves, int atLeast) {
    Map<String, String[]> names = new HashMap<>();
    octaves.forEach((platform, counts) -> names.put(platform, names(platform, counts, atLeast)));
    return new GroupsBySize(names);
  }

  private static String[] names(String platform, long[] counts, int atLeast) {
    String[] names = new String[counts.length];
    for (PeerGroups.Octaves group : PeerGroups.merged(counts, atLeast)) {
      Arrays.fill(names, group.lowest(), group.highest() + 1, group.name(platform));
    }
    return names;
  }

  /** Name of an account's group; those of unknown followers have one of their own. */
  String of(String platform, Long followers) {
    return followers == null
        ? PeerGroups.unknownFollowers(platform)
        : names.get(platform)[PeerGroups.octave(followers.longValue())];
  }

  /** The same of a column of platforms and one of followers (long). */
  Column of(Column platform, Column followers) {
    UDF2<String, Long, String> group = this::of;
    return udf(group, DataTypes.StringType).apply(platform, followers);
  }
}

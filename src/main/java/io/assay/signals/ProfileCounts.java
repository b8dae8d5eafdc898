package io.assay.signals;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.statistics.PeerGroups;
import io.assay.text.HandleLetters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What the profiles of each platform are like all together: how often one letter follows another in
 * their handles, and how many have how many followers. Some 900 counts a platform, however many
 * profiles there are; those of parts add up to those of the whole.
 */
public final class ProfileCounts {
  private static final int OCTAVES = HandleLetters.PAIRS;
  private static final int COUNTERS = OCTAVES + PeerGroups.OCTAVES;

  /** platform, counter (int, what is counted), n. */
  static final StructType SCHEMA =
      new StructType().add("platform", StringType).add("counter", IntegerType).add("n", LongType);

  private final Map<String, long[]> platforms = new TreeMap<>();

  /** Counts one profile; what of it is not known is null. */
  void add(String platform, String handle, Long followers) {
    long[] counts = of(platform);
    if (handle != null) {
      for (int pair : HandleLetters.pairs(handle)) {
        counts[pair]++;
      }
    }
    if (followers != null) {
      counts[OCTAVES + PeerGroups.octave(followers.longValue())]++;
    }
  }

  /** Adds what others counted, rows of {@link #SCHEMA}. */
  public ProfileCounts addAll(Iterable<Row> rows) {
    rows.forEach(row -> of(row.getString(0))[row.getInt(1)] += row.getLong(2));
    return this;
  }

  /** What was counted, as rows of {@link #SCHEMA}. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    platforms.forEach(
        (platform, counts) -> {
          for (int counter = 0; counter < COUNTERS; counter++) {
            if (counts[counter] > 0) {
              rows.add(RowFactory.create(platform, counter, counts[counter]));
            }
          }
        });
    return rows;
  }

  /** Transitions of handles by platform, see {@link HandleLetters}. */
  public Map<String, long[]> letters() {
    return parts(0, OCTAVES);
  }

  /** Profiles by platform and octave of followers. */
  Map<String, long[]> octaves() {
    return parts(OCTAVES, COUNTERS);
  }

  private Map<String, long[]> parts(int from, int to) {
    Map<String, long[]> parts = new TreeMap<>();
    platforms.forEach(
        (platform, counts) -> parts.put(platform, Arrays.copyOfRange(counts, from, to)));
    return parts;
  }

  private long[] of(String platform) {
    return platforms.computeIfAbsent(platform, p -> new long[COUNTERS]);
  }
}

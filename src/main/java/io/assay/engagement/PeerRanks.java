package io.assay.engagement;

import io.assay.statistics.Histogram;
import io.assay.statistics.LogBins;
import io.assay.statistics.PeerGroups;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Places each assessed account among its peers, see {@link PeerGroups}. Accounts whose rates lie in
 * one bin share the middle of their ranks. Memory: bins by group, some dozen groups a platform.
 *
 * @param bins bins in which rates are ranked
 * @param groups by platform, then by octave; octaves that are merged share a group
 */
record PeerRanks(LogBins bins, HashMap<String, HashMap<Integer, Ranked>> groups)
    implements Serializable {

  /** What {@link #of(String, Long, Double)} gives. */
  static final StructType SCHEMA =
      new StructType()
          .add("peer_group", DataTypes.StringType)
          .add("peer_n", DataTypes.LongType)
          .add("peer_percentile", DataTypes.DoubleType);

  /** A peer group and the percentile (0-100) of each bin that holds one of its rates. */
  record Ranked(String name, long n, HashMap<Integer, Double> percentiles)
      implements Serializable {}

  /**
   * @param atLeast accounts a group must hold, unless the platform has fewer
   */
  static PeerRanks of(ValueCounts counts, LogBins bins, int atLeast) {
    Map<String, TreeMap<Integer, Histogram>> platforms = new HashMap<>();
    for (HistogramKey key : counts.keys(HistogramKey.Axis.PEERS)) {
      platforms
          .computeIfAbsent(key.platform(), p -> new TreeMap<>())
          .put(key.part(), counts.histograms().get(key));
    }
    HashMap<String, HashMap<Integer, Ranked>> groups = new HashMap<>();
    platforms.forEach((name, octaves) -> groups.put(name, merged(name, octaves, atLeast)));
    return new PeerRanks(bins, groups);
  }

  private static HashMap<Integer, Ranked> merged(
      String platform, TreeMap<Integer, Histogram> byOctave, int atLeast) {
    long[] accounts = new long[PeerGroups.OCTAVES];
    byOctave.forEach((octave, rates) -> accounts[octave] = rates.n());
    HashMap<Integer, Ranked> ranked = new HashMap<>();
    for (PeerGroups.Octaves group : PeerGroups.merged(accounts, atLeast)) {
      Map<Integer, Histogram> ofGroup =
          byOctave.subMap(group.lowest(), true, group.highest(), true);
      Histogram union = new Histogram();
      ofGroup.values().forEach(union::add);
      Ranked peers = new Ranked(group.name(platform), union.n(), percentiles(union));
      ofGroup.keySet().forEach(octave -> ranked.put(octave, peers));
    }
    return ranked;
  }

  private static HashMap<Integer, Double> percentiles(Histogram rates) {
    HashMap<Integer, Double> percentiles = new HashMap<>();
    long below = 0;
    for (Map.Entry<Integer, Long> bin : rates.counts().entrySet()) {
      percentiles.put(bin.getKey(), (below + bin.getValue() / 2.0) * 100 / rates.n());
      below += bin.getValue();
    }
    return percentiles;
  }

  /** An account's peers ({@link #SCHEMA}); null without a rate. */
  Row of(String platform, Long followers, Double rate) {
    if (followers == null || rate == null) {
      return null;
    }
    Ranked group = groups.get(platform).get(PeerGroups.octave(followers));
    return RowFactory.create(group.name(), group.n(), group.percentiles().get(bins.bin(rate)));
  }
}

package io.assay.evidence;

import io.assay.contracts.Family;
import io.assay.statistics.TailCounts;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * How families score over all accounts of a platform. Scores are made of ranks among peers already,
 * so sizes are comparable; and among all of a platform a crowd of one size hides less.
 */
final class FamilyTails implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Map<Family, TailCounts>> byPlatform;
  private final int minPeers;

  private FamilyTails(Map<String, Map<Family, TailCounts>> byPlatform, int minPeers) {
    this.byPlatform = byPlatform;
    this.minPeers = minPeers;
  }

  /**
   * @param counts rows of {@link CountFamilies#SCHEMA}, each platform, family and bin once
   * @param minPeers accounts of whom a family must speak to be compared
   */
  static FamilyTails of(List<Row> counts, int minPeers) {
    Map<String, Map<Family, Map<Integer, Long>>> gathered = new HashMap<>();
    for (Row row : counts) {
      gathered
          .computeIfAbsent(row.getString(0), p -> new EnumMap<>(Family.class))
          .computeIfAbsent(Family.of(row.getString(1)), f -> new HashMap<>())
          .put(row.getInt(2), row.getLong(3));
    }
    Map<String, Map<Family, TailCounts>> tails = new HashMap<>();
    gathered.forEach(
        (platform, families) -> {
          Map<Family, TailCounts> of = new EnumMap<>(Family.class);
          families.forEach((family, bins) -> of.put(family, TailCounts.of(bins)));
          tails.put(platform, of);
        });
    return new FamilyTails(tails, minPeers);
  }

  /** (r + 1) / (n + 1) of a score; null where the family speaks of too few. */
  Double tail(String platform, Family family, int score) {
    TailCounts scores = byPlatform.getOrDefault(platform, Map.of()).get(family);
    return scores == null || scores.n() < minPeers ? null : scores.probability(score, true);
  }

  int minPeers() {
    return minPeers;
  }
}

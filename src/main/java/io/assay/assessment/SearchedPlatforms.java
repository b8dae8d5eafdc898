package io.assay.assessment;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.Family;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.job.RunsSpark;
import io.assay.statistics.SignedBins;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * On which platforms groups could be looked for: where a signal of coordination is known of
 * anybody, or a group was accepted (of shares alone no such signal comes).
 *
 * <p>Cost: a pass over the groups.
 */
@RunsSpark
final class SearchedPlatforms {
  private static final Set<String> OF_GROUPS =
      Signals.ALL.stream()
          .filter(signal -> signal.family() == Family.COORDINATION)
          .map(Signal::name)
          .collect(Collectors.toUnmodifiableSet());

  private SearchedPlatforms() {}

  /**
   * @param counts of all accounts, as {@link io.assay.peers.CountBins#SCHEMA}
   * @param groups {@code gold.coordinated_group} of the day
   */
  static Set<String> of(List<Row> counts, Dataset<Row> groups) {
    Set<String> platforms =
        new TreeSet<>(
            groups
                .where(col("accepted"))
                .select("platform")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
    counts.stream()
        .filter(row -> OF_GROUPS.contains(row.getString(2)) && row.getInt(3) != SignedBins.UNKNOWN)
        .forEach(row -> platforms.add(row.getString(0)));
    return platforms;
  }
}

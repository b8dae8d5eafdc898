package io.assay.clusters;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ids of the day's clusters: that of a cluster of the day before where both together share half of
 * all their members (Jaccard), else a new one.
 *
 * @param named id and first day of each cluster by label; labels tell platforms apart
 * @param gone clusters of the day before that none of today's is
 */
record ClusterNames(Map<String, NamedCluster> named, List<Before> gone) implements Serializable {

  /** Of all members of two clusters those that both have, if they are one. */
  private static final double HALF = 0.5;

  /** An id and since when it is known. */
  record NamedCluster(String id, LocalDate since, boolean isNew) implements Serializable {}

  /** A cluster of the day before. */
  record Before(
      String platform, Stratum stratum, String id, LocalDate since, String name, long accounts)
      implements Serializable {}

  /** Members that a cluster of today and one of the day before have in common. */
  record SharedMembers(String label, Before before, long accounts) {}

  /**
   * @param clusters of the day, in their order
   * @param sizes members of each by label
   * @param before clusters of the day before
   * @param shared members that clusters of both days have in common
   */
  static ClusterNames of(
      List<Cluster> clusters,
      Map<String, Long> sizes,
      List<Before> before,
      List<SharedMembers> shared,
      LocalDate day) {
    Map<String, NamedCluster> named = new HashMap<>();
    Set<Before> taken = new HashSet<>();
    shared.stream()
        .filter(s -> jaccard(s, sizes) >= HALF)
        .sorted(
            Comparator.<SharedMembers>comparingDouble(s -> -jaccard(s, sizes))
                .thenComparing(SharedMembers::label)
                .thenComparing(s -> s.before().id()))
        .forEach(
            s -> {
              if (!named.containsKey(s.label()) && taken.add(s.before())) {
                named.put(s.label(), new NamedCluster(s.before().id(), s.before().since(), false));
              }
            });
    Map<String, Integer> numbers = new TreeMap<>();
    for (Cluster cluster : clusters) {
      if (!named.containsKey(cluster.label())) {
        String prefix = cluster.stratum().title() + "-" + day;
        int number = numbers.merge(cluster.platform() + " " + prefix, 1, Integer::sum);
        named.put(
            cluster.label(), new NamedCluster("%s-%02d".formatted(prefix, number), day, true));
      }
    }
    List<Before> gone = new ArrayList<>(before);
    gone.removeAll(taken);
    return new ClusterNames(named, gone);
  }

  private static double jaccard(SharedMembers shared, Map<String, Long> sizes) {
    long all = sizes.get(shared.label()) + shared.before().accounts() - shared.accounts();
    return (double) shared.accounts() / all;
  }
}

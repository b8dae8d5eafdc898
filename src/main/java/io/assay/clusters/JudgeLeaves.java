package io.assay.clusters;

import io.assay.contracts.Kind;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import io.assay.peers.KindModel;
import io.assay.peers.PeerTails;
import io.assay.settings.ClusterSettings;
import io.assay.statistics.LikelihoodModel;
import io.assay.statistics.Quantiles;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the suspicious among the leaves of a stratum. A crowd is in nobody's tail while it is among
 * its own peers, so leaves are measured against everybody outside; and of a crowd that fills
 * several leaves each is usual while the others are outside, so leaves are taken together: the most
 * suspicious first, one more each time, and of all that are suspicious in that company the largest
 * set is accepted of which every leaf is suspicious against everybody outside the set. Not to be
 * suspicious yet is no reason to stop.
 *
 * @param counts of the platform
 * @param members a sample of the accounts of each leaf
 * @param models how likely an account is of each kind, by its signals
 */
record JudgeLeaves(
    LeafCounts counts,
    Map<Leaf, List<AccountRow>> members,
    Map<Kind, KindModel> models,
    ClusterSettings settings,
    SignedBins bins,
    int minPeers) {

  /** A leaf that is so little suspicious alone will not be in company. */
  private static final double HOPELESS = 0.002;

  /** A leaf that is so little suspicious in company ... */
  private static final double INNOCENT = 0.02;

  /** ... so many times ends the search. */
  private static final int PATIENCE = 4;

  /** How a set of leaves looks against everybody outside it. */
  private record OutsideLook(Map<Leaf, Double> medians, double median, double quartile) {
    boolean isSuspicious(ClusterSettings settings) {
      return median >= settings.medianAtLeast()
          && quartile >= settings.quartileAtLeast()
          && medians.values().stream().allMatch(m -> m >= settings.medianAtLeast());
    }
  }

  /** What was found, and what of each leaf alone. */
  record JudgedLeaves(List<Suspicion> suspicious, Map<Leaf, LeafVerdict> verdicts) {}

  JudgedLeaves of(Stratum stratum) {
    List<Leaf> leaves =
        counts.leaves().keySet().stream()
            .filter(leaf -> leaf.stratum() == stratum)
            .filter(leaf -> counts.sizes().get(leaf) >= settings.minAccounts())
            .filter(members::containsKey)
            .toList();
    Map<Leaf, LeafVerdict> verdicts = new HashMap<>();
    Map<Leaf, LeafVerdict> tooMany = new HashMap<>();
    Map<Leaf, Kind> kinds = new TreeMap<>();
    Map<Leaf, Double> strengths = new HashMap<>();
    for (Kind kind : stratum.kinds()) {
      KindModel model = models.get(kind);
      Map<Leaf, OutsideLook> alone = new HashMap<>();
      leaves.forEach(leaf -> alone.put(leaf, look(List.of(leaf), model)));
      alone.forEach(
          (leaf, look) ->
              verdicts.merge(
                  leaf,
                  new LeafVerdict(kind, look.median(), look.quartile(), false),
                  (one, other) -> one.median() >= other.median() ? one : other));
      Scan scan = scan(leaves, alone, model);
      scan.accepted()
          .forEach(
              (leaf, strength) -> {
                if (strength > strengths.getOrDefault(leaf, -1.0)) {
                  strengths.put(leaf, strength);
                  kinds.put(leaf, kind);
                }
              });
      scan.tooMany()
          .forEach(
              leaf -> {
                OutsideLook look = alone.get(leaf);
                tooMany.putIfAbsent(
                    leaf, new LeafVerdict(kind, look.median(), look.quartile(), true));
              });
    }
    verdicts.putAll(tooMany);
    List<Suspicion> suspicious = new ArrayList<>();
    for (Kind kind : stratum.kinds()) {
      List<Leaf> of = kinds.keySet().stream().filter(leaf -> kinds.get(leaf) == kind).toList();
      if (!of.isEmpty()) {
        // What is left of a set where another kind took some of its leaves is a set of its own.
        OutsideLook look = look(of, models.get(kind));
        if (look.isSuspicious(settings)) {
          suspicious.add(new Suspicion(kind, of, look.median(), look.quartile()));
        }
      }
    }
    return new JudgedLeaves(suspicious, verdicts);
  }

  /** Leaves that were accepted with their medians, and those that would have made it too many. */
  private record Scan(Map<Leaf, Double> accepted, List<Leaf> tooMany) {}

  private Scan scan(List<Leaf> leaves, Map<Leaf, OutsideLook> alone, KindModel model) {
    List<Leaf> order =
        leaves.stream()
            .sorted(
                Comparator.<Leaf>comparingDouble(leaf -> -alone.get(leaf).median())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    double most = settings.largestShare() * counts.accounts();
    Map<Leaf, Double> accepted = Map.of();
    List<Leaf> set = new ArrayList<>();
    int fails = 0;
    for (Leaf leaf : order) {
      if (alone.get(leaf).median() < HOPELESS) {
        break;
      }
      set.add(leaf);
      if (counts.accounts(set) > most) {
        boolean wouldBe = look(set, model).isSuspicious(settings);
        // Of a crowd of which so many cannot be judged, to accept a part would be arbitrary.
        return wouldBe ? new Scan(Map.of(), List.copyOf(set)) : new Scan(accepted, List.of());
      }
      OutsideLook look = look(set, model);
      Map<Leaf, Double> found = look.isSuspicious(settings) ? look.medians() : among(look, model);
      if (counts.accounts(found.keySet()) > counts.accounts(accepted.keySet())) {
        accepted = found;
        fails = 0;
      } else if (++fails >= PATIENCE && look.medians().get(leaf) < INNOCENT) {
        break;
      }
    }
    return new Scan(accepted, List.of());
  }

  /**
   * Those of a set that are suspicious in its company, if they are without the others, too: one
   * innocent leaf taken early must not hide all that come later.
   */
  private Map<Leaf, Double> among(OutsideLook look, KindModel model) {
    List<Leaf> left =
        look.medians().keySet().stream()
            .filter(leaf -> look.medians().get(leaf) >= settings.medianAtLeast())
            .toList();
    if (left.isEmpty()) {
      return Map.of();
    }
    OutsideLook without = look(left, model);
    return without.isSuspicious(settings) ? without.medians() : Map.of();
  }

  private OutsideLook look(Collection<Leaf> leaves, KindModel model) {
    Set<String> signals =
        Arrays.stream(model.places())
            .mapToObj(place -> Signals.ALL.get(place).name())
            .collect(Collectors.toSet());
    PeerTails outside = PeerTails.of(counts.outside(leaves, signals), minPeers, bins);
    Map<Leaf, Double> medians = new TreeMap<>();
    double[] all = {};
    for (Leaf leaf : leaves) {
      double[] likelihoods =
          members.get(leaf).stream()
              .mapToDouble(account -> likelihood(model, account, outside))
              .toArray();
      medians.put(leaf, Quantiles.median(likelihoods.clone(), likelihoods.length));
      int had = all.length;
      all = Arrays.copyOf(all, had + likelihoods.length);
      System.arraycopy(likelihoods, 0, all, had, likelihoods.length);
    }
    Arrays.sort(all);
    return new OutsideLook(
        medians,
        Quantiles.ofSorted(all, all.length, 0.5),
        Quantiles.ofSorted(all, all.length, 0.25));
  }

  /** Of whom nothing is known that speaks of the kind, nobody can suspect it. */
  private static double likelihood(KindModel model, AccountRow account, PeerTails outside) {
    double logit = model.logit(account, outside);
    return Double.isNaN(logit) ? 0 : LikelihoodModel.probability(logit);
  }
}

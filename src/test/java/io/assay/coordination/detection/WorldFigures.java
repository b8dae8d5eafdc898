package io.assay.coordination.detection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How well a detection agrees with what was planted: accounts in accepted groups, and groups
 * matched one to one. Positives are pods' and farms' members, negatives genuine accounts; others
 * are left out.
 */
record WorldFigures(
    double averagePrecision,
    double precision,
    double recall,
    double recallOfPods,
    double recallOfFarms,
    double groupF1,
    int falseAccounts,
    Map<String, Integer> falseBySort,
    Map<String, Double> f1OfGroups) {

  static WorldFigures of(Detection found, PlantedTruth truth) {
    boolean[] planted = truth.planted();
    boolean[] flagged = new boolean[planted.length];
    found.accepted().forEach(g -> Arrays.stream(g.members()).forEach(u -> flagged[u] = true));
    int hits = count(planted.length, u -> flagged[u] && planted[u]);
    int wrong = count(planted.length, u -> flagged[u] && truth.genuine()[u]);
    Map<String, Integer> sorts = new TreeMap<>();
    for (int u = 0; u < planted.length; u++) {
      if (flagged[u] && truth.genuine()[u]) {
        sorts.merge(truth.sort()[u], 1, Integer::sum);
      }
    }
    int all = count(planted.length, u -> planted[u]);
    int pods = count(planted.length, u -> planted[u] && truth.inPod()[u]);
    int inPods = count(planted.length, u -> flagged[u] && planted[u] && truth.inPod()[u]);
    Map<String, Double> f1 = f1(found, truth);
    return new WorldFigures(
        averagePrecision(found.scores().score(), planted, truth.genuine()),
        hits / (double) (hits + wrong),
        hits / (double) all,
        inPods / (double) pods,
        (hits - inPods) / (double) (all - pods),
        f1.values().stream().mapToDouble(d -> d).average().orElse(Double.NaN),
        wrong,
        sorts,
        f1);
  }

  private static int count(int accounts, IntPredicate where) {
    return (int) IntStream.range(0, accounts).filter(where).count();
  }

  /** Not interpolated; accounts of equal score share a threshold. */
  static double averagePrecision(double[] score, boolean[] positive, boolean[] negative) {
    int[] order =
        IntStream.range(0, score.length)
            .filter(u -> positive[u] || negative[u])
            .boxed()
            .sorted(Comparator.comparingDouble(u -> -score[u]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = Arrays.stream(order).filter(u -> positive[u]).count();
    double sum = 0;
    double before = 0;
    double found = 0;
    for (int i = 0; i < order.length; i++) {
      found += positive[order[i]] ? 1 : 0;
      if (i + 1 == order.length || score[order[i + 1]] != score[order[i]]) {
        sum += (found - before) / all * found / (i + 1);
        before = found;
      }
    }
    return sum;
  }

  /** F1 of each planted group with its partner, the best pairs first. */
  private static Map<String, Double> f1(Detection found, PlantedTruth truth) {
    record Match(String planted, int found, double f1) {}
    List<CoordinatedGroup> accepted = found.accepted();
    List<Match> matches = new ArrayList<>();
    truth
        .groups()
        .forEach(
            (name, members) -> {
              for (int i = 0; i < accepted.size(); i++) {
                int[] of = accepted.get(i).members();
                long common = Arrays.stream(of).filter(members::contains).count();
                matches.add(new Match(name, i, 2.0 * common / (of.length + members.size())));
              }
            });
    matches.sort(Comparator.comparingDouble(m -> -m.f1()));
    Map<String, Double> best = new TreeMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Match match : matches) {
      if (!best.containsKey(match.planted()) && taken.add(match.found())) {
        best.put(match.planted(), match.f1());
      }
    }
    truth.groups().keySet().forEach(name -> best.putIfAbsent(name, 0.0));
    return best;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "AP %.3f P %.3f R %.3f (pods %.3f farms %.3f) F1m %.3f false %d %s",
        averagePrecision,
        precision,
        recall,
        recallOfPods,
        recallOfFarms,
        groupF1,
        falseAccounts,
        falseBySort);
  }

  /**
   * Prints the figures of crawls that are at hand, with what each candidate was judged by. A crawl
   * "FOLDER@0.5" shows half of its events, by hash.
   */
  public static void main(String[] crawls) {
    for (String spec : crawls) {
      long start = System.nanoTime();
      String crawl = spec.replaceFirst("@.*", "");
      double shown = spec.equals(crawl) ? 1 : Double.parseDouble(spec.replaceFirst(".*@", ""));
      LoadedCrawl loaded = LoadedCrawl.of(Path.of(crawl)).thinned(shown);
      long read = System.nanoTime();
      Detection found =
          Detector.detect(loaded.events(), loaded.follows(), CoordinationMethod.DEFAULT);
      long done = System.nanoTime();
      PlantedTruth truth = PlantedTruth.of(Path.of(crawl), loaded.accounts());
      System.out.printf(
          Locale.ROOT,
          "%s: %d events, %d niches, read %.1f s, detected %.1f s%n  %s%n",
          spec,
          loaded.events().size(),
          found.niches().count(),
          (read - start) / 1e9,
          (done - read) / 1e9,
          of(found, truth));
      System.out.println("  " + RoleFigures.of(loaded.events(), found, truth));
      found.groups().forEach(g -> System.out.println("    " + line(g, truth)));
      of(found, truth)
          .f1OfGroups()
          .forEach(
              (name, f1) -> {
                if (f1 < 0.9) {
                  System.out.printf(
                      Locale.ROOT,
                      "    weak: %s of %d: %.2f%n",
                      name,
                      truth.groups().get(name).size(),
                      f1);
                }
              });
    }
  }

  private static String line(CoordinatedGroup g, PlantedTruth truth) {
    Map<String, Integer> sorts = new HashMap<>();
    Arrays.stream(g.members()).forEach(u -> sorts.merge(truth.sort()[u], 1, Integer::sum));
    return String.format(
        Locale.ROOT,
        "%s of %d on %d: phi %.2f kappa %.3f +- %.3f s %.2f (%d) spread %.2f stock %.2f (%d) p %.2f hub %.1e %s %s",
        g.kind(),
        g.members().length,
        g.targets().length,
        g.signs().unevenness().phi(),
        g.signs().unevenness().kappa(),
        g.signs().unevenness().error(),
        g.signs().synchrony().ratio(),
        g.signs().synchrony().pairs(),
        g.signs().spread().ratio(),
        g.signs().stock().beyond(),
        g.signs().stock().comments(),
        g.probability(),
        g.hub().chance(),
        g.verdict(),
        sorts);
  }
}

package io.assay.coordination.coaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same answer by plain loops over all shares, step by step as CooRTweet goes. */
final class PlainCoAction {

  record Share(String platform, String object, String account, String content, long micros) {
    String who() {
      return platform.equals("x") ? account : platform + "/" + account;
    }

    String what() {
      return platform + "/" + content;
    }
  }

  private record Couple(Share one, Share other) {
    long delay() {
      return Math.abs(one.micros() - other.micros());
    }
  }

  private PlainCoAction() {}

  /** Edges as {@link Shares#edges} writes them; accounts sort by platform, then by id. */
  static List<String> edges(long window, int least, List<Share> given) {
    Map<String, Long> taking = given.stream().collect(byAccount());
    List<Share> shares = given.stream().filter(s -> taking.get(s.who()) >= least).toList();
    List<Couple> couples = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      for (int j = i + 1; j < shares.size(); j++) {
        Couple couple = new Couple(shares.get(i), shares.get(j));
        if (isPair(couple) && couple.delay() <= window * 1_000_000) {
          couples.add(couple);
        }
      }
    }
    Set<String> contents = new HashSet<>();
    couples.forEach(c -> contents.addAll(List.of(c.one().what(), c.other().what())));
    List<Share> paired = shares.stream().filter(s -> contents.contains(s.what())).toList();
    Map<String, Long> pairing = paired.stream().collect(byAccount());
    Set<String> qualifying =
        paired.stream()
            .filter(s -> pairing.get(s.who()) >= least)
            .map(Share::what)
            .collect(Collectors.toSet());
    couples.removeIf(
        c -> !qualifying.contains(c.one().what()) && !qualifying.contains(c.other().what()));
    return sums(couples);
  }

  private static java.util.stream.Collector<Share, ?, Map<String, Long>> byAccount() {
    return Collectors.groupingBy(Share::who, HashMap::new, Collectors.counting());
  }

  private static boolean isPair(Couple c) {
    return c.one().object().equals(c.other().object())
        && !c.one().who().equals(c.other().who())
        && !c.one().what().equals(c.other().what())
        && !c.one().content().equals(c.one().object())
        && !c.other().content().equals(c.other().object());
  }

  private static List<String> sums(List<Couple> couples) {
    Map<String, List<Long>> delays = new TreeMap<>();
    for (Couple c : couples) {
      boolean swap = key(c.one()).compareTo(key(c.other())) > 0;
      String edge = (swap ? c.other() : c.one()).who() + " " + (swap ? c.one() : c.other()).who();
      delays.computeIfAbsent(edge, e -> new ArrayList<>()).add(c.delay());
    }
    List<String> edges = new ArrayList<>();
    delays.forEach(
        (edge, of) ->
            edges.add(
                edge
                    + " "
                    + of.size()
                    + " "
                    + of.stream().mapToLong(d -> d).sum() / 1e6 / of.size()));
    edges.sort(null);
    return edges;
  }

  private static String key(Share share) {
    return share.platform() + "\0" + share.account();
  }
}

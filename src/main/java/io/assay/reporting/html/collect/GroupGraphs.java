package io.assay.reporting.html.collect;

import io.assay.reporting.html.model.ActingGroup.BoundPair;
import io.assay.reporting.html.model.ActingGroup.Node;
import io.assay.reporting.html.model.ReportLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts graphs together from rows of members and pairs, and bounds each of them. Pure. */
final class GroupGraphs {
  private static final Drawing NONE = new Drawing(List.of(), List.of(), 0);

  private final Map<List<String>, List<Node>> nodes = new HashMap<>();
  private final Map<List<String>, Long> belonging = new HashMap<>();
  private final Map<List<String>, List<Pair>> pairs = new HashMap<>();

  /**
   * @param belonging accounts of the group, shown or not
   */
  record Drawing(List<Node> nodes, List<BoundPair> edges, long belonging) {}

  private record Pair(String first, String second, int posts) {}

  /**
   * Adds an account, those that belong to the group most clearly first.
   *
   * @param sameRole how many accounts the group has in the role
   */
  void node(String platform, String group, Node node, long sameRole, boolean firstOfRole) {
    List<String> key = List.of(platform, group);
    nodes.computeIfAbsent(key, k -> new ArrayList<>()).add(node);
    if (firstOfRole) {
      belonging.merge(key, sameRole, Long::sum);
    }
  }

  void pair(String platform, String group, String first, String second, int posts) {
    pairs
        .computeIfAbsent(List.of(platform, group), k -> new ArrayList<>())
        .add(new Pair(first, second, posts));
  }

  /** The graph of a group: members leave room for those whose posts are hit. */
  Drawing of(String platform, String group) {
    List<String> key = List.of(platform, group);
    List<Node> all = nodes.get(key);
    if (all == null) {
      return NONE;
    }
    List<Node> targets =
        all.stream().filter(n -> !n.isMember()).limit(ReportLimits.TARGETS).toList();
    List<Node> shown =
        new ArrayList<>(
            all.stream()
                .filter(Node::isMember)
                .limit(ReportLimits.NODES - targets.size())
                .toList());
    shown.addAll(targets);
    return new Drawing(List.copyOf(shown), edges(key, shown), belonging.get(key));
  }

  private List<BoundPair> edges(List<String> key, List<Node> shown) {
    Map<String, Integer> position = new HashMap<>();
    shown.forEach(node -> position.put(node.accountId(), position.size()));
    return pairs.getOrDefault(key, List.of()).stream()
        .filter(p -> position.containsKey(p.first()) && position.containsKey(p.second()))
        .map(p -> new BoundPair(position.get(p.first()), position.get(p.second()), p.posts()))
        .sorted(
            Comparator.comparingInt(BoundPair::posts)
                .reversed()
                .thenComparingInt(BoundPair::first)
                .thenComparingInt(BoundPair::second))
        .limit(ReportLimits.EDGES)
        .toList();
  }
}

package io.assay.reporting.html.page;

import io.assay.reporting.html.model.ActingGroup;
import io.assay.reporting.html.model.ActingGroup.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture of a group: members on a circle, those whose posts they hit inside it. Places follow
 * from the order of the nodes alone, so a rerun draws the same picture.
 */
final class GroupChart {
  private static final double OUTER = 100;
  private static final double INNER = 45;
  private static final int SMALLEST = 8;
  private static final int LARGEST = 22;

  private GroupChart() {}

  static Chart of(ActingGroup group) {
    List<Node> nodes = group.nodes();
    int members = (int) nodes.stream().filter(Node::isMember).count();
    double most = nodes.stream().mapToDouble(Node::coverage).max().orElse(1);
    List<Object> drawn = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      boolean outer = i < members;
      double turn =
          2
              * Math.PI
              * (outer ? (double) i / members : (double) (i - members) / (nodes.size() - members));
      double radius = outer ? OUTER : nodes.size() - members == 1 ? 0 : INNER;
      Map<String, Object> made = new LinkedHashMap<>();
      made.put("name", node.name());
      made.put("x", radius * Math.sin(turn));
      made.put("y", -radius * Math.cos(turn));
      made.put("category", node.role());
      made.put("value", Charts.row(node.acts(), Figures.percent(node.coverage())));
      made.put(
          "symbolSize", SMALLEST + (LARGEST - SMALLEST) * (most == 0 ? 0 : node.coverage() / most));
      drawn.add(made);
    }
    List<Object> ties = new ArrayList<>();
    int strongest = group.edges().stream().mapToInt(ActingGroup.Edge::posts).max().orElse(1);
    group
        .edges()
        .forEach(
            e ->
                ties.add(
                    Map.of(
                        "source",
                        e.first(),
                        "target",
                        e.second(),
                        "value",
                        e.posts(),
                        "lineStyle",
                        Map.of("width", 0.4 + 2.0 * e.posts() / Math.max(1, strongest)))));
    return new Chart(
        "chart-" + group.anchor(),
        "Who is in " + group.id(),
        "Accounts as circles, the larger the more of the group's posts they engaged; lines bind those"
            + " who have most posts in common.",
        0,
        List.of(Chart.variant(group.id(), "group", Map.of("nodes", drawn, "edges", ties))));
  }
}

package io.assay.reporting.html.page;

import io.assay.reporting.html.model.ActingGroup;
import io.assay.reporting.html.model.ActingGroup.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture of a group: members on a circle, those whose posts they hit beside it, by name.
 * Places follow from the order of the nodes alone, so a rerun draws the same picture.
 */
final class GroupChart {
  private static final double RADIUS = 100;

  /** Where those stand whose posts are hit: beside the circle. */
  private static final double COLUMN = 170;

  private static final int SMALLEST = 6;
  private static final int LARGEST = 14;

  private GroupChart() {}

  static Chart of(ActingGroup group) {
    List<Node> nodes = group.nodes();
    int members = (int) nodes.stream().filter(Node::isMember).count();
    double most = nodes.stream().mapToDouble(Node::coverage).max().orElse(1);
    List<Object> drawn = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      boolean member = i < members;
      double turn = 2 * Math.PI * i / Math.max(1, members);
      Map<String, Object> made = new LinkedHashMap<>();
      made.put("name", node.name());
      made.put("x", member ? RADIUS * Math.sin(turn) : COLUMN);
      made.put("y", member ? -RADIUS * Math.cos(turn) : row(i - members, nodes.size() - members));
      made.put("category", node.role());
      if (member && members < nodes.size()) {
        made.put("label", Map.of("show", false));
      }
      made.put("value", Charts.row(node.acts(), Figures.percent(node.coverage())));
      made.put(
          "symbolSize", SMALLEST + (LARGEST - SMALLEST) * (most == 0 ? 0 : node.coverage() / most));
      drawn.add(made);
    }
    List<Object> ties = new ArrayList<>();
    int strongest = group.edges().stream().mapToInt(ActingGroup.BoundPair::posts).max().orElse(1);
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
        "Accounts as circles, the larger the more of the group's posts they engaged; lines bind"
            + " those who have most posts in common.",
        0,
        List.of(
            Chart.variant(
                group.id(),
                "group",
                Map.of(
                    "nodes",
                    drawn,
                    "edges",
                    ties,
                    "layout",
                    members == nodes.size() ? "circular" : "none"))));
  }

  /** Height of one of several in a column. */
  private static double row(int number, int of) {
    return RADIUS * (2.0 * (number + 0.5) / of - 1);
  }
}

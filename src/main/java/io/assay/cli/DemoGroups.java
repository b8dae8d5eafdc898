package io.assay.cli;

import io.assay.cli.text.Texts;
import io.assay.cli.text.Wrapped;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.text.Printable;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The part of the demo that shows who acts together. A demo's members are a hundred; they are
 * collected.
 *
 * @param tables rows of the demo's day
 */
record DemoGroups(Function<Table, Dataset<Row>> tables) {
  private static final int NAMED = 4;

  /** Who belongs to a group, and what was planted. */
  private record Belonging(String groupId, String role, String name, String planted) {}

  void print(PrintStream out) {
    List<Row> groups =
        tables
            .apply(CoordinationTables.COORDINATED_GROUP)
            .select("group_id", "kind", "accepted", "sentence", "explanations", "members")
            .collectAsList()
            .stream()
            .sorted(
                Comparator.comparing((Row g) -> !g.<Boolean>getAs("accepted"))
                    .thenComparing(g -> g.<String>getAs("kind"))
                    .thenComparing(g -> -g.<Integer>getAs("members"))
                    .thenComparing(g -> g.<String>getAs("group_id")))
            .toList();
    Map<String, List<Belonging>> members =
        members().stream()
            .collect(Collectors.groupingBy(Belonging::groupId, TreeMap::new, Collectors.toList()));
    out.println("Who acts together");
    out.println();
    out.println(
        groups.isEmpty()
            ? "Nobody does more than chance explains."
            : "Groups that do so more than chance explains, and what was planted:");
    for (Row group : groups) {
      out.println();
      print(group, members.get(group.<String>getAs("group_id")), out);
    }
  }

  private List<Belonging> members() {
    String[] key = {"platform", "account_id"};
    Dataset<Row> labels =
        tables.apply(SilverTables.LABEL).selectExpr("platform", "account_id", "class");
    return tables
        .apply(CoordinationTables.COORDINATED_MEMBER)
        .join(labels, key, "left")
        .selectExpr(
            "group_id", "role", "coalesce(handle, account_id)", "coalesce(class, 'nothing')")
        .collectAsList()
        .stream()
        .map(r -> new Belonging(r.getString(0), r.getString(1), r.getString(2), r.getString(3)))
        .sorted(Comparator.comparing(Belonging::name))
        .toList();
  }

  private static void print(Row group, List<Belonging> all, PrintStream out) {
    boolean accepted = group.getAs("accepted");
    out.println(
        group.getAs("group_id")
            + (accepted ? "" : ", not accepted: something else may explain it"));
    wrapped("", group.getAs("sentence") + ".", out);
    wrapped("Members: ", names(all, "member") + ".", out);
    String customers = names(all, "customer");
    if (!customers.isEmpty()) {
      wrapped("Customers: ", customers + ".", out);
    }
    for (Row explanation : group.<Row>getList(group.fieldIndex("explanations"))) {
      Boolean ruledOut = explanation.getAs("ruled_out");
      boolean isRuledOut = Boolean.TRUE.equals(ruledOut);
      if (accepted || !isRuledOut) {
        wrapped(
            isRuledOut ? "Ruled out: " : "Perhaps: ",
            explanation.getAs("explanation")
                + ". "
                + Texts.capitalised(explanation.getAs("because"))
                + ".",
            out);
      }
    }
    wrapped("Planted: ", planted(all) + ".", out);
  }

  /** The first names of a role, and how many more there are. */
  private static String names(List<Belonging> all, String role) {
    List<String> names =
        all.stream().filter(b -> b.role().equals(role)).map(Belonging::name).toList();
    String first = names.stream().limit(NAMED).map(Printable::of).collect(Collectors.joining(", "));
    return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
  }

  private static String planted(List<Belonging> all) {
    Map<String, Long> counts =
        all.stream()
            .collect(
                Collectors.groupingBy(Belonging::planted, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(c -> Texts.count(c.getValue()) + " " + who(c.getKey(), c.getValue() > 1))
        .collect(Collectors.joining(", "));
  }

  /** What those are called who are labelled so, one or several. */
  static String who(String planted, boolean several) {
    String s = several ? "s" : "";
    return switch (planted) {
      case "pod" -> "member" + s + " of a pod";
      case "farm_customer" -> "customer" + s + " of a farm";
      case "farm_victim" -> "victim" + s + " of a farm";
      case "farm_worker" -> "worker" + s + " of a farm";
      case "clique" -> several ? "friends" : "friend of others";
      case "employee" -> "employee" + s + " of a brand";
      case "fan_club" -> "member" + s + " of a fan club";
      case "bought_likes", "bought_followers" ->
          (several ? "buyers of " : "buyer of ") + planted.substring("bought_".length());
      case "ordinary" -> "ordinary account" + s;
      case "nothing" -> "account" + s + " without a label";
      default -> (several ? "accounts" : "account") + " labelled " + planted.replace('_', ' ');
    };
  }

  private static void wrapped(String what, String text, PrintStream out) {
    Wrapped.lines("  " + what, "    ", text).forEach(out::println);
  }
}

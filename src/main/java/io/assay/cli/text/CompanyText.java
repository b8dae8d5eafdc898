package io.assay.cli.text;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.Kind;
import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.PageQuery;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Whom an account acts with, and who is like it. */
final class CompanyText {
  private CompanyText() {}

  static void into(PageText text, AccountPage page) {
    text.heading("Groups that act together");
    List<Row> groups = page.rows(PageQuery.GROUPS);
    if (groups.isEmpty()) {
      text.paragraph("None that was found.");
    }
    groups.forEach(group -> group(text, group));
    if (!groups.isEmpty() && groups.get(0).<Long>getAs("groups") > groups.size()) {
      text.paragraph(
          "Shown are the surest of "
              + Texts.count(groups.get(0).<Long>getAs("groups"))
              + " groups.");
    }
    Row cluster = page.row(PageQuery.CLUSTER);
    if (cluster != null) {
      text.heading("Accounts like it");
      cluster(text, cluster);
    }
  }

  private static void group(PageText text, Row group) {
    boolean accepted = group.getAs("accepted");
    text.point(
        role(group.getAs("role"))
            + " "
            + group.getAs("group_id")
            + ", "
            + verdict(group.getAs("verdict"))
            + ": "
            + group.getAs("sentence")
            + ".");
    text.detail(part(group));
    List<Row> explanations = group.getList(group.fieldIndex("explanations"));
    String ruledOut =
        explanations.stream()
            .filter(e -> Boolean.TRUE.equals(e.getAs("ruled_out")))
            .map(e -> e.<String>getAs("explanation"))
            .collect(Collectors.joining("; "));
    if (accepted && !ruledOut.isEmpty()) {
      text.detail("Ruled out: " + ruledOut + ".");
    }
    explanations.stream()
        .filter(e -> !Boolean.TRUE.equals(e.getAs("ruled_out")))
        .forEach(
            e ->
                text.detail(
                    "Perhaps: "
                        + e.getAs("explanation")
                        + ". "
                        + Texts.capitalised(e.getAs("because"))
                        + "."));
  }

  /** How much it does in the group, or how much is done to it. */
  private static String part(Row group) {
    String share = Texts.share(group.<Double>getAs("coverage"));
    int acts = group.getAs("acts");
    if (!group.getAs("role").equals(CoordinationTables.MEMBER)) {
      return "The group hits "
          + Texts.counted(acts, "post")
          + " of its own, "
          + share
          + " of them.";
    }
    Double own = group.getAs("own_share");
    return "Of "
        + Texts.count(group.<Integer>getAs("members"))
        + " members it is one with "
        + Texts.counted(acts, "engagement")
        + " in the group, "
        + share
        + " of what it could give"
        + (own == null ? "." : "; they are " + Texts.share(own) + " of all that it engages.");
  }

  private static String role(String role) {
    return switch (role) {
      case CoordinationTables.MEMBER -> "Member of";
      case CoordinationTables.CUSTOMER -> "Customer of";
      default -> "Not as a customer, but as a victim hit by";
    };
  }

  private static String verdict(String verdict) {
    return switch (verdict) {
      case "accepted" -> "which acts by agreement";
      case "everybody" -> "not accepted, since it does no more than everybody";
      case "audience" -> "not accepted, since it is one account's audience";
      case "guests" -> "not accepted, since guests of a giveaway would do the same";
      case "untimed" -> "not accepted, since too few times are known";
      default -> "not accepted, since something else may explain it";
    };
  }

  private static void cluster(PageText text, Row cluster) {
    boolean suspicious = cluster.getAs("suspicious");
    text.paragraph(
        "It belongs to "
            + Texts.counted(cluster.<Long>getAs("accounts"), "account")
            + " ("
            + Texts.share(cluster.<Double>getAs("share"))
            + " of the platform). In common: "
            + cluster.getAs("name")
            + ". How typical it is of them: "
            + Texts.share(cluster.<Double>getAs("typicality"))
            + ".");
    text.paragraph(
        Texts.capitalised(cluster.getAs("why")) + "." + (suspicious ? " " + core(cluster) : ""));
  }

  private static String core(Row cluster) {
    Double likelihood = cluster.getAs("likelihood_outside");
    return (cluster.<Boolean>getAs("core")
            ? "This account is of its core: "
            : "This account is not of its core: ")
        + (likelihood == null
            ? "its own signals do not tell."
            : "by its own signals it is "
                + Texts.likelihood(likelihood)
                + " likely that it "
                + Kind.of(cluster.getAs("kind")).about()
                + ".");
  }
}

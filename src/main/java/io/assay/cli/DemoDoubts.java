package io.assay.cli;

import io.assay.cli.text.TextTable;
import io.assay.cli.text.Texts;
import io.assay.contracts.Kind;
import io.assay.text.Printable;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The part of the demo that says who is doubted and why, and how often rightly. */
final class DemoDoubts {
  /** Creators shown of each kind of doubt. */
  private static final int SHOWN = 3;

  private final List<CreatorDoubt> creators;
  private final List<CreatorDoubt> doubted;
  private final double flagAtLeast;

  /**
   * @param creators all who can be judged, the most doubted first
   * @param flagAtLeast likelihood from which the assessment flags an account, 0-1
   */
  DemoDoubts(List<CreatorDoubt> creators, double flagAtLeast) {
    this.creators = creators;
    this.doubted = creators.stream().filter(CreatorDoubt::flagged).toList();
    this.flagAtLeast = flagAtLeast;
  }

  void print(PrintStream out) {
    out.println("Who is doubted, and why");
    out.println();
    out.println(
        "Of "
            + Texts.counted(creators.size(), "creator")
            + " who can be judged "
            + Texts.count(doubted.size())
            + (doubted.size() == 1 ? " is" : " are")
            + " doubted: a kind of fraud is at least "
            + Texts.likelihood(flagAtLeast)
            + " likely.");
    List<CreatorDoubt> shown =
        Stream.of(Kind.values()).flatMap(this::clearest).sorted(CreatorDoubt.MOST_DOUBTED).toList();
    if (!shown.isEmpty()) {
      out.println("The clearest of each kind, and what was planted in this made-up world:");
    }
    for (CreatorDoubt creator : shown) {
      out.println();
      print(creator, out);
    }
    out.println();
    truth(out);
  }

  /** The most doubted of those who have a finding to show. */
  private Stream<CreatorDoubt> clearest(Kind kind) {
    return doubted.stream()
        .filter(creator -> creator.kind() == kind && !creator.reasons().isEmpty())
        .limit(SHOWN);
  }

  private void print(CreatorDoubt creator, PrintStream out) {
    String name = creator.handle() == null ? creator.accountId() : creator.handle();
    String size =
        creator.followers() == null ? "" : ", " + Texts.counted(creator.followers(), "follower");
    out.println(Printable.of(name) + size);
    out.println(
        "  "
            + Texts.likelihood(creator.likelihood())
            + " likely: it "
            + creator.kind().about()
            + ".");
    for (DemoFinding finding : creator.reasons()) {
      out.println("  - " + finding.text());
      out.println("    Innocent explanation: " + finding.benign() + ".");
    }
    out.println("  Planted: " + creator.truth());
  }

  /** How often the doubts are right, which only a made-up world can tell. */
  private void truth(PrintStream out) {
    out.println(
        "The world is made up, so it is known who cheats: "
            + Texts.count(doubted.stream().filter(CreatorDoubt::planted).count())
            + " of the "
            + Texts.count(doubted.size())
            + " doubted do.");
    out.println();
    TextTable table = new TextTable("creators by what was planted", "judged", "doubted");
    creators.stream()
        .filter(CreatorDoubt::planted)
        .map(CreatorDoubt::truth)
        .distinct()
        .sorted()
        .forEach(truth -> row(table, truth, c -> c.planted() && c.truth().equals(truth)));
    row(table, "nothing, a look-alike", c -> !c.planted() && !c.ordinary());
    row(table, "nothing", CreatorDoubt::ordinary);
    out.print(table);
    out.println();
    out.println(
        "Look-alikes are innocent: circles of friends, idols of fan clubs, hosts of giveaways, viral"
            + " posts\nand others. Who is in a group that acts together, see below, is doubted the more"
            + " for it.");
  }

  private void row(TextTable table, String name, Predicate<CreatorDoubt> of) {
    table.row(
        name,
        Texts.count(creators.stream().filter(of).count()),
        Texts.count(doubted.stream().filter(of).count()));
  }
}

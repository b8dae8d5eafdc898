package io.assay.coordination.detection;

import static io.assay.contracts.CoordinationTables.COORDINATED_GROUP;
import static io.assay.contracts.CoordinationTables.COORDINATED_MEMBER;
import static io.assay.contracts.CoordinationTables.COORDINATED_PAIR;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.RowLayout;
import io.assay.coordination.detection.PlatformCrawl.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Rows of a group in lockstep. It engages nobody's posts: what it is judged by are shares of
 * objects, and how unlikely it is that so many of them fall so close together.
 */
final class LockstepRows {
  static final String FORM = "lockstep";
  private static final int MOST_PARTNERS = 10;
  private static final int MOST_EXAMPLES = 3;
  private static final double LEAST_CHANCE = 1e-300;
  private static final RowLayout EXPLANATIONS =
      RowLayout.elementOf(COORDINATED_GROUP, "explanations");

  private final String platform;
  private final PlatformCrawl crawl;
  private final LockstepGroup group;
  private final KeptNames.Name name;
  private final LockstepRules rules;

  /** By member. */
  private final Map<Integer, List<LockstepPair>> pairsOf = new HashMap<>();

  LockstepRows(
      String platform,
      PlatformCrawl crawl,
      LockstepGroup group,
      KeptNames.Name name,
      LockstepRules rules) {
    this.platform = platform;
    this.crawl = crawl;
    this.group = group;
    this.name = name;
    this.rules = rules;
    for (LockstepPair pair : group.pairs()) {
      pairsOf.computeIfAbsent(pair.first(), u -> new ArrayList<>()).add(pair);
      pairsOf.computeIfAbsent(pair.second(), u -> new ArrayList<>()).add(pair);
    }
  }

  private String kind() {
    return group.accepted() ? FORM : CoordinationTables.UNEXPLAINED;
  }

  Row group() {
    long acts = group.members().stream().mapToLong(LockstepMember::inStep).sum();
    int members = group.members().size();
    return FoundRow.of(
        COORDINATED_GROUP,
        FoundRow.in(COORDINATED_GROUP)
            .set("platform", platform)
            .set("group_id", name.text())
            .set("kind", kind())
            .set("form", FORM)
            .set("accepted", group.accepted())
            .set("probability", group.probability())
            .set("verdict", group.accepted() ? "accepted" : "unlikely")
            .set("sentence", sentence())
            .set("members", members)
            .set("targets", 0)
            .set("posts", group.objects().length)
            .set("acts", acts)
            .set("density", Math.min(1, acts / (double) members / group.objects().length))
            .set("acts_timed", acts)
            .set("stock_phrases", List.of())
            .set("log10_chance", log10Chance())
            .set("first_act_at", Instant.ofEpochMilli(group.firstMillis()))
            .set("last_act_at", Instant.ofEpochMilli(group.lastMillis()))
            .set("known_since", LocalDate.ofEpochDay(name.since()))
            .set("explanations", explanations()));
  }

  private LockstepMember middle() {
    List<LockstepMember> byObjects =
        group.members().stream()
            .sorted(
                Comparator.comparingInt(LockstepMember::inStep)
                    .thenComparingInt(LockstepMember::account))
            .toList();
    return byObjects.get(byObjects.size() / 2);
  }

  private String typical() {
    LockstepMember middle = middle();
    return String.format(
        Locale.ROOT,
        "a typical one of them did so with %d of the %d that it has in common with others, where"
            + " chance explains %s",
        middle.inStep(),
        middle.objects(),
        middle.expected() < 1
            ? "less than 1"
            : String.format(Locale.ROOT, "%.0f", middle.expected()));
  }

  private String sentence() {
    return String.format(
        Locale.ROOT,
        "%d accounts shared the same %d links, hashtags, pictures or texts within %s of each other;"
            + " %s; by chance %s",
        group.members().size(),
        group.objects().length,
        GroupSentence.duration(rules.millis() / 1e3),
        typical(),
        Coincidence.words(log10Chance()));
  }

  private double log10Chance() {
    return Math.log10(Math.max(LEAST_CHANCE, group.chance()));
  }

  private List<Row> explanations() {
    return List.of(headline(), oneOwner());
  }

  /** The chance of each object counts how close in time others share it: it weighs headlines. */
  private Row headline() {
    int objects = group.objects().length;
    int headlines =
        new Headlines(crawl.shares(), rules.millis()).among(group.objects(), group.accounts());
    boolean ruledOut = 2 * headlines < objects;
    String seen =
        (headlines == 0 ? "none" : headlines)
            + " of the "
            + objects
            + (headlines > 1 ? " were" : " was")
            + " shared by more others than members at that time";
    return explanation(
        "everybody shared it at that time, like a headline",
        ruledOut,
        !ruledOut && group.accepted()
            ? "this cannot be ruled out, for "
                + seen
                + "; yet the group is accepted, because its members keep in step: "
                + typical()
            : "then many others would have shared it within the same "
                + GroupSentence.duration(rules.millis() / 1e3)
                + "; "
                + seen);
  }

  /** To be in lockstep says no more than that accounts act together. */
  private Row oneOwner() {
    return explanation(
        "one owner of all these accounts, who may say so openly, as a newsroom does",
        null,
        "this cannot be ruled out, for a crawl does not show who owns an account"
            + (group.accepted()
                ? "; yet the group is accepted, because it acts together whoever owns it"
                : ""));
  }

  private static Row explanation(String what, Boolean ruledOut, String because) {
    return EXPLANATIONS
        .row()
        .set("explanation", what)
        .set("ruled_out", ruledOut)
        .set("because", because)
        .row();
  }

  Stream<Row> members() {
    return group.members().stream().map(this::member);
  }

  private Row member(LockstepMember member) {
    Account account = crawl.accounts().get(member.account());
    int partners = pairsOf(member.account()).size();
    return FoundRow.of(
        COORDINATED_MEMBER,
        FoundRow.in(COORDINATED_MEMBER)
            .set("platform", platform)
            .set("group_id", name.text())
            .set("account_id", account.id())
            .set("handle", account.handle())
            .set("kind", kind())
            .set("accepted", group.accepted())
            .set("role", CoordinationTables.MEMBER)
            .set("acts", member.inStep())
            .set("degree", partners)
            .set("coverage", Math.min(1, member.inStep() / (double) group.objects().length))
            .set(
                "own_share",
                member.inStep() / (double) Math.max(1, sharedBy(member.account()).size()))
            .set("known_since", LocalDate.ofEpochDay(name.since())));
  }

  private List<LockstepPair> pairsOf(int account) {
    return pairsOf.getOrDefault(account, List.of());
  }

  /** Of each member the pairs that are least likely by chance. */
  Stream<Row> pairs() {
    TreeSet<LockstepPair> chosen =
        new TreeSet<>(
            Comparator.comparingInt(LockstepPair::first).thenComparingInt(LockstepPair::second));
    for (int member : group.accounts()) {
      pairsOf(member).stream()
          .sorted(
              Comparator.comparingDouble(LockstepPair::chance)
                  .thenComparingInt(LockstepPair::first)
                  .thenComparingInt(LockstepPair::second))
          .limit(MOST_PARTNERS)
          .forEach(chosen::add);
    }
    return chosen.stream().map(this::pair);
  }

  private Row pair(LockstepPair pair) {
    String first = crawl.accounts().get(pair.first()).id();
    String second = crawl.accounts().get(pair.second()).id();
    boolean inOrder = first.compareTo(second) < 0;
    return FoundRow.of(
        COORDINATED_PAIR,
        FoundRow.in(COORDINATED_PAIR)
            .set("platform", platform)
            .set("group_id", name.text())
            .set("first_account_id", inOrder ? first : second)
            .set("second_account_id", inOrder ? second : first)
            .set("posts_of_second_by_first", 0)
            .set("posts_of_first_by_second", 0)
            .set("shared_posts", pair.inStep())
            .set("shared_authors", 0)
            .set("shared_expected", pair.expected())
            .set("shared_chance", pair.chance())
            .set("examples", examples(pair)));
  }

  private List<String> examples(LockstepPair pair) {
    TreeSet<Integer> objects = sharedBy(pair.first());
    objects.retainAll(sharedBy(pair.second()));
    return objects.stream()
        .filter(o -> Sets.contains(group.objects(), o))
        .map(o -> crawl.objectIds().get(o))
        .sorted()
        .limit(MOST_EXAMPLES)
        .toList();
  }

  private TreeSet<Integer> sharedBy(int account) {
    TreeSet<Integer> objects = new TreeSet<>();
    SharedObjects shares = crawl.shares();
    for (int k = shares.firstBy(account); k < shares.endBy(account); k++) {
      objects.add(shares.object(shares.rowAt(k)));
    }
    return objects;
  }
}

package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Names what was found on a platform, with who is in lockstep, and turns it into rows of tables.
 */
final class PlatformSearch {
  private static final String NICHE = "niche";

  private final String platform;
  private final PlatformCrawl crawl;
  private final CoordinationMethod method;
  private final Detection found;
  private final List<KeptNames.Name> niches;
  private final List<NamedGroup> groups = new ArrayList<>();
  private final List<LockstepRows> inStep = new ArrayList<>();
  private final AccountScores scores;

  /**
   * @param day since 1970, of names that are new
   */
  PlatformSearch(
      String platform,
      PlatformCrawl crawl,
      Detection found,
      CoordinationMethod method,
      LockstepRules lockstepRules,
      long day) {
    this.platform = platform;
    this.crawl = crawl;
    this.method = method;
    this.found = found;
    long[] keys = crawl.events().accountKeys();
    List<int[]> authors = authors();
    this.niches =
        new KeptNames(crawl.nichesBefore(), keys, day)
            .of(authors, authors.stream().map(a -> NICHE).toList());
    Lockstep lockstep = Lockstep.of(crawl.shares(), lockstepRules);
    List<int[]> members = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    for (CoordinatedGroup group : found.groups()) {
      members.add(group.members());
      forms.add(NamedGroup.form(group));
    }
    for (LockstepGroup group : lockstep.groups()) {
      members.add(group.accounts());
      forms.add(LockstepRows.FORM);
    }
    List<KeptNames.Name> names = new KeptNames(crawl.groupsBefore(), keys, day).of(members, forms);
    scores = new AccountScores(keys.length);
    int next = 0;
    for (CoordinatedGroup group : found.groups()) {
      scores.add(group.members(), Scores.of(group), names.get(next).text());
      groups.add(NamedGroup.of(group, names.get(next++), crawl.events()));
    }
    for (LockstepGroup group : lockstep.groups()) {
      scores.add(group.accounts(), Scores.of(group), names.get(next).text());
      inStep.add(new LockstepRows(platform, crawl, group, names.get(next++), lockstepRules));
    }
  }

  private List<int[]> authors() {
    List<IntList> lists = new ArrayList<>();
    for (int c = 0; c < found.niches().count(); c++) {
      lists.add(new IntList());
    }
    for (int v = 0; v < crawl.events().authors(); v++) {
      if (found.niches().of(v) != Niches.NONE) {
        lists.get(found.niches().of(v)).add(v);
      }
    }
    return lists.stream().map(IntList::toArray).toList();
  }

  /** Rows as {@link FoundRow}, made one after the other. */
  Iterator<Row> rows(int leastEngagements) {
    AccountResults accounts = new AccountResults(platform, crawl, found, leastEngagements);
    return Stream.of(ofGroups(), accounts.niches(niches), accounts.accounts(scores, niches))
        .flatMap(rows -> rows)
        .iterator();
  }

  /** Names of the niches, by number. */
  List<KeptNames.Name> niches() {
    return niches;
  }

  long[] accountKeys() {
    return crawl.events().accountKeys();
  }

  AccountScores scores() {
    return scores;
  }

  /** Rows of the four tables of groups. */
  Stream<Row> ofGroups() {
    GroupRows ofGroups = new GroupRows(platform, crawl, found, niches, method);
    return Stream.of(
            groups.stream().map(ofGroups::of),
            inStep.stream().map(LockstepRows::group),
            inStep.stream().flatMap(LockstepRows::members),
            inStep.stream().flatMap(LockstepRows::pairs),
            groups.stream().flatMap(g -> MemberRows.of(platform, crawl, g).stream()),
            pairs(),
            groups.stream().flatMap(g -> HitRows.of(platform, crawl, g)))
        .flatMap(rows -> rows);
  }

  private Stream<Row> pairs() {
    if (groups.isEmpty()) {
      return Stream.empty();
    }
    PairRows pairs = new PairRows(platform, crawl, found.byChance(), found.mutual().byChance());
    return groups.stream().flatMap(g -> pairs.of(g).stream());
  }
}

package io.assay.coordination.detection;

import static io.assay.contracts.CoordinationTables.COORDINATED_PAIR;

import io.assay.statistics.PoissonTail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Rows of {@code gold.coordinated_pair}: of each member the pairs that bind it most to its group.
 * Cost of a group: the events of 200 members for each of them.
 */
final class PairRows {
  private static final int MOST_MEMBERS = 200;
  private static final int MOST_PARTNERS = 10;
  private static final int MOST_EXAMPLES = 3;

  private final String platform;
  private final PlatformCrawl crawl;
  private final Events events;
  private final SharedByChance byChance;
  private final MutualNull mutual;
  private final Tallies posts;
  private final Tallies authors;

  /**
   * @param mutual what creators do for each other by chance
   */
  PairRows(String platform, PlatformCrawl crawl, SharedByChance byChance, MutualNull mutual) {
    this.platform = platform;
    this.crawl = crawl;
    this.events = crawl.events();
    this.byChance = byChance;
    this.mutual = mutual;
    posts = new Tallies(events.posts().count());
    authors = new Tallies(events.authors());
  }

  /** What two members do for each other and together; events by number. */
  private record Bond(int a, int b, IntList given, IntList taken, IntList shared, int authors) {
    int exchanged() {
      return given.size() + taken.size();
    }
  }

  List<Row> of(NamedGroup named) {
    int[] members = clearest(named.group());
    List<List<Bond>> bonds = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      bonds.add(new ArrayList<>());
    }
    for (int i = 0; i < members.length; i++) {
      mark(members[i]);
      for (int j = i + 1; j < members.length; j++) {
        Bond bond = bond(members[i], members[j]);
        if (bond.exchanged() + bond.shared().size() > 0) {
          bonds.get(i).add(bond);
          bonds.get(j).add(bond);
        }
      }
      posts.clear();
    }
    Comparator<Bond> closest =
        Comparator.comparingInt((Bond b) -> -(named.isFarm() ? b.shared().size() : b.exchanged()))
            .thenComparingInt(b -> -b.shared().size())
            .thenComparingInt(Bond::a)
            .thenComparingInt(Bond::b);
    TreeMap<Long, Bond> chosen = new TreeMap<>();
    for (List<Bond> ofMember : bonds) {
      ofMember.stream()
          .sorted(closest)
          .limit(MOST_PARTNERS)
          .forEach(b -> chosen.put((long) b.a() << Integer.SIZE | b.b(), b));
    }
    return chosen.values().stream().map(b -> row(named, b)).toList();
  }

  private static int[] clearest(CoordinatedGroup group) {
    int[] members = group.members();
    double[] nats =
        group.kind() == GroupKind.FARM
            ? group.farm().stream().mapToDouble(FarmStanding::nats).toArray()
            : group.pod().stream().mapToDouble(PodStanding::total).toArray();
    return IntStream.range(0, members.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -nats[i]).thenComparing(i -> i))
        .limit(MOST_MEMBERS)
        .mapToInt(i -> members[i])
        .sorted()
        .toArray();
  }

  private void mark(int account) {
    for (int e = events.firstOf(account); e < events.endOf(account); e++) {
      posts.add(events.post(e), 1);
    }
  }

  /** With the posts of the first marked. */
  private Bond bond(int a, int b) {
    IntList shared = new IntList();
    IntList taken = new IntList();
    for (int e = events.firstOf(b); e < events.endOf(b); e++) {
      int author = events.author(e);
      if (author == a) {
        taken.add(events.post(e));
      } else if (posts.of(events.post(e)) > 0) {
        shared.add(events.post(e));
        authors.add(author, 1);
      }
    }
    int distinct = authors.size();
    authors.clear();
    return new Bond(a, b, given(a, b), taken, shared, distinct);
  }

  private IntList given(int a, int b) {
    IntList given = new IntList();
    if (b < events.authors()) {
      for (int p = events.firstPostOf(b); p < events.firstPostOf(b + 1); p++) {
        if (posts.of(p) > 0) {
          given.add(p);
        }
      }
    }
    return given;
  }

  private Row row(NamedGroup named, Bond found) {
    Bond bond = inOrder(found);
    double expected = byChance.of(bond.a(), bond.b());
    int together = bond.shared().size();
    return FoundRow.of(
        COORDINATED_PAIR,
        FoundRow.in(COORDINATED_PAIR)
            .set("platform", platform)
            .set("group_id", named.name().text())
            .set("first_account_id", crawl.accounts().get(bond.a()).id())
            .set("second_account_id", crawl.accounts().get(bond.b()).id())
            .set("posts_of_second_by_first", bond.given().size())
            .set("posts_of_first_by_second", bond.taken().size())
            .set("mutual_chance", mutualChance(bond))
            .set("shared_posts", together)
            .set("shared_authors", bond.authors())
            .set("shared_expected", expected)
            .set("shared_chance", PoissonTail.of(together, expected))
            .set("examples", examples(named, bond)));
  }

  private Bond inOrder(Bond bond) {
    String a = crawl.accounts().get(bond.a()).id();
    String b = crawl.accounts().get(bond.b()).id();
    return a.compareTo(b) < 0
        ? bond
        : new Bond(bond.b(), bond.a(), bond.taken(), bond.given(), bond.shared(), bond.authors());
  }

  private Double mutualChance(Bond bond) {
    if (bond.given().size() == 0 || bond.taken().size() == 0) {
      return null;
    }
    return MutualPairs.both(
        mutual.chance(bond.a(), bond.b(), bond.given().size()),
        mutual.chance(bond.b(), bond.a(), bond.taken().size()));
  }

  private List<String> examples(NamedGroup named, Bond bond) {
    Stream<String> exchanged = Stream.concat(ids(bond.given()).limit(2), ids(bond.taken()));
    Stream<String> all =
        named.isFarm()
            ? Stream.concat(ids(bond.shared()), exchanged)
            : Stream.concat(exchanged, ids(bond.shared()));
    return all.limit(MOST_EXAMPLES).toList();
  }

  private Stream<String> ids(IntList of) {
    return Arrays.stream(of.toArray()).mapToObj(p -> crawl.postIds().get(p)).sorted();
  }
}
